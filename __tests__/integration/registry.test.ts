import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { certificate } from "../../faults/certificates.ts";
import { type Accident, type Kind, startRegistryProxy } from "../../faults/registry-proxy.ts";
import { transportOf } from "../../src/registry/transport.ts";
import { freePort, startProcess } from "../support/child-process.ts";
import { runForOutputs } from "../support/cli.ts";
import { devTool } from "../support/dev-tool.ts";
import { type Lane, lanes, removeImages, startLane } from "../support/engines.ts";
import { makeProject, temporaryFolder } from "../support/projects.ts";
import { registry, startRegistry, stored } from "../support/registry.ts";

const push = { "go-version": "1.27.3", steps: "build", push: "true" };

test("a registry with a root of its own takes an image where `ca-certificates` names it, and not otherwise", async () => {
  const lane = await startLane("current");
  const folder = await temporaryFolder();
  const [binary, port, { cert, key }] = await Promise.all([
    devTool("docker-registry"),
    freePort(),
    certificate("127.0.0.1", "unknown", folder),
  ]);
  const files = { certificate: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  await Promise.all([writeFile(files.certificate, cert), writeFile(files.key, key)]);
  const host = `127.0.0.1:${port}`;
  const http = { addr: host, tls: files };
  await writeFile(
    join(folder, "registry.yml"),
    JSON.stringify({ version: "0.1", log: { level: "warn" }, storage: { inmemory: {} }, http }),
  );
  const daemon = startProcess(binary, ["serve", join(folder, "registry.yml")]);
  while ((await transportOf(host, [])) !== "https") {
    if (daemon.exitCode !== null) throw new Error(`the registry ended: ${daemon.output()}`);
    await setTimeout(50);
  }
  const project = await makeProject("hello", { files: { "root.pem": cert } });
  const inputs = { ...push, image: `${host}/a/b`, "image-tags": "1" };

  const without = await runForOutputs({ project, env: lane.env, inputs });
  const given = await runForOutputs({ project, env: lane.env, inputs: { ...inputs, "ca-certificates": "root.pem" } });

  expect(without.exitCode, without.stderr).toBe(3);
  expect(without.stderr).toMatch(/could not be asked for .*: self-signed certificate\.\n→ .*`ca-certificates`/);
  expect(given.exitCode, given.stderr).toBe(0);
  expect(given.outputs["image-digest"]).toMatch(/^sha256:/);
});

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

  test("that refuses does not keep another from the image, and the result of each is told", async () => {
    const proxy = await startRegistryProxy(registry, "manifest PUT", "403", Number.POSITIVE_INFINITY);
    const tag = `t${randomUUID()}`;
    const project = await makeProject("hello");
    const [bad, good] = [`${proxy.host}/fault/bad`, `${registry}/fault/good`];
    try {
      const inputs = { ...push, image: `${bad}, ${good}`, "image-tags": tag, "image-smoke-test": "world" };
      const { exitCode, outputs, stderr } = await runForOutputs({ project, env: lane.env, inputs });

      expect(exitCode, stderr).toBe(3);
      expect(stderr).toContain(
        `The image is not in 1 of 2 registries. The registry answered 403 for ${bad}. It is in ${good}.`,
      );
      const { digest } = await stored("fault/good", tag);
      expect(outputs).toMatchObject({ verdict: "failed", image: good, "image-digest": digest });
      const summary = await readFile(join(project, "reports/summary.md"), "utf8");
      expect(summary).toContain(`| not in <code>${bad}</code> | The registry answered 403 for ${bad}. |`);
    } finally {
      await proxy.close();
    }
  });
});
