import { rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ContainerError } from "../errors.ts";
import { containerArguments, dumpArguments, execArguments } from "./arguments.ts";
import { readChecked } from "./checked-file.ts";
import type { Command, CommandEnd, Container, ContainerSpec, OnOutput } from "./engine.ts";
import { Holder } from "./holder.ts";
import { layout } from "./layout.ts";
import { lastWords, runProcess } from "./process.ts";
import { unmarkedEnv } from "./unmarked-env.ts";
import { within } from "./within.ts";

/** Milliseconds. */
const patience = {
  start: 120_000,
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

/** The run's folders on the host that the adapter itself uses. */
export interface EngineFolders {
  /** What the container sees as `/gda/status`. */
  readonly status: string;
  /** Seen by nobody else, and gone with the run: for what is secret. */
  readonly private: string;
}

/** Starts the run's container, and comes back when it waits for commands. When that fails, nothing of it remains. */
export async function startContainer(
  engine: string,
  spec: ContainerSpec,
  folders: EngineFolders,
  signal: AbortSignal,
): Promise<Container> {
  const file = envFile(folders);
  const declared = Object.entries(spec.declaredEnv).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(file, declared.join(""), { mode: 0o600 });
  const holder = new Holder(
    [engine, ...containerArguments(spec, file)],
    spec.inheritedEnv,
    join(folders.private, "client.log"),
  );
  const container = new RunningContainer(engine, spec, folders.status, signal, holder);
  const ready = await holder.ready(patience.start, signal);
  await rm(file, { force: true });
  if (ready) return container;
  await container.remove();
  signal.throwIfAborted();
  throw new ContainerError(
    `The Go container could not be started from ${spec.image}: ${(await holder.lastWords()) || "the engine does not get it ready"}`,
    "Check that the image has a POSIX shell, and that the engine may mount the workspace.",
  );
}

/** Where the declared variables are, for as long as the container starts. */
export function envFile(folders: EngineFolders): string {
  return join(folders.private, "env");
}

/** Where the exit code of a container's command is left, in the container. */
export function statusPath(number: number): string {
  return `${layout.status}/${number}`;
}

class RunningContainer implements Container {
  readonly name: string;
  readonly #engine: string;
  readonly #spec: ContainerSpec;
  readonly #statusDir: string;
  readonly #signal: AbortSignal;
  readonly #holder: Holder;
  #commands = 0;
  /** Processes that the kernel has ended for want of memory. */
  #oomKills = 0;
  #removed: Promise<void> | undefined;
  /** Aborted once the container has gone, or is waited for no longer: an engine that hangs holds its clients, too. */
  readonly #over = new AbortController();

  constructor(engine: string, spec: ContainerSpec, statusDir: string, signal: AbortSignal, holder: Holder) {
    this.name = spec.name;
    this.#engine = engine;
    this.#spec = spec;
    this.#statusDir = statusDir;
    this.#signal = signal;
    this.#holder = holder;
  }

  async run(command: Command, onOutput: OnOutput, deadlineMs: number): Promise<CommandEnd> {
    const status = statusPath(this.#commands++);
    const argv = [this.#engine, ...execArguments(this.#spec, command, status)];
    // The engine's client ends by itself once the container is gone, with the last of the output.
    const ended = runProcess(argv, { onOutput, signal: this.#over.signal, graceMs: patience.client });
    const timedOut = !(await within(deadlineMs, ended));
    if (timedOut) await this.#endLate(ended);
    const end = await ended;
    this.#signal.throwIfAborted();
    if (timedOut) return { exitCode: 1, timedOut, outOfMemory: false };
    const recorded = await readChecked(join(this.#statusDir, basename(status))).catch(() => "");
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
      env: unmarkedEnv(),
      patienceMs: limit,
    });
    const left = await this.#holder.leaves(Math.max(until - performance.now(), 0));
    setTimeout(() => this.#over.abort(), left ? patience.client : 0).unref();
  }
}
