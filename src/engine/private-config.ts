import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Gives the body a docker configuration of its own (0700) in `parent`, so that no credential of ours outlives it or meets others. */
export async function withPrivateConfig<T>(
  parent: string,
  registry: string,
  body: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(parent, "docker-"));
  try {
    await writeFile(join(folder, "config.json"), JSON.stringify(await settings(registry)), { mode: 0o600 });
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Gives the body a buildx configuration of its own in `parent`: the user's builders, but another client. BuildKit keeps what
 * a client has sent for its next build, and looks at path, size and time alone to see whether a file is another.
 */
export async function withPrivateBuildx<T>(parent: string, body: (folder: string) => Promise<T>): Promise<T> {
  const own = process.env["BUILDX_CONFIG"] ?? join(dockerFolder(), "buildx");
  const folder = await mkdtemp(join(parent, "buildx-"));
  try {
    for (const name of ["instances", "defaults", "current"])
      await cp(join(own, name), join(folder, name), { recursive: true }).catch(() => undefined);
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The user's own context, proxies and plugins still count; the stored logins for other registries do not. */
async function settings(registry: string): Promise<Readonly<Record<string, unknown>>> {
  const own = dockerFolder();
  const text = await readFile(join(own, "config.json"), "utf8").catch(() => "{}");
  const config = parse(text);
  const extra = Array.isArray(config["cliPluginsExtraDirs"])
    ? (config["cliPluginsExtraDirs"] as readonly string[])
    : [];
  return {
    // Without any, docker would put the password into the first credential store that it finds on the machine.
    auths: { [registry]: {} },
    ...(config["proxies"] === undefined ? {} : { proxies: config["proxies"] }),
    cliPluginsExtraDirs: [...extra, join(own, "cli-plugins")],
  };
}

/** Where docker's client keeps its configuration. */
export function dockerFolder(): string {
  return process.env["DOCKER_CONFIG"] ?? join(homedir(), ".docker");
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
