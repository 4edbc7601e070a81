import { constants } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { removeTree } from "../leftovers/remove-tree.ts";

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const asFolder = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Makes folders below `root`, each in the one before it, the last one empty. Code under test writes in there, also in
 * another run that goes on meanwhile: what is no folder is removed, and no link on the way is followed.
 */
export async function plainFolders(root: string, names: readonly string[], owner: Owner): Promise<void> {
  let parent = await open(root, asFolder);
  try {
    for (const [i] of names.entries()) {
      const folder = await plainFolder(parent, root, names.slice(0, i + 1), owner);
      await parent.close();
      parent = folder;
    }
    await empty(parent, join(root, ...names));
  } finally {
    await parent.close();
  }
}

async function plainFolder(
  parent: FileHandle,
  root: string,
  names: readonly string[],
  { uid, gid }: Owner,
): Promise<FileHandle> {
  const path = await below(parent, join(root, ...names.slice(0, -1)), names.at(-1) ?? "");
  const stat = await lstat(path).catch(() => undefined);
  if (stat !== undefined && !stat.isDirectory()) await rm(path, { force: true });
  await mkdir(path, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const folder = await open(path, asFolder).catch(async () => {
    // Closed to us, or another thing by now.
    await removeTree(path);
    await mkdir(path, { mode: 0o755 });
    return open(path, asFolder);
  });
  if (process.getuid?.() === 0 && (await folder.stat()).uid !== uid) await folder.chown(uid, gid);
  return folder;
}

async function empty(folder: FileHandle, path: string): Promise<void> {
  const here = await below(folder, path, ".");
  for (const name of await readdir(here)) await removeTree(join(here, name));
}

/** A name in an open folder, whatever its path leads to by now. Only Linux can say it so. */
async function below(folder: FileHandle, path: string, name: string): Promise<string> {
  const open = `/proc/self/fd/${folder.fd}`;
  const there = await lstat(open).catch(() => undefined);
  return join(there === undefined ? path : open, name);
}
