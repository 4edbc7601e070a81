import { mkdir, rename, rm } from "node:fs/promises";
import { relative } from "node:path";
import type { Cache, Log } from "./host.ts";

/**
 * The runner's cache service. It finds a key only together with the path as it was given: so that this is the same on
 * every runner, it is relative to the runner's temporary folder, and that is the working directory meanwhile.
 */
export class GithubCache implements Cache {
  readonly folder: string;
  readonly #temp: string;
  readonly #log: Log;
  #broken = false;

  constructor(folder: string, temp: string, log: Log) {
    this.folder = folder;
    this.#temp = temp;
    this.#log = log;
  }

  restore(key: string, prefixes: readonly string[]): Promise<string | undefined> {
    return this.#log.group("cache: restore", () => this.#restore(key, prefixes));
  }

  async #restore(key: string, prefixes: readonly string[]): Promise<string | undefined> {
    const found = await this.#tolerant("restored", (cache, path) => cache.restoreCache([path], key, [...prefixes]));
    // A module that is unpacked by halves would be taken for a whole one.
    if (this.#broken) await this.#discard();
    await mkdir(this.folder, { recursive: true });
    if (!this.#broken) this.#log.info(found === undefined ? "No cache was found." : `Restored the cache ${found}`);
    return this.#broken ? undefined : found;
  }

  /** A service that failed is not asked again: one warning, and no second wait. */
  async save(key: string): Promise<void> {
    if (!this.#broken) await this.#log.group("cache: save", () => this.#save(key));
  }

  async #save(key: string): Promise<void> {
    await this.#tolerant("saved", (cache, path) => cache.saveCache([path], key));
    if (!this.#broken) this.#log.info(`Saved the cache ${key}`);
  }

  async #tolerant<T>(
    what: string,
    work: (cache: typeof import("@actions/cache"), path: string) => Promise<T>,
  ): Promise<T | undefined> {
    const back = process.cwd();
    try {
      process.chdir(this.#temp);
      const cache = await import("@actions/cache");
      if (!cache.isFeatureAvailable()) throw new Error("this runner has no cache service");
      return await withFaults(() => work(cache, relative(this.#temp, this.folder)));
    } catch (error) {
      this.#broken = true;
      this.#log.warning(`The cache could not be ${what}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    } finally {
      process.chdir(back);
    }
  }

  /** Go's modules are write-protected: where they cannot be removed, they are out of the way at least. */
  async #discard(): Promise<void> {
    const aside = `${this.folder}-broken`;
    await rename(this.folder, aside).catch(() => undefined);
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The cache library swallows its faults and writes annotations of its own, some of them errors. Here they are thrown. */
async function withFaults<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const faults: string[] = [];
  const write = stdout.write;
  stdout.write = ((chunk: string | Uint8Array, ...rest: []) => {
    const [, fault] = /^(?:::(?:warning|error)[^:]*::|(?=Failed to save:))(.*)/s.exec(String(chunk)) ?? [];
    if (fault === undefined) return write.call(stdout, chunk, ...rest);
    const unescaped = fault.replace(/%0D|%0A/g, " ").replace(/%25/g, "%");
    faults.push(unescaped.trim());
    return true;
  }) as typeof stdout.write;
  try {
    const value = await work();
    if (faults[0] !== undefined) throw new Error(faults[0]);
    return value;
  } finally {
    stdout.write = write;
  }
}
