import { lstat, mkdir, readdir, rmdir, writeFile } from "node:fs/promises";
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
  const absent = locks.filter(({ kind }) => kind === "absent").map(({ path }) => join(root, path));
  await writeFile(join(privateDir, lockNote), absent.map((path) => `${path}\n`).join(""));
  const made: string[] = [];
  for (const path of absent) if (await makePlace(path, owner)) made.push(path);
  try {
    const mounted = locks.filter(({ kind, path }) => kind !== "absent" || made.includes(join(root, path)));
    const before = await Promise.all(mounted.map(({ path }) => identity(join(root, path))));
    return await body({ locks: mounted, check: () => checkAll(root, mounted, before) });
  } finally {
    for (const path of made) await rmdir(path).catch(() => undefined);
  }
}

/** False where nothing can be made: then the code under test, which has no more rights, cannot do so either. */
async function makePlace(path: string, owner: Owner): Promise<boolean> {
  const parent = await OpenFolder.open(dirname(path)).catch(() => undefined);
  if (parent === undefined) return false;
  try {
    await mkdir(parent.at(".git")).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    const place = await parent.folder(".git");
    await place.give(process.getuid?.() === 0 ? owner : undefined, 0o755).finally(() => place.close());
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
    const place = join(root, path);
    if ((await identity(place)) === before[i] && (kind !== "absent" || (await isEmpty(place)))) continue;
    replaced.push(path);
    if (kind === "absent") await removeTree(place).catch(() => undefined);
  }
  if (replaced.length === 0) return;
  throw new OutputError(
    `The code under test has replaced ${replaced.join(", ")}: git would do what stands there.`,
    "Run no git in the workspace, and check it out anew. Look for code that moves the folders of repositories.",
  );
}

const isEmpty = (path: string) =>
  readdir(path).then(
    (entries) => entries.length === 0,
    () => false,
  );

const identity = (path: string) =>
  lstat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => "",
  );
