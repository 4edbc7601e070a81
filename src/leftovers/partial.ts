import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAbandonedName, ownName } from "./own-name.ts";
import { surroundings } from "./this-process.ts";

/** The name of a file that is being written. */
export function partialName(): string {
  return `.gda-${ownName()}.partial`;
}

/** Removes from a folder the files that runs which were killed had begun to write there. Anything else is none of ours. */
export async function sweepPartials(folder: string): Promise<void> {
  const here = surroundings();
  for (const name of await readdir(folder)) {
    const [, own] = /^\.gda-(.+)\.partial$/.exec(name) ?? [];
    if (own === undefined || !isAbandonedName(own, here)) continue;
    const found = await lstat(join(folder, name)).catch(() => undefined);
    if (found?.isFile() === true) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
