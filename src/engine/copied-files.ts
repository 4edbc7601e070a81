import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ContainerError } from "../errors.ts";
import { emptyArguments, ownArguments } from "./arguments.ts";
import { readChecked } from "./checked-file.ts";
import type { Copies, Copy } from "./copies.ts";
import { type HandOver, longestStatus } from "./hand-over.ts";
import { layout } from "./layout.ts";
import { lastWords, runProcess } from "./process.ts";

/** Milliseconds, for one copy. */
const deadlineMs = 20 * 60_000;

/** The engine does not see our files: they are copied into the container, and what it writes is copied out of it. */
export class CopiedFiles implements HandOver {
  readonly copied = true;
  readonly #engine: string;
  readonly #plan: Copies;
  /** Ours alone, for what comes out of the container and is read at once. */
  readonly #private: string;
  readonly #signal: AbortSignal;
  #taken = 0;

  constructor(engine: string, plan: Copies, privateDir: string, signal: AbortSignal) {
    this.#engine = engine;
    this.#plan = plan;
    this.#private = privateDir;
    this.#signal = signal;
  }

  /** Fills the container, before its first command. */
  async fill(): Promise<void> {
    await Promise.all(this.#plan.copies.map((copy) => this.#copyIn(copy)));
    await this.#call(ownArguments(this.#plan.spec, this.#plan.owned));
  }

  async status(name: string): Promise<string> {
    const file = join(this.#private, `status-${name}`);
    try {
      await this.#copyOut(`${layout.status}/${name}`, file);
      return await readChecked(file, longestStatus);
    } finally {
      await rm(file, { recursive: true, force: true });
    }
  }

  handIn(): Promise<void> {
    return this.#copyIn(this.#copyOf(layout.in));
  }

  /** Always to a new folder: nothing that came out before is in the way, and no link in it is followed. */
  async handOut(last: boolean): Promise<string> {
    const folder = join(this.#private, `taken-${this.#taken++}`);
    await this.#copyOut(layout.out, folder);
    if (!last) await this.#call(emptyArguments(this.#plan.spec));
    return folder;
  }

  #copyOf(wanted: string): Copy {
    const copy = this.#plan.copies.find(({ target }) => target === wanted);
    if (copy === undefined) throw new Error(`the container has no ${wanted}`);
    return copy;
  }

  #copyIn({ source, target }: Copy): Promise<void> {
    return this.#call(["cp", source, `${this.#plan.spec.name}:${target}`]);
  }

  #copyOut(from: string, to: string): Promise<void> {
    return this.#call(["cp", `${this.#plan.spec.name}:${from}`, to]);
  }

  async #call(args: readonly string[]): Promise<void> {
    const end = await runProcess([this.#engine, ...args], { deadlineMs, signal: this.#signal });
    this.#signal.throwIfAborted();
    if (end.exitCode === 0) return;
    throw new ContainerError(
      `The engine does not see this machine's files, and copying them failed: ${lastWords(end)}`,
      "Use an engine on this machine; or, where this is a container itself, mount the workspace and the temporary folder into it.",
    );
  }
}
