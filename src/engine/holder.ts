import { type ChildProcessByStdio, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { outlivingEnv } from "./process-env.ts";
import { within } from "./within.ts";

/**
 * The engine's client that started the run's container. It holds the container's standard input, whose end is the
 * container's end, and goes when the container has gone. It is not ended by force, not even when the engine hangs: with
 * its input closed, whatever it still starts ends at once.
 */
export class Holder {
  /** Where the engine's clients work: podman's monitors leave a file `oom` in their working directory. */
  readonly folder: string;
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #gone: Promise<void>;
  readonly #log: string;
  #reason = "";

  /**
   * `inherited`: variables whose values the container gets from this process. `log` gets what the client says: it warns
   * between making the container and starting it, and would die of that if it spoke to a process that has been killed.
   */
  constructor(argv: readonly string[], inherited: readonly string[], log: string) {
    const [file = "", ...args] = argv;
    const env = { ...outlivingEnv(), ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])) };
    const stderr = openSync(log, "w", 0o600);
    // Node's types know no file descriptor here.
    this.folder = dirname(log);
    this.#child = spawn(file, args, {
      cwd: this.folder,
      env,
      detached: true,
      stdio: ["pipe", "pipe", stderr],
    }) as ChildProcessByStdio<Writable, Readable, null>;
    closeSync(stderr);
    this.#log = log;
    this.#child.stdin.on("error", () => {});
    this.#gone = new Promise((resolve) => {
      this.#child.on("error", (error) => {
        this.#reason = error.message;
        resolve();
      });
      this.#child.on("close", () => resolve());
    });
  }

  /**
   * The container's first line, with which it waits for commands; undefined when it has ended, will not start in time, or
   * nobody waits for it.
   */
  async ready(deadlineMs: number, signal: AbortSignal): Promise<string | undefined> {
    let stop: () => void = () => {};
    const began = new Promise<string | undefined>((resolve) => {
      stop = () => resolve(undefined);
      createInterface(this.#child.stdout).once("line", resolve);
      void this.#gone.then(stop);
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    });
    const inTime = await within(deadlineMs, began);
    signal.removeEventListener("abort", stop);
    return inTime && !signal.aborted ? began : undefined;
  }

  /** What the client said; for when the container could not be started. */
  async words(): Promise<string> {
    return (await readFile(this.#log, "utf8")).trim() || this.#reason;
  }

  /** Ends the container's first process, and with it the container. */
  release(): void {
    this.#child.stdin.end();
  }

  /** Whether the client has gone within that time, and with it the container. If not, nobody waits for it any more. */
  async leaves(milliseconds: number): Promise<boolean> {
    const left = await within(milliseconds, this.#gone);
    if (left) return true;
    this.#child.stdout.destroy();
    this.#child.unref();
    return false;
  }
}
