import { spawn } from "node:child_process";
import { basename, join } from "node:path";
import { ContainerError } from "../errors.ts";
import { containerArguments, execArguments } from "./arguments.ts";
import { readChecked } from "./checked-file.ts";
import type { Command, CommandEnd, Container, ContainerSpec, OnOutput } from "./engine.ts";
import { layout } from "./layout.ts";
import { lastWords, runProcess } from "./process.ts";

const removalDeadline = 30_000;

/** Starts the run's container, and comes back when it waits for commands. `statusDir` is what it sees as `/gda/status`. */
export async function startContainer(engine: string, spec: ContainerSpec, statusDir: string): Promise<Container> {
  const argv = [engine, ...containerArguments(spec)];
  const env = { ...process.env };
  const holder = spawn(argv[0] ?? "", argv.slice(1), { env, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  holder.stdin.on("error", () => {});
  let stderr = "";
  holder.stderr.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-4096);
  });
  const gone = new Promise<void>((resolve) => holder.on("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once("data", () => resolve());
    holder.on("error", (error) => reject(startError(spec, error.message)));
    holder.on("close", () => reject(startError(spec, stderr)));
  });
  return new RunningContainer(spec.name, engine, statusDir, async () => {
    holder.stdin.end();
    await runProcess([engine, "rm", "--force", spec.name], { deadlineMs: removalDeadline });
    await gone;
  });
}

/** Where the exit code of a container's command is left, in the container. */
export function statusPath(number: number): string {
  return `${layout.status}/${number}`;
}

function startError({ image }: ContainerSpec, output: string): ContainerError {
  return new ContainerError(
    `The Go container could not be started from ${image}: ${output.trim().split("\n").at(-1) ?? ""}`,
    "Check that the image has a POSIX shell, and that the engine may mount the workspace.",
  );
}

class RunningContainer implements Container {
  readonly name: string;
  readonly #engine: string;
  readonly #statusDir: string;
  readonly #end: () => Promise<void>;
  #commands = 0;
  #removed: Promise<void> | undefined;

  constructor(name: string, engine: string, statusDir: string, end: () => Promise<void>) {
    this.name = name;
    this.#engine = engine;
    this.#statusDir = statusDir;
    this.#end = end;
  }

  async run(command: Command, onOutput: OnOutput, deadlineMs: number): Promise<CommandEnd> {
    const status = statusPath(this.#commands++);
    const argv = [this.#engine, ...execArguments(this.name, command, status)];
    const timer = setTimeout(() => void this.remove(), deadlineMs);
    // The engine's client ends by itself once the container is gone; its own deadline is for a client that hangs.
    const end = await runProcess(argv, { onOutput, deadlineMs: deadlineMs + 10_000 });
    clearTimeout(timer);
    if (this.#removed !== undefined) return { exitCode: 1, timedOut: true };
    const recorded = await readChecked(join(this.#statusDir, basename(status))).catch(() => "");
    if (end.exitCode === undefined || recorded.trim() !== String(end.exitCode)) {
      throw new ContainerError(
        `The container ended under \`${command.command.slice(0, 3).join(" ")}\`: ${lastWords(end)}`,
        "This is neither a pass nor a failure of the code. Look after the engine (memory, disk, a restart) and run again.",
      );
    }
    return { exitCode: end.exitCode, timedOut: false };
  }

  remove(): Promise<void> {
    this.#removed ??= this.#end();
    return this.#removed;
  }
}
