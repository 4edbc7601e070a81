import { randomBytes } from "node:crypto";
import { chown, lstat, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseBoundedJson } from "../bounded-json.ts";
import { readBounded, usualLimit } from "../files/read-bounded.ts";
import { workspaceText } from "../files/workspace-file.ts";
import type { Log } from "../host/host.ts";
import { removeTree } from "../leftovers/remove-tree.ts";
import type { Workspace } from "../project/project.ts";
import { escapedName, type GoSum, parseGoSum } from "../reading/go-sum.ts";
import { dirHash, goModHash } from "./dir-hash.ts";

/** Bytes. */
const longestInfo = 64 * 1024;

/** Go would start it, and compares it with the checksum database instead of go.sum. */
const toolchain = "golang.org/toolchain";

type Place = Pick<Workspace, "path" | "mode" | "moduleDirs" | "uid" | "gid">;

/**
 * Keeps of a restored module cache (`pkg`) what the workspace's go.sum vouches for, and nothing else: go takes an
 * extracted module for what it once was, and starts git and toolchains out of this folder. What is missing then, go
 * downloads again.
 */
export async function verifyModules(pkg: string, workspace: Place, log: Log, signal: AbortSignal): Promise<void> {
  if (workspace.mode === "gopath") return;
  const verified = join(dirname(pkg), `pkg-${randomBytes(8).toString("hex")}`);
  const cache = new ModuleCache(join(pkg, "mod"), join(verified, "mod"), workspace);
  await mkdir(join(verified, "mod"), { recursive: true });
  const sums = await goSums(workspace);
  for (const sum of sums.values()) {
    signal.throwIfAborted();
    await cache.take(sum);
  }
  await removeTree(pkg);
  await rename(verified, pkg);
  await cache.give(pkg);
  const [first] = cache.changed;
  if (first === undefined) return;
  const others = cache.changed.length === 1 ? "" : `, and ${cache.changed.length - 1} more`;
  log.warning(`The cache's copy of ${first} is not what go.sum says${others}: it is not used, and downloaded again.`);
}

/** What may be, by module or go.mod. */
interface Vouched extends Omit<GoSum, "hash"> {
  readonly hashes: Set<string>;
}

async function goSums({ path, moduleDirs }: Place): Promise<ReadonlyMap<string, Vouched>> {
  const sums = new Map<string, Vouched>();
  for (const file of [...new Set(moduleDirs.flatMap(withAbove))].flatMap((dir) => [
    join(dir, "go.sum"),
    join(dir, "go.work.sum"),
  ])) {
    // Where it is no plain file of a usual size, nothing is vouched for.
    for (const { hash, ...sum } of parseGoSum(await workspaceText(path, file, { limit: usualLimit }))) {
      if (sum.path === toolchain) continue;
      const key = `${sum.path}@${sum.version} ${sum.of}`;
      const known = sums.get(key) ?? { ...sum, hashes: new Set() };
      known.hashes.add(hash);
      sums.set(key, known);
    }
  }
  return sums;
}

/** A folder of the workspace, and those that it is in: a go.work may lie in any of them. */
function withAbove(dir: string): readonly string[] {
  return dir === "." ? [dir] : [dir, ...withAbove(dirname(dir))];
}

/** Moves what is right from one folder to another. Both are ours: what was restored holds no links. */
class ModuleCache {
  /** Modules that go.sum knows otherwise. */
  readonly changed: string[] = [];
  readonly #from: string;
  readonly #to: string;
  readonly #owner: Pick<Workspace, "uid" | "gid">;
  readonly #made = new Set<string>();

  constructor(from: string, to: string, owner: Pick<Workspace, "uid" | "gid">) {
    this.#from = from;
    this.#to = to;
    this.#owner = owner;
  }

  async take({ path, version, of, hashes }: Vouched): Promise<void> {
    const name = `${path}@${version}`;
    const about = join("cache/download", escapedName(path), "@v", escapedName(version));
    if (of === "go.mod") {
      const file = `${about}.mod`;
      if ((await this.#kind(file)) !== "file") return;
      if (!hashes.has(await goModHash(join(this.#from, file)))) return void this.changed.push(`${name}'s go.mod`);
      await this.#move(file);
      return this.#info(`${about}.info`, version);
    }
    const folder = `${escapedName(path)}@${escapedName(version)}`;
    if ((await this.#kind(folder)) !== "folder") return;
    const hash = await dirHash(join(this.#from, folder), name);
    if (hash === undefined || !hashes.has(hash)) return void this.changed.push(name);
    await this.#move(folder);
    // By this file go tells what it has extracted.
    await this.#write(`${about}.ziphash`, hash);
  }

  /** Go wants it of a list of modules only. What it says besides the version's date could lead go elsewhere. */
  async #info(file: string, version: string): Promise<void> {
    if ((await this.#kind(file)) !== "file") return;
    const info = await readBounded(join(this.#from, file), { limit: longestInfo }).catch(() => undefined);
    const time = timeIn(info?.toString("utf8") ?? "");
    if (time !== undefined) await this.#write(file, JSON.stringify({ Version: version, Time: time }));
  }

  async #kind(name: string): Promise<"file" | "folder" | "other"> {
    const stat = await lstat(join(this.#from, name)).catch(() => undefined);
    if (stat?.isFile() === true) return "file";
    return stat?.isDirectory() === true ? "folder" : "other";
  }

  async #move(name: string): Promise<void> {
    await this.#folder(dirname(name));
    await rename(join(this.#from, name), join(this.#to, name));
  }

  async #write(name: string, content: string): Promise<void> {
    await this.#folder(dirname(name));
    await writeFile(join(this.#to, name), content);
    this.#made.add(name);
  }

  async #folder(name: string): Promise<void> {
    await mkdir(join(this.#to, name), { recursive: true });
    for (let at = name; at !== "."; at = dirname(at)) this.#made.add(at);
  }

  /** To the user that the container runs as; only root makes files for somebody else. */
  async give(pkg: string): Promise<void> {
    if (process.getuid?.() !== 0) return;
    const { uid, gid } = this.#owner;
    for (const name of ["..", ".", ...this.#made]) {
      const path = join(pkg, "mod", name);
      if (!relative(pkg, path).startsWith("..")) await chown(path, uid, gid);
    }
  }
}

function timeIn(json: string): string | undefined {
  try {
    const { Time } = { ...(parseBoundedJson(json) as { readonly Time?: unknown } | null) };
    return typeof Time === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(Time) ? Time : undefined;
  } catch {
    return undefined;
  }
}
