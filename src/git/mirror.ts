import { chown, mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type GitUser, runGit } from "./git.ts";
import { looseReferences, packedReferences } from "./loose-references.ts";
import { mirrorConfig, originUrl, readSettings, type Setting } from "./mirror-config.ts";
import type { Repository } from "./repository.ts";
import { type SourceFile, SourceFolder } from "./source-folder.ts";
import { webUrl } from "./web-url.ts";

/** Bytes. */
const limits = { reference: 4096, packedRefs: 64 * 2 ** 20, index: 512 * 2 ** 20, other: 16 * 2 ** 20 };

/**
 * Makes a repository that has the references and the index of another one, and none of its settings and hooks: nothing in
 * it can name a program. Its objects stay where they are. Gives the address of `origin`.
 */
export async function makeMirror(
  repository: Repository,
  folder: string,
  user: GitUser | undefined,
  signal: AbortSignal,
): Promise<string> {
  const mirror = new Mirror(folder, user, signal);
  // A folder for the objects is there, so that they can be mounted.
  for (const name of ["", "objects", "refs", "info"]) await mirror.makeFolder(name);
  const { gitDir, commonDir, owner } = repository;
  await SourceFolder.open(gitDir, owner, user, (own) => mirror.copyOwn(own));
  await SourceFolder.open(commonDir, owner, user, (shared) => mirror.copyShared(shared));
  return mirror.origin;
}

class Mirror {
  readonly #folder: string;
  readonly #user: GitUser | undefined;
  readonly #signal: AbortSignal;
  readonly #made = new Set<string>();
  #origin = "";

  constructor(folder: string, user: GitUser | undefined, signal: AbortSignal) {
    this.#folder = folder;
    this.#user = user;
    this.#signal = signal;
  }

  /** The address of the remote of that name, as it is written there. */
  get origin(): string {
    return this.#origin;
  }

  async makeFolder(name: string): Promise<void> {
    const path = join(this.#folder, name);
    await mkdir(path, { mode: 0o700 });
    this.#made.add(name);
    await this.#give(path);
  }

  /** What each work tree has for itself. */
  async copyOwn(own: SourceFolder): Promise<void> {
    await this.#copy(own, "HEAD", limits.reference);
    const halves = (await own.entries())
      .map(({ name }) => name)
      .filter((name) => /^sharedindex\.[0-9a-f]+$/.test(name));
    for (const name of ["index", ...halves]) await this.#copyIndex(own, name);
    await own.below("info", (info) => this.#copy(info, "sparse-checkout", limits.other, "info/sparse-checkout"));
  }

  /** What all of them share. */
  async copyShared(shared: SourceFolder): Promise<void> {
    const settings = await this.#settings(shared);
    this.#origin = originUrl(settings);
    await this.#write("config", mirrorConfig(settings, webUrl(this.#origin)));
    await this.#copy(shared, "shallow", limits.other);
    await shared.below("info", async (info) => {
      // An attribute does nothing without a setting.
      for (const name of ["exclude", "attributes"]) await this.#copy(info, name, limits.other, `info/${name}`);
    });
    await this.#writeReferences(shared);
    if (settings.some(([name, value]) => name === "extensions.refstorage" && value === "reftable"))
      await shared.below("reftable", (tables) => this.#copyTables(tables));
  }

  /** Git's own reader of settings gets them as text, and follows no `include`. */
  async #settings(shared: SourceFolder): Promise<readonly Setting[]> {
    const output = await runGit(["config", "--file", "-", "--no-includes", "--null", "--list"], {
      cwd: "/",
      env: { GIT_DIR: "/nonexistent" },
      user: this.#user,
      signal: this.#signal,
      input: await shared.text("config", limits.other),
    });
    return readSettings(output ?? "");
  }

  async #writeReferences(shared: SourceFolder): Promise<void> {
    const loose = await looseReferences(shared, this.#signal);
    const packed = await shared.text("packed-refs", limits.packedRefs);
    await this.#write("packed-refs", packedReferences(packed, loose));
    for (const [name, content] of loose.symbolic) {
      for (const folder of foldersOf(name)) if (!this.#made.has(folder)) await this.makeFolder(folder);
      await this.#write(name, `${content}\n`);
    }
  }

  async #copyTables(from: SourceFolder): Promise<void> {
    await this.makeFolder("reftable");
    for (const { name } of await from.entries()) await this.#copy(from, name, limits.packedRefs, `reftable/${name}`);
  }

  /** What is missing, or not a regular file of that size, is not in the mirror either. */
  async #copy(from: SourceFolder, name: string, limit: number, to = name): Promise<void> {
    this.#signal.throwIfAborted();
    await from.file(name, limit, ({ content }) => this.#write(to, content));
  }

  async #copyIndex(from: SourceFolder, name: string): Promise<void> {
    this.#signal.throwIfAborted();
    await from.file(name, limits.index, async ({ content, mtimeMs }) => {
      await this.#write(name, content);
      // Git looks again at files that are not older than its index: whole seconds make it look rather once too often.
      const time = Math.floor(mtimeMs / 1000);
      await utimes(join(this.#folder, name), time, time);
    });
  }

  async #write(name: string, content: SourceFile["content"] | string): Promise<void> {
    const path = join(this.#folder, name);
    await writeFile(path, content, { mode: 0o600, flag: "wx", signal: this.#signal });
    await this.#give(path);
  }

  async #give(path: string): Promise<void> {
    if (this.#user !== undefined) await chown(path, this.#user.uid, this.#user.gid);
  }
}

/** `refs/remotes/origin/HEAD` → `refs`, `refs/remotes`, `refs/remotes/origin`. */
function foldersOf(name: string): readonly string[] {
  const parts = name.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}
