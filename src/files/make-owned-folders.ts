import { realpath, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { OpenFolder } from "./open-folder.ts";

/** Makes a folder, and those above it that are missing. As root, they belong to whose the nearest one above is. */
export async function makeOwnedFolders(path: string): Promise<void> {
  const missing: string[] = [];
  let above = path;
  let real = await realpath(above).catch(ifMissing);
  while (real === undefined) {
    missing.unshift(basename(above));
    above = dirname(above);
    real = await realpath(above).catch(ifMissing);
  }
  const { uid, gid } = await stat(real);
  let at = await OpenFolder.open(real);
  try {
    for (const name of missing) {
      const parent = at;
      const { folder, made } = await parent.makeFolder(name);
      at = folder;
      await parent.close();
      if (made) await folder.give(process.getuid?.() === 0 ? { uid, gid } : undefined, 0o755);
    }
  } finally {
    await at.close();
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
