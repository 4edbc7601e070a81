import { lstat, mkdir, readdir, rmdir, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { OutputError } from "../errors.ts";
import { OpenFolder } from "../files/open-folder.ts";
import { lockNotes } from "../leftovers/lock-notes.ts";
import { removeTree } from "../leftovers/remove-tree.ts";
import type { Lock } from "./locks.ts";

/** The locks of a run, as they hold. */
export interface HeldLocks {
  /** What there is to mount. */
  readonly locks: readonly Lock[];
  /**
   * To be called while nothing of the project's runs. Throws OutputError where another repository lies in the place of one,
   * after removing it where there was none.
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
  await noteDown(
    privateDir,
    absent.map((path) => join(root, path)),
  );
  const made: string[] = [];
  for (const path of absent) if (await makePlace(root, path, owner)) made.push(path);
  const mounted = locks.filter(({ kind, path }) => (kind === "absent" ? made.includes(path) : kind !== "watched"));
  const watch = new Watch(root, await Promise.all(locks.map((lock) => seen(root, lock, made))));
  try {
    return await body({ locks: mounted, check: () => watch.check() });
  } catch (error) {
    // However the run ended, nothing stays that git would obey.
    await watch.check();
    throw error;
  } finally {
    for (const path of made) await inParent(root, path, (parent) => rmdir(parent.at(".git"))).catch(() => undefined);
  }
}

/** A file for each: their paths may have line feeds. */
async function noteDown(privateDir: string, places: readonly string[]): Promise<void> {
  await mkdir(join(privateDir, lockNotes));
  for (const [i, place] of places.entries()) await writeFile(join(privateDir, lockNotes, String(i)), place);
}

/**
 * False where nothing can be made. What the code under test then makes there, having given itself the right to, is found
 * afterwards.
 */
async function makePlace(root: string, path: string, owner: Owner): Promise<boolean> {
  const parent = await OpenFolder.below(root, posix.dirname(path)).catch(() => undefined);
  if (parent === undefined) return false;
  try {
    const { folder, made } = await parent.makeFolder(".git");
    const given = process.getuid?.() === 0 ? owner : undefined;
    await (made ? folder.give(given, 0o755) : Promise.resolve()).finally(() => folder.close());
    return true;
  } catch {
    return false;
  } finally {
    await parent.close();
  }
}

/** A place of git's, and what lay there before the code under test ran. */
interface Seen {
  readonly path: string;
  /** Nothing of anybody's. */
  readonly empty: boolean;
  readonly identity: string;
}

async function seen(root: string, { path, kind }: Lock, made: readonly string[]): Promise<Seen> {
  const identity = await identityOf(root, path);
  return { path, empty: (kind === "absent" && made.includes(path)) || identity === "", identity };
}

class Watch {
  readonly #root: string;
  readonly #places: readonly Seen[];

  constructor(root: string, places: readonly Seen[]) {
    this.#root = root;
    this.#places = places;
  }

  async check(): Promise<void> {
    const replaced: string[] = [];
    for (const place of this.#places) {
      const now = await identityOf(this.#root, place.path);
      if (now === place.identity && (!place.empty || now === "" || (await this.#isEmpty(place.path)))) continue;
      replaced.push(place.path);
      if (place.empty)
        await inParent(this.#root, place.path, (parent) => removeTree(parent.at(".git"))).catch(() => undefined);
    }
    if (replaced.length === 0) return;
    throw new OutputError(
      `The code under test has replaced ${replaced.join(", ")}: git would do what stands there.`,
      "Run no git in the workspace, and check it out anew. Look for code that moves the folders of repositories.",
    );
  }

  #isEmpty(path: string): Promise<boolean> {
    return inParent(this.#root, path, async (parent) => (await readdir(parent.at(".git"))).length === 0).catch(
      () => false,
    );
  }
}

/** What lies in a place of git's; empty where there is nothing, or no way to it without a link: git goes through none. */
function identityOf(root: string, path: string): Promise<string> {
  return inParent(root, path, async (parent) => {
    const { dev, ino } = await lstat(parent.at(".git"));
    return `${dev}:${ino}`;
  }).catch(() => "");
}

async function inParent<T>(root: string, path: string, body: (parent: OpenFolder) => Promise<T>): Promise<T> {
  const parent = await OpenFolder.below(root, posix.dirname(path));
  return body(parent).finally(() => parent.close());
}
