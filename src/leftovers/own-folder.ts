import { randomBytes } from "node:crypto";
import { mkdir, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { janitorOf } from "./janitor.ts";
import { ownerText } from "./owner.ts";
import { folderPrefix, ownerFile, removeOwned } from "./sweep.ts";
import { thisProcess } from "./this-process.ts";

/** Gives the body a folder in the temporary one that is this process's alone (0700). Whatever ends us, it goes. */
export async function withOwnFolder<T>(temp: string, body: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(await realpath(temp), `${folderPrefix}${randomBytes(8).toString("hex")}`);
  // First: between the folder and its janitor we could be ended.
  const janitor = janitorOf(folder);
  try {
    await mkdir(folder, { mode: 0o700 });
    await writeFile(join(folder, ownerFile), ownerText(thisProcess()));
    return await body(folder);
  } finally {
    await removeOwned(folder).catch(() => undefined); // The janitor tries on.
    await janitor.dismiss();
  }
}
