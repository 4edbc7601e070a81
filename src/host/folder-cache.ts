import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { lstat, readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { exists } from "../files/exists.ts";
import { plainFolders } from "../files/plain-folders.ts";
import { isAbandonedName, ownName } from "../leftovers/own-name.ts";
import { removeTree } from "../leftovers/remove-tree.ts";
import { surroundings } from "../leftovers/this-process.ts";
import { cachePlace, requireOwn } from "./cache-place.ts";
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
  readonly shared = false;
  readonly #root: string;
  readonly #workspace: string;
  readonly #named: boolean;
  readonly #warn: (line: string) => void;
  #folder: string;
  #usable = true;

  /** `own`: the folder that somebody wants to be used instead, by whatever projects they say so for. */
  constructor(root: string, workspace: string, own?: string, warn: (line: string) => void = () => {}) {
    this.#root = root;
    this.#workspace = real(workspace);
    this.#named = Boolean(own);
    this.#warn = warn;
    this.#folder = own ? resolve(own) : join(root, projects, projectName(workspace));
  }

  get folder(): string {
    return this.#folder;
  }

  get usable(): boolean {
    return this.#usable;
  }

  async restore(): Promise<string | undefined> {
    try {
      await this.#use();
      await this.#sweep().catch(() => undefined); // The next run tries again.
      const users = (await readdir(this.folder)).filter((name) => name !== runs);
      return users.length > 0 ? this.folder : undefined;
    } catch (error) {
      this.#usable = false;
      const reason = error instanceof Error ? error.message : String(error);
      this.#warn(
        `Go's caches are not kept: ${this.folder} cannot be used: ${reason}. Let XDG_CACHE_HOME or GO_DOCKER_ACTION_CACHE name a folder that is yours, outside of the workspace.`,
      );
      return undefined;
    }
  }

  async save(): Promise<void> {}

  async #use(): Promise<void> {
    await this.#mark(ownName());
    const here = surroundings();
    const marks = join(this.folder, runs);
    for (const other of await readdir(marks)) {
      if (isAbandonedName(other, here)) await rm(join(marks, other), { force: true });
    }
  }

  /** Until the mark stands: another run may be taking an old folder away just now. */
  async #mark(name: string, tries = 3): Promise<void> {
    this.#folder = await cachePlace(this.folder, this.#workspace);
    if (!this.#named) await this.#requireOwn(this.folder);
    const fault = await mark(this.folder, name).catch((error: Error) => error);
    if (fault !== undefined && tries === 1) throw fault;
    if (fault !== undefined) await this.#mark(name, tries - 1);
  }

  async #requireOwn(...more: readonly string[]): Promise<void> {
    for (const path of [this.#root, join(this.#root, projects), ...more]) await requireOwn(path, this.#workspace);
  }

  async #sweep(): Promise<void> {
    const until = performance.now() + patience;
    const folder = join(this.#root, projects);
    await this.#requireOwn();
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

/** Says what is wrong where the mark does not stand then. */
async function mark(folder: string, name: string): Promise<Error | undefined> {
  const { uid, gid } = await lstat(folder);
  await plainFolders(folder, [runs], { owner: { uid, gid } });
  const marks = join(folder, runs);
  await writeFile(join(marks, name), "", { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
  });
  const now = new Date();
  await utimes(marks, now, now).catch(() => undefined);
  return (await exists(join(marks, name))) ? undefined : new Error("what is written there is gone at once");
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
