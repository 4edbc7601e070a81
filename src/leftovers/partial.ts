import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAbandoned, ownerText } from "./owner.ts";
import { surroundings, thisProcess } from "./this-process.ts";

/** The name of a file that is being written; it says whose it is. */
export function partialName(): string {
  return `.gda-${ownerText(thisProcess()).replaceAll("/", "_")}-${randomBytes(8).toString("hex")}.partial`;
}

/** Removes from a folder what runs that were killed had begun to write there. */
export async function sweepPartials(folder: string): Promise<void> {
  const here = surroundings();
  for (const name of await readdir(folder)) {
    const [, owner] = /^\.gda-(.+)-[0-9a-f]{16}\.partial$/.exec(name) ?? [];
    if (owner === undefined || !isAbandoned(owner.replaceAll("_", "/"), here)) continue;
    await rm(join(folder, name), { force: true });
  }
}
