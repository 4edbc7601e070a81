import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
export const repository = join(import.meta.dirname, "../..");

/** The engines that everything has to work with: the distribution's own, and a current one with the containerd store. */
export const lanes = ["old", "current"] as const;
/** With podman besides, for what depends on how an engine starts, limits and ends a container. */
export const lanesWithPodman = [...lanes, "podman"] as const;
export type LaneName = (typeof lanesWithPodman)[number];

export interface Lane {
  readonly name: LaneName;
  /** PATH and, where there is a daemon, DOCKER_HOST alone. */
  readonly env: Readonly<Record<string, string>>;
  /** Calls the lane's own docker, or podman by that name, and gives what it printed. */
  docker(...args: readonly string[]): Promise<string>;
}

/** Starts an engine and makes its golang images, where they are not there yet. What cannot be had is an error. */
export async function startLane(name: LaneName): Promise<Lane> {
  await execute(join(repository, "script/engine"), [name, "start"]);
  const env = await laneEnv(name);
  await execute(join(repository, "script/golang-image"), ["1.27.3", "1.8.1"], { env: { ...process.env, ...env } });
  return {
    name,
    env,
    docker: async (...args) => (await execute("docker", args, { env, maxBuffer: 64 * 1024 * 1024 })).stdout,
  };
}

/**
 * A client of today without buildx, before the older engine: the legacy builder is all that this pair has. It is the
 * current engine's own client, without the wrapper that brings the plugin in.
 */
export async function legacyBuilder(): Promise<Readonly<Record<string, string>>> {
  const [old, current] = await Promise.all([startLane("old"), startLane("current")]);
  const [wrapper = ""] = (current.env["PATH"] ?? "").split(":");
  const client = join(wrapper, "../root/usr/bin");
  await access(join(client, "docker"));
  return { ...old.env, PATH: `${client}:${old.env["PATH"] ?? ""}` };
}

/** What `eval "$(script/engine <lane> env)"` sets. */
async function laneEnv(name: LaneName): Promise<Readonly<Record<string, string>>> {
  const script = 'eval "$("$1/script/engine" "$2" env)"; printf "%s\\n%s" "${DOCKER_HOST-}" "$PATH"';
  const { stdout } = await execute("bash", ["-c", script, "bash", repository, name]);
  const [host = "", path = ""] = stdout.split("\n");
  return { ...(host === "" ? {} : { DOCKER_HOST: host }), PATH: path };
}

/** The containers that an action's run on this workspace has left, or still uses. */
export async function containersOf(lane: Lane, workspace: string): Promise<readonly string[]> {
  const filters = ["--filter", "label=go-docker-action.run", "--filter", `volume=${workspace}`];
  return lines(await lane.docker("ps", "--all", "--quiet", ...filters));
}

/** Removes the images whose reference begins so. */
export async function removeImages(lane: Lane, prefix: string): Promise<void> {
  const format = "{{.Repository}} {{.Tag}} {{.Digest}}";
  const refs = lines(await lane.docker("image", "ls", "--digests", "--format", format)).map((line) => {
    const [name, tag, digest] = line.split(" ");
    return tag === "<none>" ? `${name}@${digest}` : `${name}:${tag}`;
  });
  const own = refs.filter((ref) => ref.startsWith(prefix));
  if (own.length > 0) await lane.docker("image", "rm", "--force", ...own);
}

function lines(text: string): readonly string[] {
  return text.split("\n").filter(Boolean);
}
