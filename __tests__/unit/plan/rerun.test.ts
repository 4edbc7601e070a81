import { describe, expect, it } from "vitest";
import { rerunsOf, rerunTask, whyNotAgain } from "../../../src/plan/rerun.ts";
import { test } from "../../../src/plan/steps/test.ts";
import type { Finding, TestCase } from "../../../src/reading/reading.ts";
import { passedAgain, withReruns } from "../../../src/reading/rerun-results.ts";
import { facts } from "../../support/facts.ts";

const one = (name: string, result: TestCase["result"] = "failed", from = "m"): TestCase => ({
  package: from,
  name,
  result,
  seconds: 0,
  output: "",
});
const finding = (kind: Finding["kind"], message = ""): Finding => ({
  kind,
  file: "",
  line: 0,
  column: 0,
  title: "",
  message,
});
const reading = (cases: readonly TestCase[], findings: readonly Finding[] = [finding("test")]) => ({
  findings,
  tests: { cases, packages: [] },
});

describe("what is run again", () => {
  it.each<[string, string[], string[]]>([
    ["a test", ["TestA"], ["-run=^TestA$"]],
    ["tests of one package together", ["TestA", "ExampleB"], ["-run=^(TestA|ExampleB)$"]],
    ["a subtest, alone", ["TestA/b"], ["-run=^TestA$/^b$"]],
    [
      "each subtest by itself",
      ["TestA/b/c", "TestA/d", "TestE"],
      ["-run=^TestE$", "-run=^TestA$/^b$/^c$", "-run=^TestA$/^d$"],
    ],
    ["names that look like patterns", ["TestA/a.b(1)|[x]$*#01"], [String.raw`-run=^TestA$/^a\.b\(1\)\|\[x\]\$\*#01$`]],
  ])("%s", (_, names, expected) => {
    const [first] = test.tasks(facts());
    if (first === undefined) throw new Error("no task");
    const tasks = rerunsOf(names.map((name) => one(name))).map((rerun) => rerunTask(first, rerun, "1-0", facts()));
    expect(tasks.map(({ command }) => command.find((word) => word.startsWith("-run=")))).toEqual(expected);
  });

  it("keeps the first command's flags, but not its packages, its profile, or another -run", () => {
    const given = facts({ race: "true", "test-args": "-short\n-run=Test\n-count=3\n-args\n-x" });
    const [first] = test.tasks(given);
    const again = first && rerunTask(first, { package: "m/p", tests: ["TestA"] }, "2-1", given);
    expect(again?.command.join(" ")).toBe(
      "go test -json -race -coverprofile=/gda/out/cover/0000-2-1.out -vet=off -timeout=1800s m/p -short -run=Test -count=3 -count=1 -run=^TestA$ -args -x",
    );
    expect(again?.recordStdout).toBe("test.jsonl");
  });
});

it.each<[string, readonly TestCase[], readonly Finding[], RegExp | undefined]>([
  ["a failed test", [one("TestA")], [finding("test")], undefined],
  ["a panic", [one("TestA")], [finding("panic")], /did not get to the end/],
  ["a package that is not built", [one("TestA")], [finding("test"), finding("compile")], /did not get to the end/],
  ["nothing that failed by name", [], [finding("command")], /did not get to the end/],
  ["a race", [one("TestA")], [finding("test", "x\nWARNING: DATA RACE\n")], /data race/],
  ["ten failed tests", Array.from({ length: 10 }, (_, i) => one(`Test${i}`)), [finding("test")], undefined],
  [
    "more than ten",
    Array.from({ length: 11 }, (_, i) => one(`Test${i}`)),
    [finding("test")],
    /^11 failed, more than 10$/,
  ],
  [
    "one test with many parents",
    [...Array(30).keys()].map((i) => one(`T${"/x".repeat(i)}`)),
    [finding("test")],
    undefined,
  ],
])("whether %s is run again", (_, cases, findings, expected) => {
  const why = whyNotAgain(reading(cases, findings));
  if (expected === undefined) expect(why).toBeUndefined();
  else expect(why).toMatch(expected);
});

it.each<[string, readonly TestCase[], boolean]>([
  ["it passed", [one("TestA", "passed"), one("TestA/b", "passed")], true],
  ["it failed", [one("TestA", "failed"), one("TestA/b", "failed")], false],
  ["what it lies in failed", [one("TestA", "failed"), one("TestA/b", "passed")], false],
  ["it was not run", [one("TestA", "passed")], false],
  ["it was skipped", [one("TestA", "passed"), one("TestA/b", "skipped")], false],
  ["another package's passed", [one("TestA", "passed", "n"), one("TestA/b", "passed", "n")], false],
])("a subtest passes when run again: %s", (_, cases, expected) => {
  expect(passedAgain(one("TestA/b"), reading(cases))).toBe(expected);
});

it("what failed, and encloses nothing that still fails, is flaky", () => {
  const first = {
    ...reading([
      one("TestA"),
      one("TestA/b"),
      one("TestA/c"),
      one("TestD"),
      one("TestE", "passed"),
      one("TestD", "failed", "n"),
    ]),
    tests: {
      cases: [
        one("TestA"),
        one("TestA/b"),
        one("TestA/c"),
        one("TestD"),
        one("TestE", "passed"),
        one("TestD", "failed", "n"),
      ],
      packages: ["m", "n"].map((name) => ({
        package: name,
        result: "failed" as const,
        seconds: 1,
        cached: false,
        output: "",
      })),
    },
  };
  const { tests } = withReruns(first, [one("TestA/c")], []);
  expect(tests?.cases.map(({ name, result }) => `${name} ${result}`)).toEqual([
    "TestA failed",
    "TestA/b flaky",
    "TestA/c failed",
    "TestD flaky",
    "TestE passed",
    "TestD flaky",
  ]);
  expect(tests?.packages.map(({ result }) => result)).toEqual(["failed", "passed"]);
});
