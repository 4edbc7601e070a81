import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { storedCredentials } from "../../../src/registry/stored-credentials.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const helper = `#!/bin/sh
read -r registry
[ "$registry" = ghcr.io ] && echo '{"ServerURL":"ghcr.io","Username":"ada","Secret":"from-helper"}' && exit
[ "$registry" = a.azurecr.io ] && echo '{"ServerURL":"","Username":"<token>","Secret":"renewed"}' || exit 1
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
    expect(await storedCredentials(registry, [join(folder, "config.json")])).toEqual({ username: "ada", password });
  });

  it.each([
    ["in the file", { auths: { "a.azurecr.io": { auth: base64("0-0:"), identitytoken: "renewed" } } }, "0-0"],
    ["with a helper", { credsStore: "fake" }, ""],
  ])("is a token to renew, %s", async (_, config, username) => {
    await writeFile(join(folder, "config.json"), JSON.stringify(config));
    const found = await storedCredentials("a.azurecr.io", [join(folder, "config.json")]);
    expect(found).toEqual({ username, password: "", identityToken: "renewed" });
  });

  it("is podman's, where docker has none", async () => {
    const auths = (password: string) => JSON.stringify({ auths: { "docker.io": { auth: base64(`ada:${password}`) } } });
    await mkdir(join(folder, "containers"));
    vi.stubEnv("DOCKER_CONFIG", join(folder, "none"));
    vi.stubEnv("REGISTRY_AUTH_FILE", "");
    vi.stubEnv("XDG_CONFIG_HOME", join(folder, "none"));
    vi.stubEnv("XDG_RUNTIME_DIR", folder);
    await writeFile(join(folder, "containers/auth.json"), auths("of the session"));
    expect((await storedCredentials("docker.io"))?.password).toBe("of the session");
    await writeFile(join(folder, "given.json"), auths("of the file"));
    vi.stubEnv("REGISTRY_AUTH_FILE", join(folder, "given.json"));
    expect((await storedCredentials("docker.io"))?.password).toBe("of the file");
  });

  it.each([
    ["endlessly, for a while", "head -c 20000000 /dev/zero"],
    ["JSON that is deep", "head -c 200000 /dev/zero | tr '\\0' '['"],
    ["what is no text", `echo '{"Username":{"a":1},"Secret":["x"]}'`],
    ["null", "echo null"],
  ])("is nothing where a helper says %s", async (_, says) => {
    await writeFile(join(folder, "docker-credential-fake"), `#!/bin/sh\n${says}\n`);
    await writeFile(join(folder, "config.json"), '{"credsStore":"fake"}');
    expect(await storedCredentials("ghcr.io", [join(folder, "config.json")])).toBeUndefined();
  });

  it("is not waited for beyond the run, where a helper hangs", async () => {
    await writeFile(join(folder, "docker-credential-fake"), "#!/bin/sh\nexec sleep 60\n");
    await writeFile(join(folder, "config.json"), '{"credsStore":"fake"}');
    const signal = AbortSignal.timeout(100);
    await expect(storedCredentials("ghcr.io", [join(folder, "config.json")], signal)).rejects.toThrow("timeout");
  });

  it.each([
    ["no file", undefined],
    ["another registry", '{"auths":{"quay.io":{"auth":"YTpi"}}}'],
    ["a file that is no JSON", "{"],
    ["a helper that knows nothing", '{"credHelpers":{"ghcr.io":"none-such"}}'],
    ["a helper with a path in its name", '{"credsStore":"../x"}'],
    ["a file of null", "null"],
    ["a login that is null", '{"auths":{"ghcr.io":null}}'],
    ["a login that is no text", '{"auths":{"ghcr.io":{"auth":5}}}'],
    ["a login that says how long it is", '{"auths":{"ghcr.io":{"auth":{"length":1e9}}}}'],
    ["a token that is no text", '{"auths":{"ghcr.io":{"identitytoken":5}}}'],
    ["helpers that are no text", '{"credHelpers":{"ghcr.io":{}},"credsStore":["fake"]}'],
  ])("is nothing with %s", async (_, config) => {
    if (config !== undefined) await writeFile(join(folder, "config.json"), config);
    expect(await storedCredentials("ghcr.io", [join(folder, "config.json")])).toBeUndefined();
  });

  it("is nothing where the file is none that ends", async () => {
    expect(await storedCredentials("ghcr.io", ["/dev/zero", folder])).toBeUndefined();
  });
});
