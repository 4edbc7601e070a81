import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findEngine } from "../../../src/engine/find-engine.ts";

const docker = '{"ServerVersion":"28.5.2","OSType":"linux","Architecture":"x86_64"}';
const never = new AbortController().signal;
const podman = '{"version":{"Version":"4.3.1"},"host":{"os":"linux","arch":"amd64"}}';

/** Fakes of the two clients, which record that they were asked. */
describe("the engine", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gda-engines-"));
    vi.stubEnv("PATH", `${folder}:/usr/bin:/bin`);
    vi.stubEnv("DOCKER_HOST", undefined);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  async function client(name: string, info: string | undefined): Promise<void> {
    const answer = info === undefined ? "echo 'no daemon' >&2; exit 1" : `echo '${info}'`;
    const script = `#!/bin/sh\necho ${name} >>"${folder}/asked"\n[ "$1" = info ] || exit 1\n${answer}\n`;
    await writeFile(join(folder, name), script);
    await chmod(join(folder, name), 0o755);
  }

  const asked = async () => [...new Set((await readFile(join(folder, "asked"), "utf8")).trim().split("\n"))];

  it.each([
    ["docker, when it answers; podman is not even asked", "auto", docker, undefined, "docker", ["docker"]],
    ["podman, when docker does not answer", "auto", undefined, undefined, "podman", ["docker", "podman"]],
    ["podman, when it is wanted", "podman", docker, undefined, "podman", ["podman"]],
  ] as const)("is %s", async (_, wanted, info, host, name, names) => {
    await client("docker", info);
    await client("podman", podman);
    vi.stubEnv("DOCKER_HOST", host);
    expect((await findEngine(wanted, undefined, never)).name).toBe(name);
    expect(await asked()).toEqual(names);
  });

  it.each([
    ["docker", "podman", "podman has no builders"],
    ["docker", "docker", "docker buildx does not know it"],
  ] as const)("knows a builder of the user's own, or says why not", async (_, wanted, words) => {
    await client("docker", docker);
    await client("podman", podman);
    await expect(findEngine(wanted, "mine", never)).rejects.toThrow(words);
  });

  it.each([
    ["docker is wanted", "docker", undefined],
    ["DOCKER_HOST is set", "auto", "unix:///nowhere.sock"],
  ] as const)("is docker or nothing when %s", async (_, wanted, host) => {
    await client("docker", undefined);
    await client("podman", podman);
    vi.stubEnv("DOCKER_HOST", host);
    await expect(findEngine(wanted, undefined, never)).rejects.toThrow(
      /^No container engine answers\. docker: no answer at .*\(no daemon\)\.$/,
    );
    expect(await asked()).toEqual(["docker"]);
  });
});
