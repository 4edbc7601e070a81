import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { withOwnFolder } from "../leftovers/own-folder.ts";
import { removeTree } from "../leftovers/remove-tree.ts";
import type { Cache, Log } from "./host.ts";
import type { RestoreRequest, SaveRequest, ServiceAnswer, ServiceRequest } from "./services/request.ts";
import { takeOver } from "./services/serve.ts";

type Ask = (request: ServiceRequest) => Promise<ServiceAnswer>;

/**
 * The runner's cache service. What it gives is unpacked aside, and takes the cache's place as a whole or not at all. A
 * fault is one warning, and a service that failed is not asked again.
 */
export class GithubCache implements Cache {
  readonly folder: string;
  readonly usable = true;
  readonly shared = true;
  readonly #temp: string;
  readonly #log: Log;
  readonly #ask: Ask;
  #given = true;
  #warned = false;

  constructor(folder: string, temp: string, log: Log, ask: Ask) {
    this.folder = folder;
    this.#temp = temp;
    this.#log = log;
    this.#ask = ask;
  }

  restore(key: string, prefixes: readonly string[]): Promise<string | undefined> {
    return this.#log.group("cache: restore", async () => {
      await removeTree(this.folder);
      const found = await this.#restored(key, prefixes);
      await mkdir(this.folder, { recursive: true });
      return found;
    });
  }

  #restored(key: string, prefixes: readonly string[]): Promise<string | undefined> {
    return withOwnFolder(this.#temp, async (aside) => {
      const request: RestoreRequest = { kind: "restore", key, prefixes, aside, ...this.#place };
      const { found } = await this.#answer("restored", request);
      if (found === undefined) return undefined;
      await mkdir(join(this.folder, ".."), { recursive: true });
      await takeOver(request, this.folder);
      this.#log.info(`Restored the cache ${found}`);
      return found;
    }).catch((error: unknown) => {
      this.#given = false;
      this.#fault("restored", error instanceof Error ? error.message : String(error));
      return undefined;
    });
  }

  async save(key: string): Promise<void> {
    if (!this.#given) return;
    await this.#log.group("cache: save", () =>
      withOwnFolder(this.#temp, async (aside) => {
        const { found } = await this.#answer("saved", { kind: "save", key, aside, ...this.#place });
        if (found !== undefined) this.#log.info(`Saved the cache ${key}`);
      }),
    );
  }

  get #place() {
    return { temp: this.#temp, path: relative(this.#temp, this.folder) };
  }

  async #answer(what: string, request: RestoreRequest | SaveRequest): Promise<ServiceAnswer> {
    const answer = await this.#ask(request);
    if (answer.fault !== undefined) this.#fault(what, answer.fault);
    else if (answer.refusal !== undefined) this.#log.info(`The cache was not ${what}: ${answer.refusal}`);
    else if (answer.found === undefined) this.#log.info("No cache was found.");
    // A damaged cache is healed by a new one.
    this.#given &&= answer.refusal === undefined && (answer.fault === undefined || answer.damaged === true);
    return answer;
  }

  #fault(what: string, reason: string): void {
    const line = `The cache could not be ${what}: ${reason}`;
    if (this.#warned) this.#log.info(line);
    else this.#log.warning(line);
    this.#warned = true;
  }
}
