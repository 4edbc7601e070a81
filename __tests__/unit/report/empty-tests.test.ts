import { describe, expect, it } from "vitest";
import { makePlan } from "../../../src/plan/plan.ts";
import { testJsonReader } from "../../../src/reading/test-json-reader.ts";
import { resultTable } from "../../../src/report/console-table.ts";
import { emptyTests } from "../../../src/report/empty-tests.ts";
import { summaryMarkdown } from "../../../src/report/summary.ts";
import { facts, goPackage, rootModule } from "../../support/facts.ts";
import { published, report, step } from "./reports.ts";

const source = { containerDir: "/src", repositoryDir: "", packageDirs: { m: "", "m/b": "b" } };

const lines = (...events: readonly object[]) => events.map((event) => `${JSON.stringify(event)}\n`).join("");

/** What go prints of a package whose only line is that one. */
const closed = (name: string, line: string, action = "pass") =>
  lines(
    { Action: "start", Package: name },
    { Action: "output", Package: name, Output: `${line}\n` },
    { Action: action, Package: name, Elapsed: 0 },
  );

const tested = (name: string, result: "pass" | "skip") =>
  lines(
    { Action: "run", Package: name, Test: "TestX" },
    { Action: result, Package: name, Test: "TestX", Elapsed: 0 },
    { Action: "output", Package: name, Output: `ok  \t${name}\t0.1s\n` },
    { Action: "pass", Package: name, Elapsed: 0.1 },
  );

const noneOf = (name: string) => closed(name, `ok  \t${name}\t0.003s [no tests to run]`);
const silent = (name: string) => closed(name, `ok  \t${name}\t0.003s`);
const noFiles = (name: string) => closed(name, `?   \t${name}\t[no test files]`, "skip");

function judged(stdout: string, { exitCode = 0, files = ["a.go", "a_test.go"], args = "" } = {}) {
  const packages = [
    goPackage("m", ".", "m", files),
    goPackage("m/b", "b", "b", ["b/b.go", "b/b_test.go"].slice(0, files.length)),
  ];
  const given = facts({ "test-args": args }, { project: { modules: [{ ...rootModule, packages }] } });
  const planned = makePlan(given).steps.find((one) => one.step.name === "test");
  if (planned === undefined || "skipped" in planned) throw new Error("no test step");
  const reader = testJsonReader(source);
  reader.read("stdout", stdout);
  const [task] = planned.tasks;
  if (task === undefined) throw new Error("no task");
  const reading = reader.end(exitCode);
  const result = { task, exitCode, timedOut: false, outOfMemory: false, seconds: 1, profiles: [], reading };
  return emptyTests({ planned, withheld: undefined, results: [result], seconds: 1 }, given);
}

describe("a test step that passed says when it says nothing", () => {
  it.each([
    [
      "none was selected",
      noneOf("m") + noneOf("m/b"),
      "no test ran",
      /^No test ran, though 2 packages have test files:/,
    ],
    [
      "a TestMain runs none",
      silent("m") + silent("m/b"),
      "no test ran",
      /^No test ran, though 2 packages have test files:/,
    ],
    ["go printed nothing", "", "no test ran", /build constraints or tags/],
    ["every file is left out", noFiles("m") + noFiles("m/b"), "no test ran", /build constraints or tags/],
    ["all were skipped", tested("m", "skip") + tested("m/b", "skip"), "all 2 tests were skipped", /says nothing/],
    ["its only one was skipped", tested("m", "skip") + noneOf("m/b"), "its only test was skipped", /says nothing/],
    [
      "one package is silent",
      tested("m", "pass") + silent("m/b"),
      "",
      /^1 package passed without running a test.*: m\/b\./,
    ],
  ])("%s", (_, stdout, detail, note) => {
    expect(judged(stdout)).toEqual({ detail, note: expect.stringMatching(note) });
  });

  it.each([
    ["tests ran", tested("m", "pass") + tested("m/b", "pass"), {}],
    ["they were selected from some packages", tested("m", "pass") + noneOf("m/b"), {}],
    ["some were skipped", tested("m", "pass") + tested("m/b", "skip"), {}],
    ["there are no tests", noFiles("m") + noFiles("m/b"), { files: ["a.go"] }],
    ["it is red", noneOf("m"), { exitCode: 1 }],
    ["benchmarks were asked for", tested("m", "pass") + silent("m/b"), { args: "-bench=." }],
  ])("and nothing where %s", (_, stdout, more) => {
    expect(judged(stdout, more)).toBeUndefined();
  });
});

describe("a pass without a test is told", () => {
  const empty = report({ steps: [step({ name: "test", status: "passed", detail: "no test ran" })] });

  it("in the console's headline and row", () => {
    expect(resultTable(empty, published)).toMatch(/^PASSED, but no test ran {2}Go /);
    expect(resultTable(empty, published)).toMatch(/^test +passed .* no test ran$/m);
  });

  it("in the summary's headline and row", () => {
    expect(summaryMarkdown(empty, published)).toMatch(/^## ✅ Passed, but no test ran\n/);
    expect(summaryMarkdown(empty, published)).toContain("| test | passed: no test ran |");
  });
});
