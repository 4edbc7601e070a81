import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAbandonedName, ownName } from "./own-name.ts";
import { surroundings } from "./this-process.ts";

/** The name of a file that is being written. */
export function partialName(): string {
  return `.gda-${ownName()}.partial`;
}

/** Removes from a folder what runs that were killed had begun to write there. */
export async function sweepPartials(folder: string): Promise<void> {
  const here = surroundings();
  for (const name of await readdir(folder)) {
    const [, own] = /^\.gda-(.+)\.partial$/.exec(name) ?? [];
    if (own !== undefined && isAbandonedName(own, here)) await rm(join(folder, name), { force: true });
  }
}
