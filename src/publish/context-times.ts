import { lutimes, readdir } from "node:fs/promises";
import { join } from "node:path";
import { hashFile } from "../engine/checked-file.ts";

/**
 * Layers keep the times of files: with those of the commit, the same commit gives the same layers. But BuildKit takes a
 * file of the same path, size and time for the one that an earlier build sent. So a file's place within the commit's
 * minute comes from its content: other content, another time.
 */
export async function setTimes(folder: string, commitDate: string): Promise<void> {
  const minute = Math.floor(Date.parse(commitDate) / 60_000) * 60;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const time = minute + (entry.isFile() ? within(60, (await hashFile(path)).sha256) : 0);
    await lutimes(path, time, time);
  }
  await lutimes(folder, minute, minute);
}

/** From 0 to below `most`, evenly: 48 of the digest's bits. */
function within(most: number, sha256: string): number {
  return (Number.parseInt(sha256.slice(0, 12), 16) / 2 ** 48) * most;
}
