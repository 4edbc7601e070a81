import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Accident, type Kind, startRegistryProxy } from "../../faults/registry-proxy.ts";
import { runForOutputs } from "../support/cli.ts";
import { type Lane, lanes, removeImages, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";
import { registry, startRegistry, stored } from "../support/registry.ts";

const push = { "go-version": "1.27.3", steps: "build", push: "true" };

describe.each(lanes)("a registry before the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
    await startRegistry();
  });

  /** Somebody else's image, whole and by the rules. */
  async function pushAnother(): Promise<void> {
    const other = { image: `${registry}/fault/test`, "image-tags": "type=raw,value=swapped", ldflags: "-s" };
    const project = await makeProject("hello");
    await runForOutputs({ project, env: lane.env, inputs: { ...push, ...other } });
  }

  test.each<[Accident, Kind, number, number]>([
    ["503", "manifest PUT", 1, 0],
    ["429", "manifest GET", 1, 0],
    ["403", "manifest PUT", Number.POSITIVE_INFINITY, 3],
    ["swapped", "manifest GET", Number.POSITIVE_INFINITY, 3],
  ])("that answers %s to a %s (%d times) ends the run with %d", async (accident, kind, count, expected) => {
    if (accident === "swapped") await pushAnother();
    const proxy = await startRegistryProxy(registry, kind, accident, count);
    const tag = `t${randomUUID()}`;
    const project = await makeProject("hello");
    try {
      const { exitCode, outputs, stderr } = await runForOutputs({
        project,
        env: lane.env,
        inputs: {
          ...push,
          ...{ image: `${proxy.host}/fault/test`, "image-tags": `type=raw,value=${tag}` },
        },
      });
      expect(exitCode, stderr).toBe(expected);
      expect(proxy.hits()).toBeGreaterThan(0);
      const digest = expected === 0 ? (await stored("fault/test", tag)).digest : "";
      expect(outputs["image-digest"]).toBe(digest);
      if (expected !== 0) expect(stderr).toContain("→ ");
    } finally {
      await proxy.close();
      await removeImages(lane, proxy.host);
    }
  });
});
