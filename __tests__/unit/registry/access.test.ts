import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { credentialsFor, isInsecure } from "../../../src/registry/access.ts";

describe("credentials of a registry", () => {
  const login = { registry: "ghcr.io", username: "ada", password: "given" };
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gda-docker-"));
    const auth = Buffer.from("bob:stored").toString("base64");
    await writeFile(join(folder, "config.json"), JSON.stringify({ auths: { "quay.io": { auth } } }));
    vi.stubEnv("DOCKER_CONFIG", folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it.each([
    ["are the inputs' for the one that they are for", "ghcr.io", login, "given"],
    ["are an earlier login's for another", "quay.io", login, "stored"],
    ["are none for one without a login", "docker.io", login, undefined],
    ["are an earlier login's without inputs", "quay.io", undefined, "stored"],
  ])("%s", async (_, registry, inputs, password) => {
    expect((await credentialsFor(registry, inputs))?.password).toBe(password);
  });
});

describe("a registry without TLS", () => {
  it.each([
    ["registry.lan:5000", true],
    ["registry.lan", false],
    ["10.1.2.3:5000", true],
    ["10.1.2.3", true],
    ["11.1.2.3", false],
    ["[fd00::1]:5000", true],
    ["[fe00::1]:5000", false],
    ["10.example.org", false],
  ])("%s is one by the engine's configuration: %s", (registry, expected) => {
    expect(isInsecure(registry, ["registry.lan:5000", "10.0.0.0/8", "fd00::/16"])).toBe(expected);
  });
});
