import type { Inputs } from "../inputs/inputs.ts";
import { targetName } from "../inputs/target.ts";
import type { Workspace } from "../project/project.ts";

export interface CacheKeys {
  readonly key: string;
  /** How the keys of caches of exactly these modules and flags begin. */
  readonly exact: string;
  /** Shorter and shorter beginnings to fall back to. */
  readonly prefixes: readonly string[];
}

/**
 * Go's caches belong to an image (its digest, and with it the Go version), to the flags that fill them, and to the
 * modules that the project pins. `unique` keeps runs apart: a cache that exists is never written again.
 */
export function cacheKeys(
  workspace: Workspace,
  imageId: string,
  inputs: Inputs,
  unique: string,
  digest: (text: string) => string,
): CacheKeys {
  const image = digest(imageId).slice(0, 12);
  const { steps, race, coverage, cgo, buildTags, targets } = inputs;
  const flags = digest(JSON.stringify([steps, race, coverage, cgo, buildTags, targets.map(targetName)])).slice(0, 8);
  const version = workspace.goImage.replace(/[^A-Za-z0-9._-]+/g, "-").slice(-40);
  const byImage = `go-docker-2-${version}-${image}-`;
  const byFlags = `${byImage}${flags}-`;
  const byModules = `${byFlags}${workspace.modulesHash.slice(0, 16)}-`;
  return { key: `${byModules}${unique}`, exact: byModules, prefixes: [byModules, byFlags, byImage] };
}

interface CacheEvent {
  readonly name: string;
  readonly ref: string;
  readonly followed?: string;
}

/** Events that only those who may write to the repository bring about, and that run what lies in it. */
const trusted = ["push", "schedule", "workflow_dispatch", "repository_dispatch"];

/**
 * `auto`, decided: nothing on tags, where a poisoned cache would be released. Only what the repository's own people
 * start on its branches writes to a cache that others read; every other event, known or not, may bring a stranger's code.
 * Where there is no event, the folder is this project's own.
 */
export function cacheMode(wanted: Inputs["cache"], { name, ref, followed = "" }: CacheEvent) {
  if (wanted !== "auto") return wanted;
  // A workflow that follows another one runs on the default branch, whatever that one ran on.
  if (ref.startsWith("refs/tags/") || isVersion(followed)) return "off";
  if (name === "" && ref === "") return "read-write";
  return trusted.includes(name) && ref.startsWith("refs/heads/") ? "read-write" : "read-only";
}

/** The event names a tag as it names a branch. */
function isVersion(name: string): boolean {
  return /(^|\/)v?\d+(\.\d+|$)/.test(name);
}
