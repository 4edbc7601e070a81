import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { readReport, runForOutputs } from "../support/cli.ts";
import { type Lane, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";

/** Each finding in one line: step, place, title. */
function findings({ steps }: Report): readonly string[] {
  return steps.flatMap(({ name, findings }) =>
    findings.map(({ kind, file, line, title }) => `${name}: ${kind} ${file}:${line} ${title}`),
  );
}

const format = /^fmt: format greet\/loud\.go:5 /;
const vet = /^vet: vet greet\/number\.go:7 .*%s/;
const failing = /^test: test greet\/empty_test\.go:7 /;

describe("a red check", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("current");
  });

  test.each([
    { what: "an unformatted file", over: ["red/unformatted"], failed: ["fmt"], expected: [format] },
    { what: "a finding of vet", over: ["red/vetted"], failed: ["vet"], expected: [vet] },
    {
      what: "a compile error",
      over: ["red/broken"],
      failed: ["vet", "test"],
      expected: [
        /^vet: \w+ greet\/late\.go:5 .*undefined: nobody/,
        /^test: compile greet\/late\.go:5 .*undefined: nobody/,
      ],
    },
    { what: "a failing test", over: ["red/failing"], failed: ["test"], expected: [failing] },
    {
      what: "fmt, vet and test at once",
      over: ["red/unformatted", "red/vetted", "red/failing"],
      failed: ["fmt", "vet", "test"],
      expected: [format, vet, failing],
    },
  ])("$what: told at its line, and nothing is built", async ({ over, failed, expected }) => {
    const project = await makeProject("hello", { over });

    const { exitCode, outputs, stderr } = await runForOutputs({
      project,
      env: lane.env,
      inputs: { "go-version": "1.27.3" },
    });

    expect(exitCode, stderr).toBe(1);
    expect(outputs).toMatchObject({ verdict: "failed", "failure-class": "checks", binaries: "[]", checksums: "" });
    const report = await readReport(project);
    expect(report.steps.filter(({ status }) => status === "failed").map(({ name }) => name)).toEqual(failed);
    expect(report.steps.at(-1)).toMatchObject({
      name: "build",
      status: "skipped",
      detail: `${failed.join(", ")} failed`,
    });
    // What is said to run it again does, and is red again. Each wants a cold compile: once is enough.
    const lines = failed.length > 1 ? report.steps.flatMap(({ again }) => again) : [];
    for (const line of lines) {
      const env = { ...process.env, ...lane.env };
      const again = await promisify(execFile)("sh", ["-c", line], { cwd: project, env }).catch((error) => error);
      const gofmt = line.includes(" gofmt -d ");
      expect(gofmt ? again.stdout : again.code, line).toEqual(gofmt ? expect.stringContaining("@@") : 1);
    }
    expect(lines).toHaveLength(failed.length > 1 ? failed.length : 0);
    expect(findings(report)).toEqual(expected.map((line) => expect.stringMatching(line)));
    await expect(access(join(project, "dist"))).rejects.toThrow("ENOENT");
  });
});
