import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseBoundedJson } from "../bounded-json.ts";
import { ImageError } from "../errors.ts";
import { ownerText } from "../leftovers/owner.ts";
import { thisProcess } from "../leftovers/this-process.ts";
import {
  buildArguments,
  buildxArguments,
  containerArguments,
  epochOf,
  execArguments,
  layoutArchive,
  listArguments,
  pullArguments,
  saveArguments,
  socketQuestion,
  trialArguments,
} from "./arguments.ts";
import type {
  Command,
  Container,
  ContainerSpec,
  Engine,
  EngineFacts,
  EngineSocket,
  FoundContainer,
  ImageBuild,
  ImageTrial,
  LocalImage,
  OnOutput,
  RegistryLogin,
} from "./engine.ts";
import { unpackLayout } from "./layout-archive.ts";
import { withPrivateBuildx, withPrivateConfig } from "./private-config.ts";
import { lastWords, type ProcessEnd, runProcess } from "./process.ts";
import { clientEnv } from "./process-env.ts";
import { buildError, registryError } from "./registry-error.ts";
import { statusPath } from "./running-container.ts";
import { layoutOfSaved } from "./saved-image.ts";
import { inspectSocket } from "./socket.ts";
import { type EngineFolders, envFile, startContainer } from "./start-container.ts";
import { temporaryImage } from "./temporary-image.ts";
import { isTransient } from "./transient.ts";

const shortDeadline = 30_000;
const pullDeadline = 20 * 60_000;
const trialDeadline = 60_000;
const tries = 4;

interface ImageInspection {
  readonly Id?: string;
  readonly ID?: string;
  readonly RepoDigests?: readonly string[];
}

/** Of its output a process keeps the end, so that a long account of an image is no JSON any more. */
function inspected(ref: string, json: string): ImageInspection {
  try {
    return { ...(parseBoundedJson(json) as ImageInspection | null) };
  } catch (error) {
    throw new ImageError(
      `What the engine tells of the image ${ref} cannot be read: ${error instanceof SyntaxError ? "it is no JSON, or longer than 256 KiB" : (error as Error).message}.`,
      "Take an image with fewer labels and variables, or look after the engine.",
    );
  }
}

/** The engine behind the command line of docker or podman. */
export class ContainerCli implements Engine {
  readonly facts: EngineFacts;
  /** For calls that reach a registry: a private DOCKER_CONFIG while logged in. */
  readonly #env: NodeJS.ProcessEnv;
  /** Ends what is pulled or built. The container itself is ended by its removal. */
  readonly #signal: AbortSignal;
  readonly #folders: EngineFolders;

  constructor(facts: EngineFacts, folders: EngineFolders, signal: AbortSignal, env: NodeJS.ProcessEnv = clientEnv()) {
    this.facts = facts;
    this.#folders = folders;
    this.#signal = signal;
    this.#env = env;
  }

  async ensureImage(ref: string, onOutput: OnOutput): Promise<LocalImage> {
    const there = await this.#inspectImage(ref);
    if (there !== undefined) {
      await onOutput("stdout", `${ref} is here already\n`);
      return there;
    }
    const end = await this.#retried(pullArguments(this.facts.name, ref), onOutput, pullDeadline);
    const pulled = end.exitCode === 0 ? await this.#inspectImage(ref) : undefined;
    if (pulled === undefined) throw await this.#pullError(ref, end);
    return pulled;
  }

  start(spec: ContainerSpec): Promise<Container> {
    return startContainer(this.facts.name, spec, this.#folders, this.#signal);
  }

  async containers(): Promise<readonly FoundContainer[]> {
    const end = await this.#call(listArguments[this.facts.name], undefined, shortDeadline);
    const lines = end.exitCode === 0 ? end.stdout.split("\n").filter(Boolean) : [];
    return lines.map((line) => {
      const [name = "", owner = ""] = line.split("\t");
      return { name, owner };
    });
  }

  async removeContainers(names: readonly string[]): Promise<void> {
    await this.#call(["rm", "--force", "--volumes", ...names], undefined, shortDeadline);
  }

  async socket(): Promise<EngineSocket> {
    const end = await this.#call(socketQuestion[this.facts.name], undefined, shortDeadline);
    return inspectSocket(end.stdout.trim());
  }

  describe(spec: ContainerSpec, commands: readonly Command[]): readonly (readonly string[])[] {
    const engine = this.facts.name;
    return [
      [engine, ...containerArguments(spec, envFile(this.#folders))],
      ...commands.map((command, i) => [engine, ...execArguments(spec, command, statusPath(i))]),
    ];
  }

  async buildImage(build: ImageBuild, onOutput: OnOutput): Promise<void> {
    const { into } = build;
    if (!("layout" in into)) return this.#build(build, onOutput);
    const archive = layoutArchive(into.layout);
    if (this.facts.multiPlatform) {
      await this.#build(build, onOutput);
      await unpackLayout(archive, into.layout, this.#signal);
      return rm(archive);
    }
    // A builder that writes no layouts: what it has made is taken out of the engine again.
    const ref = temporaryImage();
    try {
      await this.#build({ ...build, into: { refs: [ref] } }, onOutput);
      await this.#save(ref, into.layout, build.date);
    } finally {
      await this.removeImage(ref);
    }
  }

  async #build(build: ImageBuild, onOutput: OnOutput): Promise<void> {
    const epoch = build.date === "" ? {} : { SOURCE_DATE_EPOCH: `${epochOf(build.date)}` };
    const made = (args: readonly string[], env: NodeJS.ProcessEnv) =>
      this.#retried(args, onOutput, pullDeadline, { ...epoch, ...env });
    const end =
      this.facts.imageBuilder === "buildx"
        ? await withPrivateBuildx(this.#folders.private, (folder) =>
            made(buildxArguments(build, this.facts.builder), { BUILDX_CONFIG: folder }),
          )
        : await made(buildArguments(build, this.facts), {
            DOCKER_BUILDKIT: this.facts.imageBuilder === "legacy" ? "0" : "1",
          });
    if (end.exitCode !== 0) throw buildError(end);
  }

  async #save(ref: string, layout: string, date: string): Promise<void> {
    const { name } = this.facts;
    const to = name === "podman" ? layout : layoutArchive(layout);
    const end = await this.#call(saveArguments(name, ref, to), undefined, pullDeadline);
    this.#signal.throwIfAborted();
    if (end.exitCode !== 0) throw registryError("The built image could not be taken out of the engine", end);
    if (name === "podman") return;
    await layoutOfSaved(to, layout, date, this.#signal);
    await rm(to);
  }

  async tryImage(ref: string, args: readonly string[], onOutput: OnOutput): Promise<ImageTrial> {
    const name = `gda-${randomBytes(8).toString("hex")}`;
    try {
      const owner = ownerText(thisProcess());
      const end = await this.#call(trialArguments(name, owner, ref, args), onOutput, trialDeadline);
      this.#signal.throwIfAborted();
      return { exitCode: end.exitCode, timedOut: end.timedOut, said: lastWords(end) };
    } finally {
      await this.removeContainers([name]);
    }
  }

  async removeImage(ref: string): Promise<void> {
    await this.#call(["image", "rm", ref], undefined, shortDeadline);
  }

  async imageTags(repository: string): Promise<readonly string[]> {
    const end = await this.#call(["image", "ls", "--format", "{{.Tag}}", repository], undefined, shortDeadline);
    return end.exitCode === 0 ? end.stdout.split("\n").filter(Boolean) : [];
  }

  async loggedIn<T>(login: RegistryLogin, body: (engine: Engine) => Promise<T>): Promise<T> {
    return withPrivateConfig(this.#folders.private, login.registry, async (config) => {
      // podman knows no DOCKER_CONFIG, and would write into the user's own file.
      const env = { ...this.#env, DOCKER_CONFIG: config, REGISTRY_AUTH_FILE: join(config, "config.json") };
      const argv = [this.facts.name, "login", "--username", login.username, "--password-stdin", login.registry];
      const signal = this.#signal;
      const once = () => runProcess(argv, { env, input: login.password, deadlineMs: shortDeadline, signal });
      const end = await this.#patiently(once, shortDeadline * tries);
      if (end.exitCode !== 0) throw registryError(`The login at ${login.registry} failed`, end);
      return body(new ContainerCli(this.facts, this.#folders, this.#signal, env));
    });
  }

  async #inspectImage(ref: string): Promise<LocalImage | undefined> {
    const end = await this.#call(["image", "inspect", "--format", "{{json .}}", ref], undefined, shortDeadline);
    if (end.exitCode !== 0) return undefined;
    // docker writes `Id`, podman `ID`.
    const { Id, ID, RepoDigests } = inspected(ref, end.stdout);
    const id = Id ?? ID ?? "";
    // An image that was built here has no digest of a registry; the containerd store shows its own instead.
    const known = (RepoDigests ?? []).find((digest) => digest.startsWith(`${ref.replace(/[:@][^/]*$/, "")}@`));
    return { id, repositoryDigest: known === undefined || known.endsWith(id) ? "" : known };
  }

  #call(args: readonly string[], onOutput: OnOutput | undefined, deadlineMs: number, env: NodeJS.ProcessEnv = {}) {
    return runProcess([this.facts.name, ...args], {
      env: { ...this.#env, ...env },
      deadlineMs,
      signal: this.#signal,
      ...(onOutput === undefined ? {} : { onOutput }),
    });
  }

  #retried(args: readonly string[], onOutput: OnOutput, deadlineMs: number, env: NodeJS.ProcessEnv = {}) {
    return this.#patiently((left) => this.#call(args, onOutput, left, env), deadlineMs);
  }

  /** Registries stumble: what is transient is tried again, with growing pauses, all within one deadline. */
  async #patiently(call: (left: number) => Promise<ProcessEnd>, deadlineMs: number): Promise<ProcessEnd> {
    const until = performance.now() + deadlineMs;
    for (let attempt = 1; ; attempt++) {
      const end = await call(until - performance.now());
      this.#signal.throwIfAborted();
      const pause = 2000 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
      const late = performance.now() + pause > until;
      if (
        end.exitCode === 0 ||
        end.timedOut ||
        late ||
        attempt === tries ||
        !isTransient(`${end.stdout}\n${end.stderr}`)
      )
        return end;
      // Jobs that were refused together are not to come back together.
      await setTimeout(pause, undefined, { signal: this.#signal }).catch(() => this.#signal.throwIfAborted());
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
      `The image ${ref} could not be pulled: ${lastWords(end)}`,
      `Check the version and the network, or set \`go-image\` to a mirror. Here already: ${tags || "no golang image"}.`,
    );
  }
}
