import type { OutputStream } from "../reading/reading.ts";

/** What decisions need to know of the engine; asked once. */
export interface EngineFacts {
  readonly name: "docker" | "podman";
  readonly version: string;
  /** The engine's own platform, `linux/amd64`. */
  readonly platform: string;
  /** `buildx`: the plugin is there; `buildkit`: a client older than 23 drives the engine's BuildKit; else `legacy`. */
  readonly imageBuilder: "buildx" | "buildkit" | "legacy";
  /** One build can make several platforms (the containerd image store). */
  readonly multiPlatform: boolean;
}

export interface LocalImage {
  /** `sha256:…` of the image's configuration or index: what identifies it here. */
  readonly id: string;
  /** `golang@sha256:…` as the registry knows it; empty for an image that was built here. */
  readonly repositoryDigest: string;
}

export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly readonly: boolean;
}

/** The one container in which all commands of a run are executed. */
export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly uid: number;
  readonly gid: number;
  readonly mounts: readonly Mount[];
  readonly env: Readonly<Record<string, string>>;
  /** Names whose values the caller's environment holds: they stay out of every argument list. */
  readonly inheritedEnv: readonly string[];
  readonly workdir: string;
}

/** A command for the container: what a task needs of the engine. */
export interface Command {
  readonly command: readonly string[];
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface CommandEnd {
  readonly exitCode: number;
  readonly timedOut: boolean;
}

/** Gets output while it comes; while a returned promise is open, no more is read. */
export type OnOutput = (stream: OutputStream, text: string) => void | Promise<void>;

export interface Container {
  readonly name: string;
  /** Ends with the command's own exit code; throws ContainerError when that cannot be known. */
  run(command: Command, onOutput: OnOutput, deadlineMs: number): Promise<CommandEnd>;
  /** Ends everything in it and removes it. Harmless when it is gone. */
  remove(): Promise<void>;
}

export interface ImageBuild {
  /** Absolute folder that holds the Dockerfile and all it copies. */
  readonly context: string;
  /** Several only where the engine is `multiPlatform`. */
  readonly platforms: readonly string[];
  readonly refs: readonly string[];
  readonly push: boolean;
}

export interface ManifestListEntry {
  readonly platform: string;
  /** `registry/repository@sha256:…` */
  readonly ref: string;
}

/** The container engine: docker or podman. */
export interface Engine {
  readonly facts: EngineFacts;
  /** Makes the image available, pulling it if needed. */
  ensureImage(ref: string, onOutput: OnOutput): Promise<LocalImage>;
  start(spec: ContainerSpec): Promise<Container>;
  /** The command lines that `start` and `run` would use, for `--dry-run` and for reports. */
  describe(spec: ContainerSpec, commands: readonly Command[]): readonly (readonly string[])[];
  buildImage(build: ImageBuild, onOutput: OnOutput): Promise<void>;
  pushImage(ref: string, onOutput: OnOutput): Promise<void>;
  /** Runs the body with an engine that is logged in; nothing of the login remains afterwards. */
  loggedIn<T>(login: RegistryLogin, body: (engine: Engine) => Promise<T>): Promise<T>;
  /** Publishes a manifest list under one reference. */
  pushManifestList(ref: string, entries: readonly ManifestListEntry[], onOutput: OnOutput): Promise<void>;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What to log in with, for as long as the image is pushed. */
export interface RegistryLogin extends Credentials {
  readonly registry: string;
}
