import { basename, join } from "node:path";
import { ContainerError } from "../errors.ts";
import { dumpArguments, execArguments } from "./arguments.ts";
import type { Command, CommandEnd, Container, ContainerSpec, OnOutput } from "./engine.ts";
import type { HandOver } from "./hand-over.ts";
import type { Holder } from "./holder.ts";
import { layout } from "./layout.ts";
import { lastWords, runProcess } from "./process.ts";
import { outlivingEnv } from "./process-env.ts";
import { within } from "./within.ts";

/** Milliseconds. */
const patience = {
  /** For an engine that is busy, or hangs. */
  removal: 30_000,
  /** The runner gives a cancelled action 7.5 s in all. */
  cancelled: 3_000,
  /** For Go to print all its goroutines. */
  dump: 5_000,
  short: 30_000,
  /** For the engine's client to notice that its container has gone. */
  client: 1_000,
};

/** Where the exit code of a container's command is left, in the container. */
export function statusPath(number: number): string {
  return `${layout.status}/${number}`;
}

/** A container that waits for commands: runs them, and removes it. */
export class RunningContainer implements Container {
  readonly name: string;
  readonly #engine: string;
  readonly #spec: ContainerSpec;
  readonly #files: HandOver;
  readonly #signal: AbortSignal;
  readonly #holder: Holder;
  #commands = 0;
  /** Processes that the kernel has ended for want of memory. */
  #oomKills = 0;
  #removed: Promise<void> | undefined;
  /** Aborted once the container has gone, or is waited for no longer: an engine that hangs holds its clients, too. */
  readonly #over = new AbortController();

  constructor(engine: string, spec: ContainerSpec, files: HandOver, signal: AbortSignal, holder: Holder) {
    this.name = spec.name;
    this.#engine = engine;
    this.#spec = spec;
    this.#files = files;
    this.#signal = signal;
    this.#holder = holder;
  }

  async run(command: Command, onOutput: OnOutput, deadlineMs: number): Promise<CommandEnd> {
    const status = statusPath(this.#commands++);
    const argv = [this.#engine, ...execArguments(this.#spec, command, status)];
    // The engine's client ends by itself once the container is gone, with the last of the output.
    const cwd = this.#holder.folder;
    const ended = runProcess(argv, { cwd, onOutput, signal: this.#over.signal, graceMs: patience.client });
    const timedOut = !(await within(deadlineMs, ended));
    if (timedOut) await this.#endLate(ended);
    const end = await ended;
    this.#signal.throwIfAborted();
    if (timedOut) return { exitCode: 1, timedOut, outOfMemory: false };
    const recorded = await this.#files.status(basename(status)).catch(() => "");
    const [, code, oomKills] = /^(\d+) (\d+)\n$/.exec(recorded) ?? [];
    if (end.exitCode === undefined || code !== String(end.exitCode)) {
      throw new ContainerError(
        `The container ended under \`${command.command.slice(0, 3).join(" ")}\`: ${lastWords(end)}`,
        "This is neither a pass nor a failure of the code. Look after the engine (memory, disk, a restart) and run again.",
      );
    }
    const outOfMemory = Number(oomKills) > this.#oomKills;
    this.#oomKills = Number(oomKills);
    return { exitCode: end.exitCode, timedOut, outOfMemory };
  }

  /** Where a test hangs, its goroutines say. Then everything ends. */
  async #endLate(ended: Promise<unknown>): Promise<void> {
    const until = performance.now() + patience.dump;
    await runProcess([this.#engine, ...dumpArguments(this.#spec)], { deadlineMs: patience.dump });
    await within(Math.max(until - performance.now(), 0), ended);
    await this.remove();
  }

  get copied(): boolean {
    return this.#files.copied;
  }

  handIn(): Promise<void> {
    return this.#files.handIn();
  }

  handOut(): Promise<string> {
    return this.#handOut(false);
  }

  /** Where our files are mounted, the container goes first: then nothing in it can change what is taken. */
  async close(): Promise<string> {
    if (!this.copied) await this.remove();
    const folder = await this.#handOut(true);
    await this.remove();
    return folder;
  }

  /** Of a container with copies that was removed at its time limit there is no more to be had. */
  async #handOut(last: boolean): Promise<string> {
    if (this.copied && this.#removed !== undefined) return join(this.#holder.folder, "nothing");
    return this.#files.handOut(last || this.#removed !== undefined);
  }

  async disconnect(): Promise<void> {
    const format = '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{"\\n"}}{{end}}';
    const { stdout } = await this.#ask("container", "inspect", "--format", format, this.name);
    for (const network of stdout.split("\n").filter(Boolean))
      await this.#ask("network", "disconnect", network, this.name);
  }

  async #ask(...args: readonly string[]) {
    const end = await runProcess([this.#engine, ...args], { deadlineMs: patience.short, signal: this.#signal });
    this.#signal.throwIfAborted();
    if (end.exitCode === 0) return end;
    throw new ContainerError(
      `The container could not be cut off from the network: ${lastWords(end)}`,
      "Use `network: full`, or `network: none` with vendored modules; rootless engines know no other way.",
    );
  }

  remove(): Promise<void> {
    this.#removed ??= this.#remove();
    return this.#removed;
  }

  /** The removal goes on without us where the engine takes longer than we may. */
  async #remove(): Promise<void> {
    this.#holder.release();
    const limit = this.#signal.aborted ? patience.cancelled : patience.removal;
    const until = performance.now() + limit;
    await runProcess([this.#engine, "rm", "--force", "--volumes", this.name], {
      env: outlivingEnv(),
      patienceMs: limit,
    });
    const left = await this.#holder.leaves(Math.max(until - performance.now(), 0));
    setTimeout(() => this.#over.abort(), left ? patience.client : 0).unref();
  }
}
