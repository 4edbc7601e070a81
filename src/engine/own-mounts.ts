import { readFile } from "node:fs/promises";
import { parseBoundedJson } from "../bounded-json.ts";
import { runProcess } from "./process.ts";
import type { OwnMount } from "./translate.ts";

const deadlineMs = 30_000;

/** The mounts of the container that this process is in; none where it is in none, or where this engine does not know it. */
export async function inspectOwnMounts(engine: string, signal: AbortSignal): Promise<readonly OwnMount[]> {
  const id = ownContainer(await readFile("/proc/self/mountinfo", "utf8").catch(() => ""));
  if (id === undefined) return [];
  const args = ["container", "inspect", "--format", "{{json .Mounts}}", id];
  const end = await runProcess([engine, ...args], { deadlineMs, signal });
  return end.exitCode === 0 ? readMounts(end.stdout) : [];
}

function readMounts(json: string): readonly OwnMount[] {
  try {
    const mounts = parseBoundedJson(json);
    return Array.isArray(mounts) ? (mounts as readonly OwnMount[]) : [];
  } catch {
    return [];
  }
}

/** docker and podman mount files from the container's own folder, which bears its id, over `/etc/hostname` and others. */
export function ownContainer(mountinfo: string): string | undefined {
  return /containers\/([0-9a-f]{64})\/\S* \/etc\/(?:hostname|hosts|resolv\.conf) /.exec(mountinfo)?.[1];
}
