import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { type Lane, lanes, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";
import { recordingDocker } from "../support/recording-docker.ts";

/** What every test has: the image's, Docker's, ours, and what go adds for a test. */
const standard = [
  ...["GO111MODULE", "GOCACHE", "GOENV", "GOFLAGS", "GOPATH", "GOTOOLCHAIN", "HOME", "HOSTNAME", "PATH", "USER"],
  ...["GOCOVERDIR", "PWD"],
];

/** The variables that the fixture's test told. */
async function told(project: string): Promise<Readonly<Record<string, string>>> {
  const events = (await readFile(join(project, "reports/test.jsonl"), "utf8")).trim().split("\n");
  const output = events.map((line) => (JSON.parse(line) as { readonly Output?: string }).Output ?? "").join("");
  return Object.fromEntries(
    [...output.matchAll(/test: (\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

describe.each(lanes)("on the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
  });

  test("the container sees the declared variables, and nothing else of the caller's", async () => {
    const project = await makeProject("surroundings");
    const docker = await recordingDocker(lane);
    const secrets = {
      GITHUB_TOKEN: "canary-token",
      ACTIONS_RUNTIME_TOKEN: "canary-runtime",
      UNDECLARED: "canary-other",
    };

    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: { ...docker.env, ...secrets, DECLARED: "canary-declared" },
      // A new argument each time, so that no cached result tells the environment of an earlier run.
      inputs: {
        "go-version": "1.27.3",
        steps: "test",
        env: 'DECLARED\nGIVEN=a value, with "quotes"',
        "test-args": "-count=1",
      },
    });

    expect(exitCode, stderr + stdout).toBe(0);
    const declared = { DECLARED: "canary-declared", GIVEN: 'a value, with "quotes"' };
    const own = await told(project);
    expect(Object.keys(own).toSorted()).toEqual([...standard, ...Object.keys(declared)].toSorted());
    expect(own).toMatchObject(declared);
    const seen = Object.values(own).join("\n");
    expect(seen.match(/canary-\w+/g)).toEqual(["canary-declared"]);

    const calls = await docker.calls();
    expect(calls.filter(([verb]) => verb === "run")).toHaveLength(1);
    expect(calls.flat()).toContain("DECLARED");
    expect(calls.flat().filter((argument) => argument.includes("canary-"))).toEqual([]);
  });
});
