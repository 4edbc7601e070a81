import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ContainerError, EngineUnreachableError, ImageError } from "../errors.ts";
import {
  buildArguments,
  buildxArguments,
  containerArguments,
  execArguments,
  manifestListArguments,
} from "./arguments.ts";
import type {
  Command,
  CommandEnd,
  Container,
  ContainerSpec,
  Engine,
  EngineFacts,
  ImageBuild,
  LocalImage,
  ManifestListEntry,
  OnOutput,
  RegistryLogin,
} from "./engine.ts";
import { readEngineInfo, serverError } from "./engine-info.ts";
import { layout } from "./layout.ts";
import { withPrivateConfig } from "./private-config.ts";
import { type ProcessEnd, runProcess } from "./process.ts";
import { isTransient } from "./transient.ts";

const shortDeadline = 30_000;
const pullDeadline = 20 * 60_000;
const tries = 4;

/** The engine behind the command line of docker or podman. */
export class ContainerCli implements Engine {
  readonly facts: EngineFacts;
  /** For calls that reach a registry: a private DOCKER_CONFIG while logged in. */
  readonly #env: NodeJS.ProcessEnv;
  /** Ends what is pulled, built or pushed. The container itself is ended by its removal. */
  readonly #signal: AbortSignal;
  /** The host's folder that the container sees as `/gda/status`. */
  readonly #statusDir: string;

  constructor(facts: EngineFacts, statusDir: string, signal: AbortSignal, env: NodeJS.ProcessEnv = process.env) {
    this.facts = facts;
    this.#statusDir = statusDir;
    this.#signal = signal;
    this.#env = env;
  }

  async ensureImage(ref: string, onOutput: OnOutput): Promise<LocalImage> {
    const there = await this.#inspectImage(ref);
    if (there !== undefined) return there;
    const end = await this.#retried(["pull", ref], onOutput, pullDeadline);
    const pulled = end.exitCode === 0 ? await this.#inspectImage(ref) : undefined;
    if (pulled === undefined) throw await this.#pullError(ref, end);
    return pulled;
  }

  async start(spec: ContainerSpec): Promise<Container> {
    const argv = [this.facts.name, ...containerArguments(spec)];
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
    return new RunningContainer(spec.name, this.facts.name, this.#statusDir, async () => {
      holder.stdin.end();
      await runProcess([this.facts.name, "rm", "--force", spec.name], { deadlineMs: shortDeadline });
      await gone;
    });
  }

  describe(spec: ContainerSpec, commands: readonly Command[]): readonly (readonly string[])[] {
    const engine = this.facts.name;
    return [
      [engine, ...containerArguments(spec)],
      ...commands.map((command, i) => [engine, ...execArguments(spec.name, command, statusPath(i))]),
    ];
  }

  async buildImage(build: ImageBuild, onOutput: OnOutput): Promise<void> {
    const buildx = this.facts.imageBuilder === "buildx";
    const args = buildx ? buildxArguments(build) : buildArguments(build);
    const env = { DOCKER_BUILDKIT: this.facts.imageBuilder === "legacy" ? "0" : "1" };
    const end = build.push
      ? await this.#retried(args, onOutput, pullDeadline, env)
      : await this.#call(args, onOutput, pullDeadline, env);
    if (end.exitCode !== 0) throw imageError(`The image could not be built${build.push ? " and pushed" : ""}`, end);
  }

  async pushImage(ref: string, onOutput: OnOutput): Promise<void> {
    const end = await this.#retried(["push", ref], onOutput, pullDeadline);
    if (end.exitCode !== 0) throw imageError(`${ref} could not be pushed`, end);
  }

  async pushManifestList(ref: string, entries: readonly ManifestListEntry[], onOutput: OnOutput): Promise<void> {
    for (const args of manifestListArguments(
      ref,
      entries,
      /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?\//.test(ref),
    )) {
      const end = await this.#retried(args, onOutput, pullDeadline);
      if (end.exitCode !== 0) throw imageError(`The manifest list ${ref} could not be pushed`, end);
    }
  }

  async loggedIn<T>(login: RegistryLogin, body: (engine: Engine) => Promise<T>): Promise<T> {
    return withPrivateConfig(async (config) => {
      const env = { ...this.#env, DOCKER_CONFIG: config };
      const argv = [this.facts.name, "login", "--username", login.username, "--password-stdin", login.registry];
      const end = await runProcess(argv, { env, input: login.password, deadlineMs: shortDeadline });
      if (end.exitCode !== 0) throw imageError(`The login at ${login.registry} failed`, end);
      return body(new ContainerCli(this.facts, this.#statusDir, this.#signal, env));
    });
  }

  async #inspectImage(ref: string): Promise<LocalImage | undefined> {
    const end = await this.#call(["image", "inspect", "--format", "{{json .}}", ref], undefined, shortDeadline);
    if (end.exitCode !== 0) return undefined;
    const { Id, RepoDigests } = JSON.parse(end.stdout) as { Id: string; RepoDigests?: readonly string[] };
    // An image that was built here has no digest of a registry; the containerd store shows its own instead.
    const known = (RepoDigests ?? []).find((digest) => digest.startsWith(`${ref.replace(/[:@][^/]*$/, "")}@`));
    return { id: Id, repositoryDigest: known === undefined || known.endsWith(Id) ? "" : known };
  }

  #call(args: readonly string[], onOutput: OnOutput | undefined, deadlineMs: number, env: NodeJS.ProcessEnv = {}) {
    return runProcess([this.facts.name, ...args], {
      env: { ...this.#env, ...env },
      deadlineMs,
      signal: this.#signal,
      ...(onOutput === undefined ? {} : { onOutput }),
    });
  }

  /** Registries stumble: what is transient is tried again, with growing pauses. */
  async #retried(args: readonly string[], onOutput: OnOutput, deadlineMs: number, env: NodeJS.ProcessEnv = {}) {
    for (let attempt = 1; ; attempt++) {
      const end = await this.#call(args, onOutput, deadlineMs, env);
      if (end.exitCode === 0 || attempt === tries || this.#signal.aborted || !isTransient(end.stderr)) return end;
      await new Promise((resolve) => setTimeout(resolve, 2000 * 2 ** (attempt - 1)));
    }
  }

  async #pullError(ref: string, end: ProcessEnd): Promise<ImageError> {
    const local = await this.#call(
      ["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "golang"],
      undefined,
      shortDeadline,
    );
    const tags = local.stdout.trim().split("\n").filter(Boolean).slice(0, 20).join(", ");
    return new ImageError(
      `The image ${ref} could not be pulled: ${lastLine(end)}`,
      `Check the version and the network, or set \`go-image\` to a mirror. Here already: ${tags || "no golang image"}.`,
    );
  }
}

function statusPath(number: number): string {
  return `${layout.status}/${number}`;
}

function startError({ image }: ContainerSpec, output: string): ContainerError {
  return new ContainerError(
    `The Go container could not be started from ${image}: ${output.trim().split("\n").at(-1) ?? ""}`,
    "Check that the image has a POSIX shell, and that the engine may mount the workspace.",
  );
}

function imageError(problem: string, end: ProcessEnd): ImageError {
  return new ImageError(
    `${problem}: ${lastLine(end)}`,
    "The engine's output above says why. For a refusal, check `username`, `password` and the right to write.",
  );
}

function lastLine(end: ProcessEnd): string {
  if (end.timedOut) return "the time limit was reached";
  const lines = `${end.stdout}\n${end.stderr}`.trim().split("\n");
  const error = lines.findLast((line) => /error|denied|unauthorized|failed/i.test(line));
  return error ?? lines.at(-1) ?? end.reason;
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
    const recorded = await readFile(join(this.#statusDir, basename(status)), "utf8").catch(() => "");
    if (end.exitCode === undefined || recorded.trim() !== String(end.exitCode)) {
      throw new ContainerError(
        `The container ended under \`${command.command.slice(0, 3).join(" ")}\`: ${lastLine(end)}`,
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

/** Finds an engine that answers; both are asked at once, for at most five seconds. */
export async function findEngine(wanted: "auto" | "docker" | "podman"): Promise<EngineFacts> {
  const names = wanted === "auto" ? (["docker", "podman"] as const) : [wanted];
  const answers = await Promise.all(
    names.map(async (name) => {
      const [end, buildx] = await Promise.all([
        runProcess([name, "info", "--format", "{{json .}}"], { deadlineMs: 5_000 }),
        runProcess([name, "buildx", "version"], { deadlineMs: 5_000 }),
      ]);
      return { name, end, info: readEngineInfo(name, end.exitCode === 0 ? end.stdout : "", buildx.exitCode === 0) };
    }),
  );
  const found = answers.find(({ info }) => info !== undefined)?.info;
  if (found !== undefined) return found;
  const reasons = answers.map(({ name, end }) => `${name}: ${noAnswer(name, end)}`);
  throw new EngineUnreachableError(
    `No container engine answers. ${reasons.join("; ")}.`,
    "Start one (for instance `sudo systemctl start docker`), or point DOCKER_HOST at it. On GitHub, use an ubuntu runner.",
  );
}

function noAnswer(name: string, end: ProcessEnd): string {
  const endpoint = process.env["DOCKER_HOST"] ?? "unix:///var/run/docker.sock, or the current docker context";
  const socket = name === "docker" ? ` at ${endpoint}` : "";
  if (end.timedOut) return `no answer${socket} within 5 s`;
  if (end.reason.includes("ENOENT")) return "not installed";
  const line = serverError(end.stdout) || end.stderr.trim().split("\n").at(-1) || end.reason || "no server";
  return `no answer${socket} (${line.slice(0, 300)})`;
}
