import { chown, mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openRegular, readBounded, wholeOf } from "../files/read-bounded.ts";
import { type GitUser, runGit } from "./git.ts";
import { mirrorConfig, originUrl, readSettings } from "./mirror-config.ts";
import type { Repository } from "./repository.ts";
import { webUrl } from "./web-url.ts";

/** Bytes. */
const limits = { reference: 4096, packedRefs: 64 * 2 ** 20, index: 512 * 2 ** 20, other: 16 * 2 ** 20 };

/** Loose references, and folders of them. */
const mostReferences = 100_000;

/**
 * Makes a repository that has the references and the index of another one, and none of its settings, hooks and attributes:
 * nothing in it can name a program. Its objects stay where they are. Gives the address of `origin`.
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
  const { gitDir, commonDir } = repository;
  const settings = await mirror.settings(join(commonDir, "config"));
  const origin = originUrl(settings);
  await mirror.write("config", mirrorConfig(settings, webUrl(origin)));
  await mirror.copy(join(gitDir, "HEAD"), "HEAD", limits.reference);
  await mirror.copy(join(gitDir, "index"), "index", limits.index);
  for (const name of await names(gitDir))
    if (/^sharedindex\.[0-9a-f]{40,64}$/.test(name)) await mirror.copy(join(gitDir, name), name, limits.index);
  await mirror.copy(join(gitDir, "info/sparse-checkout"), "info/sparse-checkout", limits.other);
  await mirror.copy(join(commonDir, "packed-refs"), "packed-refs", limits.packedRefs);
  await mirror.copy(join(commonDir, "shallow"), "shallow", limits.other);
  await mirror.copyReferences(join(commonDir, "refs"), "refs");
  if (settings.some(([name, value]) => name === "extensions.refstorage" && value === "reftable"))
    await mirror.copyTables(join(commonDir, "reftable"));
  return origin;
}

const names = (folder: string) => readdir(folder).catch((): string[] => []);

class Mirror {
  readonly #folder: string;
  readonly #user: GitUser | undefined;
  readonly #signal: AbortSignal;
  #references = 0;

  constructor(folder: string, user: GitUser | undefined, signal: AbortSignal) {
    this.#folder = folder;
    this.#user = user;
    this.#signal = signal;
  }

  async makeFolder(name: string): Promise<void> {
    const path = join(this.#folder, name);
    await mkdir(path, { mode: 0o700 });
    await this.#give(path);
  }

  async write(name: string, content: string): Promise<void> {
    const path = join(this.#folder, name);
    await writeFile(path, content, { mode: 0o600, flag: "wx" });
    await this.#give(path);
  }

  /** What is missing, or not a regular file of that size, is not in the mirror either. */
  async copy(from: string, name: string, limit: number): Promise<void> {
    this.#signal.throwIfAborted();
    const file = await openRegular(from).catch(() => undefined);
    if (file === undefined) return;
    try {
      const { size, mtimeMs } = await file.stat();
      if (size > limit) return;
      const path = join(this.#folder, name);
      await writeFile(path, wholeOf(file, size), { mode: 0o600, flag: "wx", signal: this.#signal });
      await this.#give(path);
      // Git looks again at files that are not older than its index: whole seconds make it look rather once too often.
      const time = Math.floor(mtimeMs / 1000);
      await utimes(path, time, time);
    } finally {
      await file.close();
    }
  }

  /** Folders of references, one level after the other. */
  async copyReferences(from: string, name: string): Promise<void> {
    for (const entry of await readdir(from, { withFileTypes: true }).catch(() => [])) {
      this.#references += 1;
      if (this.#references > mostReferences) return;
      const [source, path] = [join(from, entry.name), `${name}/${entry.name}`];
      if (entry.isFile()) await this.copy(source, path, limits.reference);
      else if (entry.isDirectory()) {
        await this.makeFolder(path);
        await this.copyReferences(source, path);
      }
    }
  }

  async copyTables(from: string): Promise<void> {
    await this.makeFolder("reftable");
    for (const entry of await readdir(from, { withFileTypes: true }).catch(() => []))
      if (entry.isFile()) await this.copy(join(from, entry.name), `reftable/${entry.name}`, limits.packedRefs);
  }

  /** Git's own reader of settings gets them as text, and follows no `include`. */
  async settings(file: string) {
    const input = await readBounded(file, { limit: limits.other, signal: this.#signal }).catch(() => undefined);
    if (input === undefined) return [];
    const args = ["config", "--file", "-", "--no-includes", "--null", "--list"];
    const output = await runGit(args, {
      cwd: "/",
      env: { GIT_DIR: "/nonexistent" },
      user: this.#user,
      signal: this.#signal,
      input: input.toString("utf8"),
    });
    return readSettings(output ?? "");
  }

  async #give(path: string): Promise<void> {
    if (this.#user !== undefined) await chown(path, this.#user.uid, this.#user.gid);
  }
}
