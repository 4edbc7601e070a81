import { constants } from "node:fs";
import { lstat, open, readdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "../engine/engine.ts";
import { temporaryImages } from "../engine/temporary-image.ts";
import { isAbandonedName } from "./own-name.ts";
import { isAbandoned } from "./owner.ts";
import { removeTree } from "./remove-tree.ts";
import { surroundings } from "./this-process.ts";

/** In a run's folder: whose it is. */
export const ownerFile = "owner";

/** How the names of a run's folders begin; 16 hex digits follow. */
export const folderPrefix = "gda-";

/** Removes the folders of runs that were killed, and gives their names. */
export async function sweepFolders(temp: string): Promise<readonly string[]> {
  const here = surroundings();
  const swept: string[] = [];
  for (const name of (await readdir(temp)).filter((entry) => /^gda-[0-9a-f]{16}$/.test(entry))) {
    const folder = join(temp, name);
    const owner = await ownerOf(folder);
    if (owner === undefined) {
      await removeUnowned(folder);
      continue;
    }
    if (!isAbandoned(owner, here)) continue;
    await removeOwned(folder).then(
      () => swept.push(name),
      () => undefined, // Somebody else's business: another run may be sweeping, too.
    );
  }
  return swept;
}

/** Removes a run's folder. Who is killed on the way leaves what says whose the rest is. */
export async function removeOwned(folder: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name !== ownerFile);
  await Promise.all(others.map((name) => removeTree(join(folder, name))));
  await removeTree(folder);
}

/** Everything was killed before the folder was told its owner: it is empty, or not of this kind. */
async function removeUnowned(folder: string): Promise<void> {
  const stat = await lstat(folder).catch(() => undefined);
  if (stat !== undefined && Date.now() - stat.mtimeMs > 60_000) await rmdir(folder).catch(() => undefined);
}

/** Only what is a folder of our own is looked into: in a shared temporary folder others can make one of that name. */
async function ownerOf(folder: string): Promise<string | undefined> {
  try {
    const stat = await lstat(folder);
    if (!stat.isDirectory() || stat.uid !== process.getuid?.()) return undefined;
    const file = await open(join(folder, ownerFile), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

/** Removes the images that runs had in the engine for a moment when they were killed, and gives their names. */
export async function sweepImages(engine: Engine): Promise<readonly string[]> {
  const here = surroundings();
  const tags = await engine.imageTags(temporaryImages);
  const abandoned = tags.filter((tag) => isAbandonedName(tag, here)).map((tag) => `${temporaryImages}:${tag}`);
  for (const ref of abandoned) await engine.removeImage(ref);
  return abandoned;
}

/** Removes the containers of runs that were killed together with their engine's client, and gives their names. */
export async function sweepContainers(engine: Engine): Promise<readonly string[]> {
  const here = surroundings();
  const abandoned = (await engine.containers()).filter(({ owner }) => isAbandoned(owner, here)).map(({ name }) => name);
  if (abandoned.length > 0) await engine.removeContainers(abandoned);
  return abandoned;
}
