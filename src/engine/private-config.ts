import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dockerFolder, type LoginFile, loginFiles, readLoginFile } from "./login-files.ts";

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

/** The user's own context, proxies, plugins and logins still count, but for those of our registry. */
async function settings(registry: string): Promise<Readonly<Record<string, unknown>>> {
  const configs = await Promise.all(loginFiles().map(readLoginFile));
  const [{ proxies, cliPluginsExtraDirs } = {}] = configs;
  const extra = Array.isArray(cliPluginsExtraDirs) ? (cliPluginsExtraDirs as readonly string[]) : [];
  return {
    ...loginsBeside(registry, configs),
    ...(proxies === undefined ? {} : { proxies }),
    cliPluginsExtraDirs: [...extra, join(dockerFolder(), "cli-plugins")],
  };
}

/** A store of all logins becomes a helper for each that it has: into a store, docker would put the password of ours. */
function loginsBeside(registry: string, configs: readonly LoginFile[]): Pick<LoginFile, "auths" | "credHelpers"> {
  const helpers = configs
    .toReversed()
    .flatMap(({ auths = {}, credsStore, credHelpers = {} }) => [
      ...(credsStore === undefined ? [] : Object.keys(auths).map((name): [string, string] => [name, credsStore])),
      ...Object.entries(credHelpers),
    ]);
  const auths = configs.toReversed().flatMap((config) => Object.entries(config.auths ?? {}));
  return {
    credHelpers: Object.fromEntries(helpers.filter(([name]) => name !== registry)),
    // Without any, docker would put the password into the first credential store that it finds on the machine.
    auths: { ...Object.fromEntries(auths), [registry]: {} },
  };
}
