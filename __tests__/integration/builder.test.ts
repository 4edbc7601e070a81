import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { afterwards } from "../support/afterwards.ts";
import { startProcess } from "../support/child-process.ts";
import { readReport, runForOutputs } from "../support/cli.ts";
import { type Lane, repository, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";
import { registry, startRegistry, stored } from "../support/registry.ts";

const execute = promisify(execFile);
const family = `gda-test/${randomBytes(6).toString("hex")}`;
const name = `gda-${randomBytes(4).toString("hex")}`;

describe("a remote builder of the user's own, beside the older engine", () => {
  let lane: Lane;
  let env: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    lane = await startLane("old");
    // A client of today with buildx, before the older daemon.
    env = { ...lane.env, PATH: (await startLane("current")).env["PATH"] ?? "", HOME: homedir() };
    await startRegistry();
    const { stdout } = await execute(join(repository, "script/buildkitd"), []);
    const folder = await mkdtemp(join(tmpdir(), "gda-buildkit-"));
    afterwards(() => rm(folder, { recursive: true, force: true }));
    const socket = join(folder, "socket");
    const daemon = startProcess(stdout.trim(), [
      ...["--addr", `unix://${socket}`, "--root", join(folder, "root"), "--containerd-worker=false"],
      ...["--oci-worker-snapshotter", "native"],
    ]);
    while (!existsSync(socket)) {
      if (daemon.exitCode !== null) throw new Error(`buildkitd ended: ${daemon.output()}`);
      await setTimeout(50);
    }
    await execute("docker", ["buildx", "create", "--name", name, "--driver", "remote", `unix://${socket}`], { env });
    afterwards(async () => void (await execute("docker", ["buildx", "rm", name], { env })));
  }, 900_000);

  test("makes both platforms in one build, and what it pushed is proven, also with a login", async () => {
    const project = await makeProject("hello");
    const image = `${registry}/${family}`;
    const platforms = { targets: "linux/amd64, linux/arm64", "image-smoke-test": "world", provenance: "true" };
    // The registry asks for none; a login must not hide the builder.
    const login = { username: "ada", password: "s3cret" };
    const inputs = { "go-version": "1.27.3", steps: "build", image, "image-tags": "one", push: "true", builder: name };

    const call = { project, env, inputs: { ...inputs, ...platforms, ...login } };
    const { exitCode, outputs, stderr } = await runForOutputs(call);

    expect(exitCode, stderr).toBe(0);
    expect(await stored(family, "one")).toEqual({
      digest: outputs["image-digest"],
      platforms: ["linux/amd64", "linux/arm64", "unknown/unknown", "unknown/unknown"],
    });
    expect((await readReport(project)).image?.proven).toHaveLength(2);
    expect(stderr).toContain(`one build by ${name}, pushed`);
    expect(await lane.docker("run", "--rm", `${image}@${outputs["image-digest"]}`, "gopher")).toBe("hello, gopher\n");
    await lane.docker("image", "rm", `${image}@${outputs["image-digest"]}`);
  });

  test("that nobody has made is told before anything starts", async () => {
    const project = await makeProject("hello");
    const inputs = { "go-version": "1.27.3", image: "x/y", builder: "nowhere" };
    const { exitCode, stderr } = await runForOutputs({ project, env, inputs });
    expect(exitCode, stderr).toBe(2);
    expect(stderr).toContain("input 'builder' (\"nowhere\"): docker buildx does not know it");
  });
});
