import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runCli } from "../support/cli.ts";
import { type Lane, lanesWithPodman, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";

const inputs = { "go-version": "1.27.3", steps: "test", coverage: "false", "test-args": "-count=1" };
const yes = (name: string) => `WANT_${name}=yes`;

/** A module of a library that only a network could bring. */
const needy = {
  "needy.go": 'package walls\n\nimport _ "example.org/acme/lib"\n',
  "go.mod": "module example.org/acme/walls\n\ngo 1.20\n\nrequire example.org/acme/lib v1.2.3\n",
  "go.sum":
    "example.org/acme/lib v1.2.3 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nexample.org/acme/lib v1.2.3/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
};
const vendored = {
  "vendor/modules.txt": "# example.org/acme/lib v1.2.3\n## explicit; go 1.20\nexample.org/acme/lib\n",
  "vendor/example.org/acme/lib/lib.go": "package lib\n",
};

describe.each(lanesWithPodman)("on the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
  });

  test.each(["full", "modules", "none"] as const)("the walls stand with network %s", async (network) => {
    const project = await makeProject("walls");
    // podman's socket is a service of its own, which this lane does not start.
    const socket = network === "none" && name !== "podman";
    const wants = [...(network === "full" ? [yes("NETWORK")] : []), ...(socket ? [yes("SOCKET")] : [])];

    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, network, "docker-socket": `${socket}`, env: wants.join("\n") },
    });

    expect(exitCode, stdout + stderr).toBe(0);
    expect(stdout.includes("whatever root can")).toBe(socket);
  });

  test("a test that eats more than `memory` is said to", async () => {
    const project = await makeProject("walls");

    const { exitCode, stdout } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, memory: "256m", env: "EAT_MEMORY=yes\nWANT_NETWORK=yes" },
    });

    expect(exitCode, stdout).toBe(1);
    expect((await readReport(project)).steps[2]).toMatchObject({ status: "failed", detail: "out of memory" });
  });

  test.each([
    ["none", {}, 3],
    ["modules", {}, 3],
    ["none", vendored, 0],
    ["modules", vendored, 0],
  ] as const)(
    "without what a network would bring, network %s ends as it should (%#)",
    async (network, more, expected) => {
      const project = await makeProject("walls", { files: { ...needy, ...more } });

      const { exitCode, stdout, stderr } = await runCli({
        project,
        env: lane.env,
        inputs: {
          ...inputs,
          network,
          env: "GOPROXY=https://127.0.0.1:9,off",
          "test-args": "-count=1\n-run=TestRights",
        },
      });

      expect(exitCode, stdout + stderr).toBe(expected);
      if (expected === 3) {
        expect(stderr).toMatch(/A module could not be downloaded: .*example\.org\/acme\/lib/);
        expect(stderr).toContain("vendor the modules");
      }
    },
  );
});
