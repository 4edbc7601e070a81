import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ContainerError } from "../errors.ts";
import { containerArguments } from "./arguments.ts";
import { Canary } from "./canary.ts";
import { containerNote } from "./container-note.ts";
import { CopiedFiles } from "./copied-files.ts";
import { planCopies } from "./copies.ts";
import type { Container, ContainerSpec } from "./engine.ts";
import type { HandOver } from "./hand-over.ts";
import { Holder } from "./holder.ts";
import { MountedFiles } from "./mounted-files.ts";
import { inspectOwnMounts } from "./own-mounts.ts";
import { RunningContainer } from "./running-container.ts";
import { translate } from "./translate.ts";

/** Milliseconds. */
const patience = 120_000;

/** The run's folders on the host that the adapter itself uses. */
export interface EngineFolders {
  /** What the container sees as `/gda/status`. */
  readonly status: string;
  /** Seen by nobody else, and gone with the run: for what is secret. */
  readonly private: string;
}

/** Where the declared variables are, for as long as the container starts. */
export function envFile(folders: EngineFolders): string {
  return join(folders.private, "env");
}

/**
 * Starts the run's container, and comes back when it waits for commands. When that fails, nothing of it remains. Our
 * files are mounted into it; where the engine does not see them under our names, under its own names for them; where it
 * does not see them at all, they are copied.
 */
export function startContainer(
  engine: string,
  spec: ContainerSpec,
  folders: EngineFolders,
  signal: AbortSignal,
): Promise<Container> {
  return new Start(engine, spec, folders, signal).container();
}

class Start {
  readonly #engine: string;
  readonly #spec: ContainerSpec;
  readonly #folders: EngineFolders;
  readonly #signal: AbortSignal;

  constructor(engine: string, spec: ContainerSpec, folders: EngineFolders, signal: AbortSignal) {
    this.#engine = engine;
    this.#spec = spec;
    this.#folders = folders;
    this.#signal = signal;
  }

  async container(): Promise<Container> {
    return (await this.#mounted(this.#spec)) ?? (await this.#translated()) ?? (await this.#copied());
  }

  /** Undefined where the engine does not see our files in these mounts. */
  async #mounted(spec: ContainerSpec): Promise<Container | undefined> {
    const canary = new Canary(this.#folders.status, spec.name);
    await canary.lay();
    const { container, line, words } = await this.#start(spec, this.#mountedFiles());
    if (line !== undefined && (await canary.isIn(line, this.#spec))) return container;
    await this.#end(container);
    if (line === undefined && !isRefusedMount(words)) throw this.#notStarted(words);
    return undefined;
  }

  #mountedFiles(): HandOver {
    return new MountedFiles(this.#folders.status, this.#folders.private, this.#spec);
  }

  async #translated(): Promise<Container | undefined> {
    const spec = translate(this.#spec, await inspectOwnMounts(this.#engine, this.#signal));
    this.#signal.throwIfAborted();
    return spec && this.#mounted(spec);
  }

  async #copied(): Promise<Container> {
    const sources = this.#spec.mounts.map(({ source }) => source);
    const folders = await Promise.all(sources.map(async (source) => (await stat(source)).isDirectory()));
    const plan = planCopies(this.#spec, new Set(sources.filter((_, i) => !folders[i])));
    const files = new CopiedFiles(this.#engine, plan, this.#folders.private, this.#signal);
    const { container, line, words } = await this.#start(plan.spec, files);
    try {
      if (line === undefined) throw this.#notStarted(words);
      await files.fill();
      return container;
    } catch (error) {
      await this.#end(container);
      throw error;
    }
  }

  /** `line` is undefined when it did not get ready; then `words` say why. */
  async #start(spec: ContainerSpec, files: HandOver) {
    const file = envFile(this.#folders);
    const declared = Object.entries(spec.declaredEnv).map(([name, value]) => `${name}=${value}\n`);
    await writeFile(file, declared.join(""), { mode: 0o600 });
    await writeFile(join(this.#folders.private, containerNote), `${this.#engine} ${spec.name}\n`);
    const log = join(this.#folders.private, "client.log");
    const holder = new Holder([this.#engine, ...containerArguments(spec, file)], spec.inheritedEnv, log);
    const container = new RunningContainer(this.#engine, spec, files, this.#signal, holder);
    const line = await holder.ready(patience, this.#signal);
    await rm(file, { force: true });
    return { container, line, words: line === undefined ? await holder.words() : "" };
  }

  async #end(container: Container): Promise<void> {
    await container.remove();
    this.#signal.throwIfAborted();
  }

  #notStarted(words: string): ContainerError {
    const said = words.split("\n").find((line) => /error/i.test(line)) ?? words.split("\n").at(-1);
    return new ContainerError(
      `The Go container could not be started from ${this.#spec.image}: ${said || "the engine does not get it ready"}`,
      "Check that the image has a POSIX shell, and that the engine may mount the workspace.",
    );
  }
}

/** docker's words, podman's, and those of an engine in a virtual machine, for a path that is not there for them. */
function isRefusedMount(words: string): boolean {
  return /bind source path does not exist|statfs .*no such file|mounts denied/i.test(words);
}
