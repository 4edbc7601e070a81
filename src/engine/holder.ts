import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { unmarkedEnv } from "./unmarked-env.ts";
import { within } from "./within.ts";

/**
 * The engine's client that started the run's container. It holds the container's standard input, whose end is the
 * container's end, and goes when the container has gone. It is not ended by force, not even when the engine hangs: with
 * its input closed, whatever it still starts ends at once.
 */
export class Holder {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #gone: Promise<void>;
  #stderr = "";
  #reason = "";

  /** `inherited`: variables whose values the container gets from this process. */
  constructor(argv: readonly string[], inherited: readonly string[]) {
    const [file = "", ...args] = argv;
    const env = { ...unmarkedEnv(), ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])) };
    this.#child = spawn(file, args, { env, detached: true, stdio: ["pipe", "pipe", "pipe"] });
    this.#child.stdin.on("error", () => {});
    this.#child.stderr.on("data", (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-4096);
    });
    this.#gone = new Promise((resolve) => {
      this.#child.on("error", (error) => {
        this.#reason = error.message;
        resolve();
      });
      this.#child.on("close", () => resolve());
    });
  }

  /** Whether the container waits for commands: false when it has ended, will not start in time, or nobody waits for it. */
  async ready(deadlineMs: number, signal: AbortSignal): Promise<boolean> {
    let stop: () => void = () => {};
    const began = new Promise<boolean>((resolve) => {
      stop = () => resolve(false);
      this.#child.stdout.once("data", () => resolve(true));
      void this.#gone.then(stop);
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    });
    const inTime = await within(deadlineMs, began);
    signal.removeEventListener("abort", stop);
    return inTime && (await began) && !signal.aborted;
  }

  /** What the client said last; for when the container could not be started. */
  get lastWords(): string {
    return this.#stderr.trim().split("\n").at(-1) || this.#reason;
  }

  /** Ends the container's first process, and with it the container. */
  release(): void {
    this.#child.stdin.end();
  }

  /** Whether the client has gone within that time, and with it the container. If not, nobody waits for it any more. */
  async leaves(milliseconds: number): Promise<boolean> {
    const left = await within(milliseconds, this.#gone);
    if (left) return true;
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream.destroy();
    this.#child.unref();
    return false;
  }
}
