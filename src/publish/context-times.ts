import { lutimes, readdir } from "node:fs/promises";
import { join } from "node:path";
import { hashFile } from "../engine/checked-file.ts";

/** 1980-01-01, in seconds: the first date that every archive knows. */
const epoch = 315_532_800;

/**
 * Layers keep the times of files, and BuildKit takes a layer out of its cache for the same contents with any times. So the
 * times go by the content alone: the same contents, the same layers, whichever commit they were first built for. Besides,
 * BuildKit takes a file of the same path, size and time for the one that an earlier build of the same client sent: other
 * content has another time within the minute.
 */
export async function setTimes(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const time = epoch + (entry.isFile() ? within(60, (await hashFile(path)).sha256) : 0);
    await lutimes(path, time, time);
  }
  await lutimes(folder, epoch, epoch);
}

/** From 0 to below `most`, evenly: 48 of the digest's bits. */
function within(most: number, sha256: string): number {
  return (Number.parseInt(sha256.slice(0, 12), 16) / 2 ** 48) * most;
}
