import { lstat, readdir, realpath } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Problem } from "../errors.ts";
import { whyNoPlace } from "../files/place-name.ts";
import type { Git } from "./git.ts";

/** A `.git` of the workspace that the code under test must not change, nor make. */
export interface Lock {
  /** Relative to the workspace: `.git`, `sub/.git`. */
  readonly path: string;
  /**
   * `mirror`: the container sees the mirror of that repository; `kept`: what lies there, read-only; `absent`: there is
   * none yet, and none is to be made.
   */
  readonly kind: "mirror" | "kept" | "absent";
}

/** Of a workspace with more repositories in it, these are locked. */
const most = 100;

/** Folders that are looked through for repositories, and how deep. */
const mostFolders = 20_000;
const deepest = 8;

interface Locks {
  readonly locks: readonly Lock[];
  readonly problem?: Problem;
  readonly note?: string;
}

/**
 * Which `.git` to lock: that of the workspace, also where there is none; those of checkouts in its folders; and those of
 * the submodules that the index names, also where they are not there yet.
 */
export async function findLocks(root: string, git: Git | undefined): Promise<Locks> {
  const top = await lstat(join(root, ".git")).catch(() => undefined);
  if (top?.isSymbolicLink() === true) return { locks: [], problem: linked };
  const nested = await nestedRepositories(root);
  const submodules = (git?.submodules ?? []).flatMap((path) => {
    const own = relative(root, join(git?.repository.top ?? root, path, ".git"));
    return whyNoPlace(dirname(own)) === undefined && !own.includes("\n") ? [own] : [];
  });
  const known = new Set([".git", ...nested]);
  const missing = await Promise.all(
    submodules.filter((path) => !known.has(path)).map(async (path) => ((await isPlace(root, path)) ? [path] : [])),
  );
  const mirrored = git !== undefined && git.repository.kind === "directory" ? git.repository.gitDir : "";
  const locks: Lock[] = [
    ...(await Promise.all(
      [".git", ...nested].map(
        async (path): Promise<Lock> => ({ path, kind: (await isThere(root, path)) ? "kept" : "absent" }),
      ),
    )),
    ...missing.flat().map((path): Lock => ({ path, kind: "absent" })),
  ];
  const all = locks.map((lock) => (join(root, lock.path) === mirrored ? { ...lock, kind: "mirror" as const } : lock));
  const rest = all.length - most;
  return { locks: all.slice(0, most), ...(rest > 0 ? { note: tooMany(rest) } : {}) };
}

const linked: Problem = {
  input: "working-directory",
  item: ".git",
  message: "it is a link, which cannot be locked. Put a file there instead, with the line `gitdir: <path>`.",
};

function tooMany(rest: number): string {
  return `The workspace holds many repositories: the code under test can write to the .git of ${rest} of them. Do not run git there afterwards.`;
}

/** An empty folder of that name is nothing to git. It may be what a killed run has left. */
async function isThere(root: string, path: string): Promise<boolean> {
  const entries = await readdir(join(root, path)).catch((error: NodeJS.ErrnoException) => error.code);
  return entries !== "ENOENT" && entries?.length !== 0;
}

/** A submodule's folder that is there and holds no repository, with no link on the way. */
async function isPlace(root: string, path: string): Promise<boolean> {
  const folder = join(root, dirname(path));
  const real = await realpath(folder).catch(() => "");
  const found = await lstat(join(root, path)).catch(() => undefined);
  return real === folder && found === undefined;
}

/** Where else in the workspace there is a `.git`: folder after folder, no link is followed. */
async function nestedRepositories(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [""];
  let seen = 0;
  for (let depth = 0; depth < deepest && seen < mostFolders; depth++) {
    seen += level.length;
    const looked = [];
    for (const folder of level.slice(0, mostFolders)) looked.push(await lookInto(root, folder));
    if (depth > 0) found.push(...looked.flatMap(({ repository }) => repository));
    level = looked.flatMap(({ below }) => below);
  }
  return found;
}

/** The `.git` of a folder, and the folders below it. */
async function lookInto(root: string, folder: string) {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const path = ({ name }: { readonly name: string }) => (folder === "" ? name : `${folder}/${name}`);
  return {
    repository: entries.filter((entry) => entry.name === ".git" && (entry.isFile() || entry.isDirectory())).map(path),
    below: entries.filter((entry) => entry.isDirectory() && !/^(\.git|node_modules)$/.test(entry.name)).map(path),
  };
}
