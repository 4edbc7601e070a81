import { lstat, readdir, realpath } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Problem } from "../errors.ts";
import { whyNoPlace } from "../files/place-name.ts";
import type { Git } from "./git.ts";
import { repositoryAt } from "./repository.ts";

/** A `.git` of the workspace that the code under test must not change, nor make. */
export interface Lock {
  /** Relative to the workspace: `.git`, `sub/.git`. */
  readonly path: string;
  /**
   * `mirror`: the container sees the mirror of that repository; `kept`: what lies there, read-only; `absent`: there is
   * none yet, and none is to be made; `watched`: nothing can be mounted there, so that it is looked at afterwards.
   */
  readonly kind: "mirror" | "kept" | "absent" | "watched";
}

/** Of a workspace with more repositories in it, these are locked. */
const most = 100;

/** Of the others' submodules. */
const mostSubmodules = 10_000;

/** Folders that are looked through for repositories, and how deep. */
const mostFolders = 20_000;
const deepest = 8;

interface Locks {
  readonly locks: readonly Lock[];
  readonly problem?: Problem;
  readonly note?: string;
}

/**
 * Which places of git's to lock: the `.git` of the workspace, also where there is none; those of checkouts in its folders;
 * those of the submodules that an index names, also where they are not there yet; and the folders to which a file leads.
 */
export async function findLocks(root: string, git: Git | undefined): Promise<Locks> {
  const top = await lstat(join(root, ".git")).catch(() => undefined);
  if (top?.isSymbolicLink() === true) return { locks: [], problem: linked };
  const nested = await nestedRepositories(root);
  const repositories = await linkedFolders(root, [".git", ...nested]);
  const submodules = git === undefined ? [] : await submodulesOf(root, git, nested);
  const places = [...new Set([".git", ...nested, ...repositories, ...submodules])];
  const mirrored = git !== undefined && git.repository.kind === "directory" ? git.repository.gitDir : "";
  const all: Lock[] = [];
  for (const path of places)
    all.push({ path, kind: join(root, path) === mirrored ? "mirror" : await kindOf(root, path) });
  const mounted = all.filter(({ kind }) => kind !== "watched").slice(0, most);
  const rest = all.filter((lock) => !mounted.includes(lock));
  const open = rest.filter(({ kind }) => kind === "kept").length;
  return {
    locks: [...mounted, ...rest.map(({ path }): Lock => ({ path, kind: "watched" }))],
    ...(open > 0 ? { note: tooMany(open) } : {}),
  };
}

/** Where the indexes of the workspace's repository and of those in it want other ones, as places of git's. */
async function submodulesOf(root: string, git: Git, nested: readonly string[]): Promise<readonly string[]> {
  const found = [...placesIn(root, git.repository.top, git.submodules)];
  for (const path of nested.slice(0, most)) {
    const other = await repositoryAt(dirname(join(root, path)));
    if (other === undefined || other.top === git.repository.top) continue;
    found.push(...placesIn(root, other.top, await git.submodulesOf(other)));
  }
  return found.slice(0, mostSubmodules);
}

function placesIn(root: string, top: string, submodules: readonly string[]): readonly string[] {
  return submodules.flatMap((path) => {
    const own = relative(root, join(top, path, ".git"));
    return whyNoPlace(dirname(own)) === undefined ? [own] : [];
  });
}

/** Repositories that lie elsewhere in the workspace than where their work trees are. */
async function linkedFolders(root: string, places: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of places.slice(0, most)) {
    const repository = await repositoryAt(dirname(join(root, path)));
    if (repository?.kind !== "file") continue;
    for (const folder of [repository.gitDir, repository.commonDir]) {
      const own = relative(root, await realpath(folder));
      const known = [...places, ...found].some((other) => own === other || own.startsWith(`${other}/`));
      if (!known && whyNoPlace(own) === undefined) found.push(own);
    }
  }
  return found;
}

const linked: Problem = {
  input: "working-directory",
  item: ".git",
  message: "it is a link, which cannot be locked. Put a file there instead, with the line `gitdir: <path>`.",
};

function tooMany(rest: number): string {
  return `The workspace holds many repositories: the code under test can write to the .git of ${rest} of them. Do not run git there afterwards.`;
}

/** What holds a place: what is there, as a file or a folder, or a new folder in one that no link leads to. */
async function kindOf(root: string, path: string): Promise<Lock["kind"]> {
  const folder = join(root, dirname(path));
  const found = await lstat(join(root, path)).catch(() => undefined);
  if ((await realpath(folder).catch(() => "")) !== folder || found?.isSymbolicLink() === true) return "watched";
  if (found === undefined) return "absent";
  // An empty folder of that name is nothing to git. It may be what a killed run has left.
  const isEmpty = found.isDirectory() && (await readdir(join(root, path)).catch(() => [""])).length === 0;
  return isEmpty ? "absent" : "kept";
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
