import { chmod, readdir, rmdir, unlink } from "node:fs/promises";
import { OpenFolder } from "../files/open-folder.ts";

/** Files of a folder that are removed at once. */
const atOnce = 64;

/**
 * Removes a file or a folder, as far as there is one. Go before 1.14 write-protects its modules, and so may the code under
 * test what it leaves behind. No link is followed, also where others put one in the place of a folder meanwhile.
 */
export async function removeTree(path: string): Promise<void> {
  const folder = await openToEmpty(path);
  if (folder === undefined) return unlink(path).catch(unless("ENOENT"));
  try {
    // Others than root need the right to change it.
    await folder.give(undefined, 0o700).catch(() => undefined);
    const names = await readdir(folder.at("."));
    for (let next = names.splice(0, atOnce); next.length > 0; next = names.splice(0, atOnce)) {
      const left = await Promise.all(next.map((name) => unlinked(folder.at(name))));
      for (const name of next.filter((_, i) => !left[i])) await removeTree(folder.at(name));
    }
  } finally {
    await folder.close();
  }
  await rmdir(path).catch(unless("ENOENT"));
}

/** Undefined where there is no folder. */
async function openToEmpty(path: string): Promise<OpenFolder | undefined> {
  const open = () => OpenFolder.open(path).catch(unless("ENOENT", "ENOTDIR", "ELOOP"));
  return open().catch(async () => {
    await chmod(path, 0o700);
    return open();
  });
}

/** False where there is a folder of that name. */
async function unlinked(path: string): Promise<boolean> {
  return unlink(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );
}

function unless(...codes: readonly string[]) {
  return (error: NodeJS.ErrnoException): undefined => {
    if (!codes.includes(error.code ?? "")) throw error;
  };
}
