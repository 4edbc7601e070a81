import { lstat, readdir, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OutputError } from "../errors.ts";
import { OpenFolder } from "../files/open-folder.ts";
import { lockNote } from "../leftovers/lock-note.ts";
import { removeTree } from "../leftovers/remove-tree.ts";
import type { Lock } from "./locks.ts";

/** The locks of a run, as they hold. */
export interface HeldLocks {
  /** What there is to mount: a lock whose place cannot be made is held by the folder's own rights. */
  readonly locks: readonly Lock[];
  /**
   * To be called when nothing of the project's runs any more. Throws OutputError where another repository lies in the place
   * of one, after removing it where there was none.
   */
  check(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Gives the body the locks with their places made: where there is no `.git`, an empty folder, to be mounted read-only. It
 * goes again, whatever ends us: `privateDir` is where the janitor looks for what to remove.
 */
export async function withLocks<T>(
  root: string,
  locks: readonly Lock[],
  owner: Owner,
  privateDir: string,
  body: (held: HeldLocks) => Promise<T>,
): Promise<T> {
  const absent = locks.filter(({ kind }) => kind === "absent").map(({ path }) => path);
  await writeFile(join(privateDir, lockNote), absent.map((path) => `${join(root, path)}\n`).join(""));
  const made: string[] = [];
  for (const path of absent) if (await makePlace(root, path, owner)) made.push(path);
  try {
    const held = locks.filter(({ kind, path }) => kind !== "absent" || made.includes(path));
    const before = await Promise.all(held.map(({ path }) => identity(root, path)));
    return await body({ locks: held, check: () => checkAll(root, held, before) });
  } finally {
    for (const path of made) await inFolderOf(root, path, (place) => rmdir(place)).catch(() => undefined);
  }
}

/** Works on a `.git` by a path on which there is no link, whatever lies there by now. Fails where there is no such path. */
async function inFolderOf<T>(root: string, path: string, work: (place: string) => Promise<T>): Promise<T> {
  const folder = await OpenFolder.below(root, dirname(path));
  return work(folder.at(".git")).finally(() => folder.close());
}

/** False where nothing can be made: then the code under test, which has no more rights, cannot do so either. */
async function makePlace(root: string, path: string, owner: Owner): Promise<boolean> {
  const parent = await OpenFolder.below(root, dirname(path)).catch(() => undefined);
  if (parent === undefined) return false;
  try {
    const { folder } = await parent.makeFolder(".git");
    await folder.give(process.getuid?.() === 0 ? owner : undefined, 0o755).finally(() => folder.close());
    return true;
  } catch {
    return false;
  } finally {
    await parent.close();
  }
}

async function checkAll(root: string, locks: readonly Lock[], before: readonly string[]): Promise<void> {
  const replaced: string[] = [];
  for (const [i, { path, kind }] of locks.entries()) {
    if ((await identity(root, path)) === before[i] && (kind !== "absent" || (await isEmpty(root, path)))) continue;
    replaced.push(path);
    if (kind === "absent") await inFolderOf(root, path, removeTree).catch(() => undefined);
  }
  if (replaced.length === 0) return;
  throw new OutputError(
    `The code under test has replaced ${replaced.join(", ")}: git would do what stands there.`,
    "Run no git in the workspace, and check it out anew. Look for code that moves the folders of repositories.",
  );
}

const isEmpty = (root: string, path: string) =>
  inFolderOf(root, path, async (place) => (await readdir(place)).length === 0).catch(() => false);

const identity = (root: string, path: string) =>
  inFolderOf(root, path, async (place) => {
    const { dev, ino } = await lstat(place);
    return `${dev}:${ino}`;
  }).catch(() => "");
