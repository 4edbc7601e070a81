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

/** `auto`, decided: nothing on tags, where a poisoned cache would be released; nothing is saved from pull requests. */
export function cacheMode(wanted: Inputs["cache"], event: { readonly name: string; readonly ref: string }) {
  if (wanted !== "auto") return wanted;
  if (event.ref.startsWith("refs/tags/") || event.name === "release") return "off";
  return event.name.startsWith("pull_request") ? "read-only" : "read-write";
}
