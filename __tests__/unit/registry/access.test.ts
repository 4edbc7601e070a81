import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { credentialsFor } from "../../../src/registry/access.ts";

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
