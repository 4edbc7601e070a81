import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runForOutputs } from "../support/cli.ts";
import { type Lane, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";

const always = 'package flaky\n\nimport "testing"\n\nfunc TestAlways(t *testing.T) { t.Error("red") }\n';
const race =
  'package flaky\n\nimport "testing"\n\nfunc TestRace(t *testing.T) {\n\tt.Log("WARNING: DATA RACE")\n\tt.Fail()\n}\n';
const panics = 'package flaky\n\nimport "testing"\n\nfunc TestPanics(t *testing.T) { panic("red") }\n';

describe("tests that failed", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("current");
  });

  async function run(
    version: string,
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>>,
  ) {
    const project = await makeProject("flaky", { files });
    if (version === "1.8.1") await rm(join(project, "go.mod"));
    const gopath: Readonly<Record<string, string>> =
      version === "1.8.1" ? { "import-path": "example.org/acme/flaky" } : {};
    const all = { "go-version": version, steps: "test", ...gopath, ...inputs };
    const end = await runForOutputs({ project, env: lane.env, inputs: all });
    return {
      ...end,
      report: await readReport(project),
      junit: await readFile(join(project, "reports/junit.xml"), "utf8"),
    };
  }

  test.each(["1.27.3", "1.8.1"])("pass when they are run again, and are told as flaky (Go %s)", async (version) => {
    const { exitCode, outputs, report, junit, stderr } = await run(version, {}, { "rerun-fails": "2" });
    expect(exitCode, stderr).toBe(0);
    expect(outputs).toMatchObject({ verdict: "passed", "tests-passed": "2", "tests-flaky": "5", "tests-failed": "0" });
    // What ran once, and what ran later, of three functions.
    expect(outputs.coverage).toBe("66.7");
    expect(report.notes).toEqual([
      "3 flaky tests failed, and passed when run again: TestTop (example.org/acme/flaky), TestGroup/odd_(name)|[1] (example.org/acme/flaky), TestGroup/deep/er (example.org/acme/flaky).",
    ]);
    expect(junit.match(/<flakyFailure /g)).toHaveLength(5);
    expect(junit).not.toContain("<failure");
  });

  test.each([
    ["one fails every time", { "always_test.go": always }, "2", { failed: "1", flaky: "5" }, undefined],
    ["there is a race", { "race_test.go": race }, "2", { failed: "6", flaky: "0" }, /data race/],
    ["a process dies", { "panics_test.go": panics }, "2", { failed: "1", flaky: "0" }, /did not get to the end/],
    ["it is not asked for", {}, "0", { failed: "5", flaky: "0" }, undefined],
  ] as const)("stay red when %s", async (_, files, times, { failed, flaky }, note) => {
    const { exitCode, outputs, report, stderr } = await run("1.27.3", files, { "rerun-fails": times });
    expect(exitCode, stderr).toBe(1);
    expect(outputs).toMatchObject({ verdict: "failed", "tests-flaky": flaky });
    expect(Number(outputs["tests-failed"])).toBeGreaterThanOrEqual(Number(failed));
    if (note !== undefined) expect(report.notes.join()).toMatch(note);
    if (flaky !== "0") expect(report.steps[2]?.findings.map(({ title }) => title)).toEqual(["TestAlways: red"]);
  });
});
