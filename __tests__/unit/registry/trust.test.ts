import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import tls from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { parseInputs } from "../../../src/inputs/inputs.ts";
import { trustRoots } from "../../../src/registry/trust.ts";
import { temporaryFolder } from "../../support/projects.ts";
import { tlsServer } from "../../support/tls-server.ts";

const usual = tls.getCACertificates("default");

describe("a registry with a root of its own", () => {
  afterEach(() => tls.setDefaultCACertificates(usual));

  const ask = (url: string) => fetch(url).then((answer) => answer.text());

  it.each([
    ["`ca-certificates`", true, false],
    ["the engine's folder for it", false, true],
  ])("is trusted by %s", async (_, given, known) => {
    const { url, root } = await tlsServer("over TLS");
    const [path, engines] = [await temporaryFolder(), await temporaryFolder()];
    const registry = new URL(url).host;
    await writeFile(join(path, "root.pem"), root);
    await mkdir(join(engines, registry));
    if (known) await writeFile(join(engines, registry, "ca.crt"), root);
    const other = await tlsServer("of a client");
    await writeFile(join(engines, registry, "client.cert"), other.root);
    const { inputs } = parseInputs({ image: `${registry}/a`, ...(given ? { "ca-certificates": "root.pem" } : {}) });

    await expect(ask(url)).rejects.toThrow("fetch failed");
    await trustRoots(inputs, { path }, engines);

    expect(await ask(url)).toBe("over TLS");
    await expect(ask(other.url)).rejects.toThrow("fetch failed");
  });

  it("and nobody else's is", async () => {
    const { url, root } = await tlsServer("over TLS");
    const engines = await temporaryFolder();
    await mkdir(join(engines, "other.example.org"));
    await writeFile(join(engines, "other.example.org/ca.crt"), root);
    const { inputs } = parseInputs({ image: `${new URL(url).host}/a` });
    await trustRoots(inputs, { path: await temporaryFolder() }, engines);
    await expect(ask(url)).rejects.toThrow("fetch failed");
  });
});
