import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { lstat, readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { makeOwnedFolders } from "../files/make-owned-folders.ts";
import { isAbandonedName, ownName } from "../leftovers/own-name.ts";
import { removeTree } from "../leftovers/remove-tree.ts";
import { surroundings } from "../leftovers/this-process.ts";
import type { Cache } from "./host.ts";

/** Milliseconds after which a folder that nobody used goes. */
const oldest = 30 * 24 * 3600 * 1000;
/** Milliseconds that a run spends on what other projects have left. */
const patience = 2_000;

/** In a project's folder: the runs that use it, by marks that say whose they are. Its own date tells of the last one. */
const runs = "runs";
const projects = "projects";
const removed = /^\.removed-(.+)$/;

/**
 * A folder of each project's own, in the user's cache folder: what one project's tests leave in Go's caches, no other
 * project's build takes. Folders that were not used for 30 days go, and so do those that all projects shared once.
 */
export class FolderCache implements Cache {
  readonly folder: string;
  readonly shared = false;
  readonly #root: string;

  /** `own`: the folder that somebody wants to be used instead, by whatever projects they say so for. */
  constructor(root: string, workspace: string, own?: string) {
    this.#root = root;
    this.folder = own ? resolve(own) : join(root, projects, projectName(workspace));
  }

  async restore(): Promise<string | undefined> {
    await this.#use();
    await this.#sweep().catch(() => undefined); // The next run tries again.
    const users = (await readdir(this.folder)).filter((name) => name !== runs);
    return users.length > 0 ? this.folder : undefined;
  }

  async save(): Promise<void> {}

  /** Marks the folder, until the mark stands: another run may be taking an old folder away just now. */
  async #use(): Promise<void> {
    const marks = join(this.folder, runs);
    const mark = join(marks, ownName());
    for (let left = 3; left > 0; left -= 1) {
      await makeOwnedFolders(marks);
      await writeFile(mark, "").catch(() => undefined);
      const now = new Date();
      await utimes(marks, now, now).catch(() => undefined);
      if (await exists(mark)) break;
    }
    const here = surroundings();
    for (const name of await readdir(marks)) {
      if (isAbandonedName(name, here)) await rm(join(marks, name), { force: true });
    }
  }

  async #sweep(): Promise<void> {
    const until = performance.now() + patience;
    const folder = join(this.#root, projects);
    const shared = (await readdir(this.#root)).filter((name) => /^\d+$/.test(name));
    const paths = [
      ...(await readdir(folder)).map((name) => join(folder, name)),
      ...shared.map((name) => join(this.#root, name)),
    ];
    for (const path of paths) {
      if (performance.now() > until) return;
      // What cannot be removed does not keep the others.
      if (path !== this.folder) await sweepOne(folder, path).catch(() => undefined);
    }
  }
}

async function sweepOne(folder: string, path: string): Promise<void> {
  const [, owner] = removed.exec(basename(path)) ?? [];
  if (owner === undefined) {
    const isDue = path.startsWith(`${folder}/`) ? isOld : isOldShared;
    if (await isDue(path)) await takeAway(folder, path);
  } else if (isAbandonedName(owner, surroundings())) await removeTree(path);
}

/** The folder's own name, to be recognised, and a hash of where it lies. */
function projectName(workspace: string): string {
  const path = real(workspace);
  const tail =
    basename(path)
      .replace(/[^\w.-]+/g, "-")
      .replace(/^[.-]+/, "")
      .slice(0, 32) || "project";
  return `${tail}-${createHash("sha256").update(path).digest("hex").slice(0, 16)}`;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

/** A project's folder that nobody uses, nor has used for long. What is no folder of that kind is left alone. */
async function isOld(path: string): Promise<boolean> {
  const stat = await lstat(path);
  if (!stat.isDirectory() || !/-[0-9a-f]{16}$/.test(path)) return false;
  const marks = await lstat(join(path, runs)).catch(() => stat);
  return isLongAgo(marks.mtimeMs) && !(await isUsed(path));
}

async function isUsed(path: string): Promise<boolean> {
  const here = surroundings();
  const names = await readdir(join(path, runs)).catch(() => []);
  return names.some((name) => !isAbandonedName(name, here));
}

/** Of earlier versions, by user. Go itself touches this file once a day. */
async function isOldShared(path: string): Promise<boolean> {
  const stat = await lstat(path);
  const trimmed = await lstat(join(path, "build/trim.txt")).catch(() => stat);
  return stat.isDirectory() && isLongAgo(Math.max(stat.mtimeMs, trimmed.mtimeMs));
}

function isLongAgo(time: number): boolean {
  return Date.now() - time > oldest;
}

/** Under another name first: who comes meanwhile finds nothing, and who is ended on the way leaves what can be known. */
async function takeAway(folder: string, path: string): Promise<void> {
  const aside = join(folder, `.removed-${ownName()}`);
  await rename(path, aside);
  // It was looked at before it was moved.
  if (await isUsed(aside)) await rename(aside, path).catch(() => undefined);
  else await removeTree(aside);
}
