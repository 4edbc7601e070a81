import { constants } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { removeTree } from "../leftovers/remove-tree.ts";

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const asFolder = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

interface Wanted {
  /** As root: whose they are to be. */
  readonly owner?: Owner;
  /** Whether what is in the last one goes. */
  readonly empty?: boolean;
}

/**
 * Makes folders below `root`, each in the one before it. Code under test may write in there, also in another run that
 * goes on meanwhile: what is no folder is removed, and no link on the way is followed.
 */
export async function plainFolders(
  root: string,
  names: readonly string[],
  { owner, empty = false }: Wanted = {},
): Promise<void> {
  let parent = await open(root, asFolder);
  try {
    for (const [i] of names.entries()) {
      const folder = await plainFolder(parent, root, names.slice(0, i + 1), owner);
      await parent.close();
      parent = folder;
    }
    if (empty) await clear(parent, join(root, ...names));
  } finally {
    await parent.close();
  }
}

async function plainFolder(
  parent: FileHandle,
  root: string,
  names: readonly string[],
  owner: Owner | undefined,
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
  const { uid, mode } = await folder.stat();
  // Made under a narrow umask, it is closed to the user of the container.
  if ((mode & 0o755) !== 0o755) await folder.chmod(0o755);
  if (owner !== undefined && process.getuid?.() === 0 && uid !== owner.uid) await folder.chown(owner.uid, owner.gid);
  return folder;
}

async function clear(folder: FileHandle, path: string): Promise<void> {
  const here = await below(folder, path, ".");
  for (const name of await readdir(here)) await removeTree(join(here, name));
}

/** A name in an open folder, whatever its path leads to by now. Only Linux can say it so. */
async function below(folder: FileHandle, path: string, name: string): Promise<string> {
  const open = `/proc/self/fd/${folder.fd}`;
  const there = await lstat(open).catch(() => undefined);
  return join(there === undefined ? path : open, name);
}
