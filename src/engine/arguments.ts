import { parseImageRef } from "../inputs/image-ref.ts";
import { isLoopback } from "../loopback.ts";
import { dumpGoroutines, emptyFolders, holdOpen, recordExit } from "./container-scripts.ts";
import {
  type Command,
  type ContainerSpec,
  type ContainerUser,
  type EngineFacts,
  type EngineSocket,
  freshVolume,
  type ImageBuild,
  type Mount,
  ownerLabel,
  runLabel,
} from "./engine.ts";
import { gitConfig } from "./fresh-folders.ts";
import { layout } from "./layout.ts";

/** A backstop, in seconds, for an engine that lost its client and did not notice: no run takes longer. */
const longestLife = 4 * 24 * 3600;

/** Enough for large test suites on large machines, and far less than what a machine has. */
const mostProcesses = 8192;

/** The user of the container's first process: nobody's number, and above all not the commands' one. */
function holder({ uid }: ContainerUser): string {
  const own = uid === 65533 ? 65532 : 65533;
  return `${own}:${own}`;
}

/** `docker run …`: the arguments that start the run's container. `envFile` holds the variables that the user declared. */
export function containerArguments(spec: ContainerSpec, envFile: string): readonly string[] {
  const { user, socket } = spec;
  return [
    "run",
    "--rm",
    "--interactive",
    ...["--name", spec.name],
    ...pairs(spec.labels).flatMap((label) => ["--label", label]),
    ...["--user", holder(user)],
    ...(user.userns === "" ? [] : ["--userns", user.userns]),
    ...["--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--read-only", "--log-driver", "none"],
    // Rather than labels on the caller's own files, which would stay there.
    ...(spec.selinux ? ["--security-opt", "label=disable"] : []),
    ...limits(spec),
    ...(spec.network === "none" ? ["--network", "none"] : []),
    ...spec.mounts.flatMap((mount) => ["--mount", mountValue(mount)]),
    ...(socket === undefined ? [] : socketArguments(socket)),
    ...pairs(spec.env).flatMap((variable) => ["--env", variable]),
    ...(Object.keys(spec.declaredEnv).length === 0 ? [] : ["--env-file", envFile]),
    ...spec.inheritedEnv.flatMap((name) => ["--env", name]),
    ...["--workdir", spec.workdir],
    ...["--entrypoint", ""],
    spec.image,
    ...["sh", "-c", holdOpen, "gda", `${longestLife}`, layout.canary, spec.workdir],
  ];
}

function limits({ memory, cpus }: ContainerSpec): readonly string[] {
  return [
    ...["--pids-limit", `${mostProcesses}`],
    // The same with swap: what does not fit ends, rather than slow the machine down.
    ...(memory === 0 ? [] : ["--memory", `${memory}`, "--memory-swap", `${memory}`]),
    ...(cpus === undefined ? [] : ["--cpus", `${cpus}`]),
  ];
}

function socketArguments({ path, gid }: EngineSocket): readonly string[] {
  const mount = mountValue({ source: path, target: layout.socket, readonly: false });
  return ["--mount", mount, "--group-add", `${gid}`, "--env", `DOCKER_HOST=unix://${layout.socket}`];
}

/** `docker exec …`: one command in that container. `statusPath` is in the container. */
export function execArguments(
  { name, user }: Pick<ContainerSpec, "name" | "user">,
  command: Command,
  statusPath: string,
): readonly string[] {
  return [
    ...["exec", "--user", `${user.uid}:${user.gid}`],
    ...["--workdir", command.workdir],
    ...pairs(command.env).flatMap((variable) => ["--env", variable]),
    name,
    ...["sh", "-c", recordExit, "gda", statusPath, command.alone ? "alone" : "beside"],
    ...command.command,
  ];
}

/** `docker exec …`: makes the test binaries in that container print their goroutines and end. */
export function dumpArguments({ name, user }: Pick<ContainerSpec, "name" | "user">): readonly string[] {
  return ["exec", "--user", `${user.uid}:${user.gid}`, name, "sh", "-c", dumpGoroutines];
}

/** `docker exec …`: makes the container's writable folders what they were in the beginning. */
export function emptyArguments({ name, user }: Pick<ContainerSpec, "name" | "user">): readonly string[] {
  const script = ["sh", "-c", emptyFolders, "gda", layout.out, layout.home, gitConfig];
  return ["exec", "--user", `${user.uid}:${user.gid}`, "--workdir", "/", name, ...script];
}

/** `docker run …`: gives what was copied into that container to the commands' user. */
export function ownArguments(
  { name, image, labels, user, selinux }: ContainerSpec,
  targets: readonly string[],
): readonly string[] {
  return [
    ...["run", "--rm", "--volumes-from", name],
    ...pairs(labels).flatMap((label) => ["--label", label]),
    ...["--user", "0:0", "--network", "none", "--read-only", "--log-driver", "none"],
    ...["--security-opt", "no-new-privileges", "--cap-drop", "ALL", "--cap-add", "CHOWN", "--cap-add", "DAC_OVERRIDE"],
    ...(user.userns === "" ? [] : ["--userns", user.userns]),
    ...(selinux ? ["--security-opt", "label=disable"] : []),
    ...["--entrypoint", "", image],
    ...["chown", "-Rh", `${user.uid}:${user.gid}`, ...targets],
  ];
}

/** `docker run …`: an image that is tried out. */
export function trialArguments(name: string, owner: string, ref: string, args: readonly string[]): readonly string[] {
  return [
    ...["run", "--rm", "--name", name],
    ...["--label", `${runLabel}=${name}`, "--label", `${ownerLabel}=${owner}`],
    ...["--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
    ...["--pids-limit", `${mostProcesses}`, "--log-driver", "none", ref],
    ...args,
  ];
}

/** Every container of a run: its name, a tab, its owner. podman knows a label only by its place among all. */
export const listArguments: Readonly<Record<EngineFacts["name"], readonly string[]>> = {
  docker: list(`{{.Label "${ownerLabel}"}}`),
  podman: list(`{{index .Labels "${ownerLabel}"}}`),
};

function list(owner: string): readonly string[] {
  return ["ps", "--all", "--filter", `label=${runLabel}`, "--format", `{{.Names}}\t${owner}`];
}

/** Where the engine listens, as a URL or a path. */
export const socketQuestion: Readonly<Record<EngineFacts["name"], readonly string[]>> = {
  docker: ["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"],
  podman: ["info", "--format", "{{.Host.RemoteSocket.Path}}"],
};

/** `docker buildx build …`: BuildKit, several platforms at once where the engine can. */
export function buildxArguments(build: ImageBuild, builder: string): readonly string[] {
  const { context, platforms, own, annotations, provenance, sbom } = build;
  return [
    ...["buildx", "build", "--progress", "plain"],
    ...(builder === "" ? [] : ["--builder", builder]),
    // Said explicitly: an attestation turns every image into an index with an unknown platform.
    ...["--provenance", provenance ? "mode=max" : "false", "--sbom", `${sbom}`],
    ...["--platform", platforms.join(",")],
    ...ownBuildArguments(context, own),
    ...(platforms.length > 1 ? pairs(annotations) : []).flatMap((one) => ["--annotation", `index,manifest:${one}`]),
    ...buildxOutput(build),
    context,
  ];
}

/** What an own Dockerfile makes is given the commit's date; what is copied into ours has dates already. */
function buildxOutput({ into, date, own }: ImageBuild): readonly string[] {
  if ("refs" in into) return [...tagArguments(into.refs), "--load"];
  if ("files" in into) return filesOutput(into.files);
  const dates = date === "" || own === undefined ? [] : ["rewrite-timestamp=true"];
  return ["--output", csvRecord(["type=oci", ...dates, `dest=${layoutArchive(into.layout)}`])];
}

/** Of the folder of a layout: as a folder, BuildKit would write layers that platforms share against each other. */
export function layoutArchive(folder: string): string {
  return `${folder}.tar`;
}

function filesOutput(file: string): readonly string[] {
  return ["--output", csvRecord(["type=tar", `dest=${file}`])];
}

function tagArguments(refs: readonly string[]): readonly string[] {
  return refs.flatMap((ref) => ["--tag", ref]);
}

function ownBuildArguments(context: string, own: ImageBuild["own"]): readonly string[] {
  if (own === undefined) return [];
  return [
    ...["--file", `${context}/${own.path}`],
    ...(own.stage === undefined ? [] : ["--target", own.stage]),
    ...own.args.flatMap((arg) => ["--build-arg", arg]),
    ...own.secrets.flatMap(({ id, file }) => ["--secret", `id=${id},src=${file}`]),
    ...pairs(own.labels).flatMap((label) => ["--label", label]),
  ];
}

/**
 * `docker build …`: one platform, by an engine or client without buildx. The legacy builder would take another
 * platform's stage out of its cache, and then refuse it.
 */
export function buildArguments(
  { context, platforms, date, own, into }: ImageBuild,
  { name, imageBuilder }: Pick<EngineFacts, "name" | "imageBuilder">,
): readonly string[] {
  return [
    "build",
    ...(imageBuilder === "legacy" ? ["--no-cache"] : []),
    // podman's builder asks no variable for it.
    ...(name === "podman" && date !== "" ? ["--timestamp", `${epochOf(date)}`] : []),
    "--platform",
    platforms.join(","),
    ...("refs" in into ? tagArguments(into.refs) : []),
    // Of podman's own format SHELL is no part.
    ...("files" in into ? [...(name === "podman" ? ["--format", "docker"] : []), ...filesOutput(into.files)] : []),
    ...ownBuildArguments(context, own),
    context,
  ];
}

/** `docker pull …`; of loopback, docker itself asks for no TLS. */
export function pullArguments(engine: EngineFacts["name"], ref: string): readonly string[] {
  const plain = engine === "podman" && isLoopback(new URL(`http://${parseImageRef(ref).registry}`).hostname);
  return ["pull", ...(plain ? ["--tls-verify=false"] : []), ref];
}

/** `docker save …`: an image as files. podman writes the layout itself. */
export function saveArguments(engine: EngineFacts["name"], ref: string, to: string): readonly string[] {
  return ["save", ...(engine === "podman" ? ["--format", "oci-dir"] : []), "--output", to, ref];
}

/** Seconds, of an ISO 8601 date. */
export function epochOf(date: string): number {
  return Math.floor(Date.parse(date) / 1000);
}

function pairs(record: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(record).map(([name, value]) => `${name}=${value}`);
}

/** The value of `--mount`. */
function mountValue({ source, target, readonly }: Mount): string {
  const what = source === freshVolume ? ["type=volume"] : ["type=bind", `source=${source}`];
  const fields = [...what, `target=${target}`, ...(readonly ? ["readonly"] : [])];
  return csvRecord(fields);
}

/** A field with a comma or a quote is quoted. */
function csvRecord(fields: readonly string[]): string {
  return fields.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}
