import { existsSync } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withPrivateConfig } from "../../../src/engine/private-config.ts";
import { temporaryFolder } from "../../support/projects.ts";

describe("a docker configuration of our own", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await temporaryFolder();
    await mkdir(join(folder, "docker"));
    await mkdir(join(folder, "private"));
    vi.stubEnv("DOCKER_CONFIG", join(folder, "docker"));
    vi.stubEnv("REGISTRY_AUTH_FILE", join(folder, "auth.json"));
    vi.stubEnv("XDG_RUNTIME_DIR", "");
    vi.stubEnv("XDG_CONFIG_HOME", folder);
  });
  afterEach(() => vi.unstubAllEnvs());

  const written = (registry: string) =>
    withPrivateConfig(join(folder, "private"), registry, async (own) => {
      expect((await stat(own)).mode & 0o777).toBe(0o700);
      expect((await stat(join(own, "config.json"))).mode & 0o777).toBe(0o600);
      return { own, config: JSON.parse(await readFile(join(own, "config.json"), "utf8")) };
    });

  it("has the user's proxies, plugins and logins for other registries, none for ours, and goes away", async () => {
    const auths = { "ghcr.io": { auth: "old" }, "quay.io": { auth: "q" } };
    const mine = { auths, credHelpers: { "ghcr.io": "store", "gcr.io": "gcloud" }, proxies: { default: { x: "y" } } };
    await writeFile(join(folder, "docker/config.json"), JSON.stringify({ ...mine, cliPluginsExtraDirs: ["/p"] }));
    await writeFile(join(folder, "auth.json"), JSON.stringify({ auths: { "podman.io": { auth: "p" } } }));
    const { own, config } = await written("ghcr.io");
    expect(config).toEqual({
      auths: { "ghcr.io": {}, "quay.io": { auth: "q" }, "podman.io": { auth: "p" } },
      credHelpers: { "gcr.io": "gcloud" },
      proxies: { default: { x: "y" } },
      cliPluginsExtraDirs: ["/p", join(folder, "docker/cli-plugins")],
    });
    expect(existsSync(own)).toBe(false);
  });

  it("asks the user's store for other registries, and puts nothing into it", async () => {
    const mine = { auths: { "ghcr.io": {}, "quay.io": {} }, credsStore: "desktop" };
    await writeFile(join(folder, "docker/config.json"), JSON.stringify(mine));
    const { config } = await written("ghcr.io");
    expect(config).toMatchObject({ auths: { "ghcr.io": {}, "quay.io": {} }, credHelpers: { "quay.io": "desktop" } });
    expect(Object.keys(config.credHelpers)).toEqual(["quay.io"]);
    expect(config.credsStore).toBeUndefined();
  });

  it.each([undefined, "{"])("is usable where the user has none, or one that is broken: %s", async (text) => {
    if (text !== undefined) await writeFile(join(folder, "docker/config.json"), text);
    expect((await written("ghcr.io")).config).toEqual({
      ...{ auths: { "ghcr.io": {} }, credHelpers: {} },
      cliPluginsExtraDirs: [join(folder, "docker/cli-plugins")],
    });
  });
});
