import { lstat } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { exists } from "../files/exists.ts";
import { type Bounds, readBounded } from "../files/read-bounded.ts";

/** Where a repository lies on the host. All paths are absolute. */
export interface Repository {
  /** The folder that holds `.git`. */
  readonly top: string;
  /** The repository itself: `.git`, or where a file of that name leads. */
  readonly gitDir: string;
  /** What the worktrees of a repository share: references, objects, settings. */
  readonly commonDir: string;
  readonly kind: "directory" | "file";
  /** To whom all of that belongs. */
  readonly owner: number;
}

/** Whom a repository may belong to, as git itself demands: numbers of users. */
type Owners = readonly number[];

/** A `.git` file or `commondir` file holds one path. */
const bounds: Bounds = { limit: 64 * 1024 };

/**
 * The repository of a folder: that whose `.git` lies in it or nearest above. A repository without that name, as anybody
 * can commit one, is none; nor is one of somebody else's, nor a link.
 */
export async function findRepository(folder: string, owners: Owners): Promise<Repository | undefined> {
  for (let top = folder; ; top = dirname(top)) {
    const found = await repositoryAt(top, owners);
    if (found !== undefined) return found;
    if (dirname(top) === top) return undefined;
  }
}

/** The repository whose `.git` lies in just this folder; without owners, whoever it belongs to. */
export async function repositoryAt(top: string, owners?: Owners): Promise<Repository | undefined> {
  const dotGit = join(top, ".git");
  const found = await lstat(dotGit).catch(() => undefined);
  if (found === undefined || owners?.includes(found.uid) === false) return undefined;
  if (found.isFile()) return linkedRepository(top, dotGit, found.uid);
  // A `.git` folder with a `commondir` is no git's own: it would lead to settings elsewhere.
  if (!found.isDirectory() || !(await isFolder(join(dotGit, "objects"))) || (await exists(join(dotGit, "commondir"))))
    return undefined;
  return { top, gitDir: dotGit, commonDir: dotGit, kind: "directory", owner: found.uid };
}

/** A worktree's or a submodule's, whose repository lies elsewhere: among what belongs to the one who says so. */
async function linkedRepository(top: string, dotGit: string, owner: number): Promise<Repository | undefined> {
  const [, leads] = /^gitdir: (.+?)\n*$/.exec(await textOf(dotGit)) ?? [];
  if (leads === undefined) return undefined;
  const gitDir = resolve(top, leads);
  const shared = (await textOf(join(gitDir, "commondir"))).replace(/\n+$/, "");
  const commonDir = shared === "" ? gitDir : isAbsolute(shared) ? shared : resolve(gitDir, shared);
  const folders = await Promise.all([gitDir, commonDir].map((path) => lstat(path).catch(() => undefined)));
  return folders.every((one) => one?.isDirectory() && one.uid === owner)
    ? { top, gitDir, commonDir, kind: "file", owner }
    : undefined;
}

const textOf = (path: string) =>
  readBounded(path, bounds).then(
    (content) => content.toString("utf8"),
    () => "",
  );

const isFolder = (path: string) =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
