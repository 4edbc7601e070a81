import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runForOutputs } from "../support/cli.ts";
import { type Lane, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";
import { annotations, registry, startRegistry, stored } from "../support/registry.ts";

const family = `gda-test/${randomBytes(6).toString("hex")}`;

describe("podman's image", () => {
  let lane: Lane;
  beforeAll(async () => {
    await startRegistry();
    lane = await startLane("podman");
  });

  const images = async () => (await lane.docker("image", "ls", "--quiet", "--no-trunc")).split("\n").toSorted();

  test("is pushed for two platforms, tried out, proven, the same from another clone, and gone from the engine", async () => {
    const before = await images();
    const digests: unknown[] = [];
    for (const clone of ["one", "two"]) {
      const project = await makeProject("hello");
      const name = `${family}/${clone}`;
      const image = { image: `${registry}/${name}`, "image-tags": "1.2", "image-smoke-test": "world", push: "true" };
      const inputs = { "go-version": "1.27.3", engine: "podman", steps: "build", targets: "linux/amd64, linux/arm/v7" };
      const { exitCode, outputs, stderr } = await runForOutputs({
        project,
        env: lane.env,
        inputs: { ...inputs, ...image },
      });

      expect(exitCode, stderr).toBe(0);
      expect(await stored(name, "1.2")).toEqual({
        digest: outputs["image-digest"],
        platforms: ["linux/amd64", "linux/arm"],
      });
      expect(await annotations(name, "1.2")).toMatchObject({ "org.opencontainers.image.version": "1.2" });
      expect((await readReport(project)).image?.proven).toHaveLength(2);
      digests.push(outputs["image-digest"]);
    }
    expect(digests[1]).toBe(digests[0]);
    expect(await images()).toEqual(before);
  });

  test("without a push stays in the engine, and runs", async () => {
    const project = await makeProject("hello");
    const image = `localhost/${family}:1`;
    const inputs = { "go-version": "1.27.3", engine: "podman", steps: "build", "image-smoke-test": "world" };
    const call = { project, env: lane.env, inputs: { ...inputs, image: `localhost/${family}`, "image-tags": "1" } };
    const { exitCode, stderr } = await runForOutputs(call);

    expect(exitCode, stderr).toBe(0);
    expect(await lane.docker("run", "--rm", image, "gopher")).toBe("hello, gopher\n");
    await lane.docker("image", "rm", image);
  });
});
