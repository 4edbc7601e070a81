import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { storedCredentials } from "../../../src/engine/stored-credentials.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const helper = `#!/bin/sh
read -r registry
[ "$registry" = ghcr.io ] && echo '{"ServerURL":"ghcr.io","Username":"ada","Secret":"from-helper"}' || exit 1
`;

describe("what an earlier login left", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gda-docker-"));
    await writeFile(join(folder, "docker-credential-fake"), helper);
    await chmod(join(folder, "docker-credential-fake"), 0o755);
    vi.stubEnv("PATH", `${folder}:${process.env["PATH"]}`);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it.each([
    ["in the file", { auths: { "ghcr.io": { auth: base64("ada:pass:word") } } }, "ghcr.io", "pass:word"],
    ["for Docker Hub", { auths: { "https://index.docker.io/v1/": { auth: base64("ada:hub") } } }, "docker.io", "hub"],
    ["with the registry's helper", { credHelpers: { "ghcr.io": "fake" } }, "ghcr.io", "from-helper"],
    ["with the helper of all", { credsStore: "fake", auths: { "ghcr.io": {} } }, "ghcr.io", "from-helper"],
  ])("%s", async (_, config, registry, password) => {
    await writeFile(join(folder, "config.json"), JSON.stringify(config));
    expect(await storedCredentials(registry, folder)).toEqual({ username: "ada", password });
  });

  it.each([
    ["no file", undefined],
    ["another registry", '{"auths":{"quay.io":{"auth":"YTpi"}}}'],
    ["a file that is no JSON", "{"],
    ["a helper that knows nothing", '{"credHelpers":{"ghcr.io":"none-such"}}'],
    ["a helper with a path in its name", '{"credsStore":"../x"}'],
  ])("is nothing with %s", async (_, config) => {
    if (config !== undefined) await writeFile(join(folder, "config.json"), config);
    expect(await storedCredentials("ghcr.io", folder)).toBeUndefined();
  });
});
