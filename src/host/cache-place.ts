import { chmod, lstat, readlink, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { inside } from "../files/inside.ts";
import { makeOwnedFolders } from "../files/make-owned-folders.ts";

/** Linux follows no more. */
const mostLinks = 40;

/** Makes the folder, and gives where it lies. Throws an Error that says why it cannot be used. */
export async function cachePlace(path: string, workspace: string): Promise<string> {
  if (!isAbsolute(path)) throw new Error("it is no absolute path");
  const place = await followed(path, workspace);
  await makeOwnedFolders(place);
  return place;
}

/** Where links lead, one after another; those that code under test can put there are not followed. */
async function followed(path: string, workspace: string): Promise<string> {
  const left = parts(resolve(path));
  let at = "/";
  for (let links = 0, name = left.shift(); name !== undefined; name = left.shift()) {
    const next = join(at, name);
    const found = await lstat(next).catch(() => undefined);
    if (found?.isSymbolicLink() !== true) {
      at = next;
      continue;
    }
    links += 1;
    if (inside(workspace, at)) throw new Error(`${next} is a link, which the code under test may have made`);
    if (links > mostLinks) throw new Error(`${next} leads in a circle`);
    left.unshift(...parts(resolve(at, await readlink(next))));
    at = "/";
  }
  return at;
}

const parts = (path: string) => path.split("/").filter((part) => part !== "");

/** Throws where another user of the machine may have put something into a folder: go believes what is in its caches. */
export async function requireOwn(path: string, workspace: string): Promise<void> {
  const own = process.geteuid?.();
  if (own === undefined) return;
  const { uid, mode } = await stat(path);
  // Root also runs for the workspace's owner, with that user's home.
  const owners = [0, own, ...(own === 0 ? [(await lstat(workspace)).uid] : [])];
  if (![uid, (await lstat(path)).uid].every((one) => owners.includes(one)))
    throw new Error(`${path} belongs to another user`);
  if ((mode & 0o002) === 0) return;
  if (uid !== own) throw new Error(`every user may write to ${path}`);
  await chmod(path, mode & 0o755);
}
