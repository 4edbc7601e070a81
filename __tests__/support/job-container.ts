import { access, realpath } from "node:fs/promises";
import { join } from "node:path";
import { type Lane, repository } from "./engines.ts";

/** What starts the command line in a container of this engine, as a job container does: with the engine's own socket. */
export async function jobContainer(
  lane: Lane,
  mounts: readonly { readonly source: string; readonly target: string }[],
  env: Readonly<Record<string, string>>,
  workdir: string,
): Promise<{ readonly prefix: readonly string[]; readonly program: readonly string[] }> {
  const seen = [
    ...mounts,
    { source: (lane.env["DOCKER_HOST"] ?? "").replace("unix://", ""), target: "/var/run/docker.sock" },
    { source: await clientOf(lane), target: "/usr/bin/docker" },
    { source: process.execPath, target: "/opt/node" },
    { source: repository, target: "/opt/go-docker-action" },
  ];
  return {
    prefix: [
      ...["docker", "run", "--rm", "--entrypoint", "", "--workdir", workdir],
      ...seen.flatMap(({ source, target }) => ["--mount", `type=bind,source=${source},target=${target}`]),
      ...Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
      "golang:1.27.3",
    ],
    program: ["/opt/node", "/opt/go-docker-action/src/cli.ts"],
  };
}

/** The engine's own client, without the wrapper that brings its plugin in. */
async function clientOf(lane: Lane): Promise<string> {
  const [bin = ""] = (lane.env["PATH"] ?? "").split(":");
  const unwrapped = join(bin, "../root/usr/bin/docker");
  const wraps = await access(unwrapped).then(
    () => true,
    () => false,
  );
  return realpath(wraps ? unwrapped : join(bin, "docker"));
}
