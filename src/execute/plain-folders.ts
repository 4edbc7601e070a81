import { lstat, readdir, rm } from "node:fs/promises";
import { OpenFolder } from "../files/open-folder.ts";
import { removeTree } from "../leftovers/remove-tree.ts";

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Makes folders below `root`, each in the one before it, the last one empty. Code under test writes in there, also in
 * another run that goes on meanwhile: what is no folder is removed, and no link on the way is followed.
 */
export async function plainFolders(root: string, names: readonly string[], owner: Owner): Promise<void> {
  let at = await OpenFolder.open(root);
  try {
    for (const name of names) {
      const parent = at;
      at = await plainFolder(parent, name, owner);
      await parent.close();
    }
    for (const name of await readdir(at.at("."))) await removeTree(at.at(name));
  } finally {
    await at.close();
  }
}

async function plainFolder(parent: OpenFolder, name: string, owner: Owner): Promise<OpenFolder> {
  const path = parent.at(name);
  const found = await lstat(path).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) await rm(path, { force: true });
  const { folder } = await parent.makeFolder(name).catch(async () => {
    // Closed to us, or another thing by now.
    await removeTree(path);
    return parent.makeFolder(name);
  });
  const others = process.getuid?.() === 0 && (await folder.stat()).uid !== owner.uid;
  await folder.give(others ? owner : undefined, 0o755);
  return folder;
}
