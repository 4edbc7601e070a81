import { lstat, readdir, rm } from "node:fs/promises";
import { removeTree } from "../leftovers/remove-tree.ts";
import { OpenFolder } from "./open-folder.ts";

interface Wanted {
  /** As root: whose they are to be. */
  readonly owner?: { readonly uid: number; readonly gid: number };
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
  let at = await OpenFolder.open(root);
  try {
    for (const name of names) {
      const parent = at;
      at = await plainFolder(parent, name, owner);
      await parent.close();
    }
    if (empty) for (const name of await readdir(at.at("."))) await removeTree(at.at(name));
  } finally {
    await at.close();
  }
}

async function plainFolder(parent: OpenFolder, name: string, owner: Wanted["owner"]): Promise<OpenFolder> {
  const path = parent.at(name);
  const found = await lstat(path).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) await rm(path, { force: true });
  const { folder } = await parent.makeFolder(name).catch(async () => {
    // Closed to us, or another thing by now.
    await removeTree(path);
    return parent.makeFolder(name);
  });
  const { uid, mode } = await folder.stat();
  const others = owner !== undefined && process.getuid?.() === 0 && uid !== owner.uid;
  // Made under a narrow umask, it is closed to the user of the container.
  if (others || (mode & 0o755) !== 0o755) await folder.give(others ? owner : undefined, 0o755);
  return folder;
}
