import type { OutputStream } from "../reading/reading.ts";

/** What decisions need to know of the engine; asked once. */
export interface EngineFacts {
  readonly name: "docker" | "podman";
  readonly version: string;
  /** The engine's own platform, `linux/amd64`. */
  readonly platform: string;
  /** `buildx`: the plugin is there; `buildkit`: a client older than 23 drives the engine's BuildKit; else `legacy`. */
  readonly imageBuilder: "buildx" | "buildkit" | "legacy";
  /** One build can make several platforms, and write them as files (the containerd image store). */
  readonly multiPlatform: boolean;
  /** Registries that it reaches without TLS, by its configuration: `registry.lan:5000`, `10.0.0.0/8`. */
  readonly insecureRegistries: readonly string[];
  /** The buildx builder that the user names; empty: the engine's own. */
  readonly builder: string;
  /** Whose rights the engine has: `rootful`; `remapped`: rootful, with containers' users shifted; else `rootless`. */
  readonly rights: "rootful" | "remapped" | "rootless";
  /** SELinux judges what containers may read. */
  readonly selinux: boolean;
  /** Bytes of memory on the engine's machine; 0 when it does not say. */
  readonly memory: number;
}

export interface LocalImage {
  /** `sha256:…` of the image's configuration or index: what identifies it here. */
  readonly id: string;
  /** `golang@sha256:…` as the registry knows it; empty for an image that was built here. */
  readonly repositoryDigest: string;
}

export interface Mount {
  /** A path as the engine sees it, or `freshVolume`. */
  readonly source: string;
  readonly target: string;
  readonly readonly: boolean;
}

/** A mount's source that is nothing of ours: a volume that comes and goes with the container. */
export const freshVolume = "";

/** As whom commands run in the container, so that what they write belongs to the caller. */
export interface ContainerUser {
  readonly uid: number;
  readonly gid: number;
  /** How the engine is to map the container's users; empty for its own way. */
  readonly userns: "" | "host" | "keep-id";
}

/** The engine's socket, handed in. */
export interface EngineSocket {
  readonly path: string;
  readonly gid: number;
}

/** The one container in which all commands of a run are executed. */
export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly user: ContainerUser;
  readonly mounts: readonly Mount[];
  /** Bytes; 0 for no limit. */
  readonly memory: number;
  readonly cpus: number | undefined;
  /** `none`: no network but loopback, from the start. */
  readonly network: "full" | "none";
  readonly socket: EngineSocket | undefined;
  readonly selinux: boolean;
  readonly env: Readonly<Record<string, string>>;
  /** What the user gave by name and value: it may be secret, and stays out of every argument list. */
  readonly declaredEnv: Readonly<Record<string, string>>;
  /** Names whose values the caller's environment holds: they stay out of every argument list. */
  readonly inheritedEnv: readonly string[];
  readonly workdir: string;
}

/** A command for the container: what a task needs of the engine. */
export interface Command {
  readonly command: readonly string[];
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  /** Nothing runs beside it, and whatever it leaves running is ended with it. */
  readonly alone: boolean;
}

export interface CommandEnd {
  readonly exitCode: number;
  readonly timedOut: boolean;
  /** The kernel ended a process in the container for want of memory, while the command ran. */
  readonly outOfMemory: boolean;
}

/** Gets output while it comes; while a returned promise is open, no more is read. */
export type OnOutput = (stream: OutputStream, text: string) => void | Promise<void>;

export interface Container {
  readonly name: string;
  /** The engine does not see our files: the container has copies of them, and `handIn` and `handOut` copy, too. */
  readonly copied: boolean;
  /** Ends with the command's own exit code; throws ContainerError when that cannot be known. */
  run(command: Command, onOutput: OnOutput, deadlineMs: number): Promise<CommandEnd>;
  /** Lets the container see what has been added to `/gda/in`. */
  handIn(): Promise<void>;
  /**
   * Takes what commands have written to `/gda/out` and to the home folder out of the container's reach, and gives the folder
   * with what lay in `/gda/out`. The commands that follow find both as they were in the beginning. To be called when none
   * runs.
   */
  handOut(): Promise<string>;
  /** Cuts it off from every network but loopback. */
  disconnect(): Promise<void>;
  /** Ends everything in it, and gives the folder with what lay in `/gda/out`. */
  close(): Promise<string>;
  /** Ends everything in it and removes it. Harmless when it is gone. */
  remove(): Promise<void>;
}

/** A container of some run, as it is found. */
export interface FoundContainer {
  readonly name: string;
  /** What its run wrote of itself. */
  readonly owner: string;
}

/** The labels of a run's container. */
export const runLabel = "go-docker-action.run";
export const ownerLabel = "go-docker-action.owner";

export interface ImageBuild {
  /** Absolute folder that holds the Dockerfile and all it copies. */
  readonly context: string;
  /** Several only where the engine is `multiPlatform`. */
  readonly platforms: readonly string[];
  /** Where it goes: under references of the engine's, into a new folder as an OCI layout, or its files into a tar. */
  readonly into: { readonly refs: readonly string[] } | { readonly layout: string } | { readonly files: string };
  /** Attestations, which buildx with the containerd store alone makes. */
  readonly provenance: boolean;
  readonly sbom: boolean;
  /** Of the manifest list, for registries that read those rather than labels. Only buildx with several platforms writes them. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Of an own Dockerfile. */
  readonly own: OwnImageBuild | undefined;
  /** ISO 8601, of the commit: the image's own date, where the builder takes one; else empty. */
  readonly date: string;
}

export interface OwnImageBuild {
  /** Of the Dockerfile, relative to the context. */
  readonly path: string;
  readonly stage: string | undefined;
  readonly args: readonly string[];
  /** `file` is absolute. */
  readonly secrets: readonly { readonly id: string; readonly file: string }[];
  readonly labels: Readonly<Record<string, string>>;
}

export interface ImageTrial {
  readonly exitCode: number | undefined;
  readonly timedOut: boolean;
  /** The last line that it printed. */
  readonly said: string;
}

/** The container engine: docker or podman. */
export interface Engine {
  readonly facts: EngineFacts;
  /** Makes the image available, pulling it if needed. */
  ensureImage(ref: string, onOutput: OnOutput): Promise<LocalImage>;
  start(spec: ContainerSpec): Promise<Container>;
  /** The containers of all runs, also of those that were killed. */
  containers(): Promise<readonly FoundContainer[]>;
  removeContainers(names: readonly string[]): Promise<void>;
  /** Where it listens. Throws InputError when that is not a socket of this machine. */
  socket(): Promise<EngineSocket>;
  /** The command lines that `start` and `run` would use, for `--dry-run` and for reports. */
  describe(spec: ContainerSpec, commands: readonly Command[]): readonly (readonly string[])[];
  /** Throws DockerfileError where a command of the Dockerfile fails, ImageError for the rest. */
  buildImage(build: ImageBuild, onOutput: OnOutput): Promise<void>;
  /** Runs an image that is here, without a network and without rights, and removes what it leaves. */
  tryImage(ref: string, args: readonly string[], onOutput: OnOutput): Promise<ImageTrial>;
  removeImage(ref: string): Promise<void>;
  /** The tags of a repository's images that are here. */
  imageTags(repository: string): Promise<readonly string[]>;
  /** Runs the body with an engine that is logged in; nothing of the login remains afterwards. */
  loggedIn<T>(login: RegistryLogin, body: (engine: Engine) => Promise<T>): Promise<T>;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What to log in with, for as long as the image is made. */
export interface RegistryLogin extends Credentials {
  readonly registry: string;
}
