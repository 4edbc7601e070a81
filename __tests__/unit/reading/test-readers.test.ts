import { describe, expect, test } from "vitest";
import type { Reader } from "../../../src/reading/reading.ts";
import { testJsonReader } from "../../../src/reading/test-json-reader.ts";
import { testTextReader } from "../../../src/reading/test-text-reader.ts";
import { brief, failures, readAll, recorded, type Version, versions } from "./streams.ts";

const readerOf = (version: Version): Reader =>
  version === "1.8.1" ? testTextReader(failures) : testJsonReader(failures);
const isOld = (version: Version) => ["1.8.1", "1.12.17", "1.16.15"].includes(version);

/** One table for all: what differs is what that Go itself does not say, or says in other words. */
function expectedFindings(version: Version): readonly string[] {
  const cannotUse = isOld(version)
    ? "cannot use Yes() (type bool) as type string in assignment"
    : "cannot use Yes() (value of type bool) as string value in variable declaration";
  const prefix = isOld(version) ? "" : "fmt.";
  const index = version === "1.8.1" || version === "1.12.17" ? "" : " [0] with length 0";
  return [
    // 1.8 compiles a copy with counters in it, in which a line is missing.
    `compile broken/broken.go:${version === "1.8.1" ? 5 : 6} undefined: undefinedName`,
    `compile brokentest/brokentest_test.go:6 ${cannotUse}`,
    // 1.8 runs no vet in tests.
    ...(version === "1.8.1"
      ? []
      : [`compile vetted/vetted.go:8 ${prefix}Printf format %d has arg name of wrong type string`]),
    "exit :0 TestExits did not end: the test process did",
    // 1.8 gives inlined functions no frame.
    `panic ${version === "1.8.1" ? "panics/panics_test.go:12" : "panics/panics.go:6"} TestPanic: panic: runtime error: index out of range${index}`,
    "test :0 ExampleHalf failed",
    "test :0 TestSilent failed",
    "test red/red_test.go:15 TestErrorf: Half(3) = 1",
    "test red/red_test.go:25 TestTable/n=3: 3 is odd",
  ];
}

const expectedCases = [
  "exits TestExits failed",
  "good ExampleDouble passed",
  "good TestDouble passed",
  "good TestSkipped skipped",
  "panics TestBefore passed",
  "panics TestPanic failed",
  "races TestRace passed",
  "red ExampleHalf failed",
  "red TestErrorf failed",
  "red TestPasses passed",
  "red TestSilent failed",
  "red TestTable failed",
  "red TestTable/n=2 passed",
  "red TestTable/n=3 failed",
];

function expectedPackages(version: Version): readonly string[] {
  const same = [
    "broken failed",
    "brokentest failed",
    "exits failed",
    "good passed",
    "panics failed",
    "races passed",
    "red failed",
    "unformatted skipped",
  ];
  if (version === "1.8.1") return [...same, "vetted skipped"];
  // Up to 1.20 nothing is said of a package without tests to which vet objects.
  return ["1.12.17", "1.16.15", "1.20.14"].includes(version) ? same : [...same, "vetted failed"];
}

const short = (importPath: string) => importPath.replace("example.org/failures/", "");

describe.each(versions)("go test of %s, as recorded", (version) => {
  const { findings, tests, shown } = readAll(readerOf(version), recorded(version, "test"));

  test("findings", () => {
    expect(findings.map(brief).sort()).toEqual(expectedFindings(version));
  });

  test("cases", () => {
    expect(tests?.cases.map((one) => `${short(one.package)} ${one.name} ${one.result}`).sort()).toEqual(expectedCases);
  });

  test("packages", () => {
    const packages = tests?.packages ?? [];
    expect(packages.map((one) => `${short(one.package)} ${one.result}`).sort()).toEqual(expectedPackages(version));
    expect(packages.find((one) => one.package.endsWith("/red"))?.seconds).toBeGreaterThan(0);
    expect(packages.filter(({ cached }) => cached)).toEqual([]);
  });

  test("failed tests keep their output, in one dialect, and passed ones do not", () => {
    const outputs = Object.fromEntries(tests?.cases.map(({ name, output }) => [name, output]) ?? []);
    expect(outputs).toMatchObject({
      TestErrorf:
        "shown: TestErrorf fails\n    red_test.go:15: Half(3) = 1\n        want 3\n    red_test.go:17: a second message\n",
      "TestTable/n=3": "    red_test.go:25: 3 is odd\n",
      ExampleHalf: "got:\n2\nwant:\n3\n",
      TestDouble: "",
      TestPasses: "",
    });
  });

  test("a person sees what go test without -v shows", () => {
    expect(shown).toMatch(/^ok {2}\texample.org\/failures\/good\t[\d.]+s\tcoverage: 66.7% of statements$/m);
    expect(shown).toMatch(/^FAIL\texample.org\/failures\/broken \[build failed\]$/m);
    expect(shown).toMatch(/^panic: runtime error: index out of range/m);
    expect(shown).toContain(
      [
        "--- FAIL: TestErrorf (0.00s)",
        "shown: TestErrorf fails",
        "    red_test.go:15: Half(3) = 1",
        "        want 3",
        "    red_test.go:17: a second message",
        "--- FAIL: TestTable (0.00s)",
        "    --- FAIL: TestTable/n=3 (0.00s)",
        "        red_test.go:25: 3 is odd",
        "--- FAIL: TestSilent (0.00s)",
        "",
      ].join("\n"),
    );
    expect(shown).not.toMatch(/not shown|=== RUN|"Action"|--- PASS/);
  });

  test.each([1, 7, 1000])("in pieces of %i characters it is the same", (size) => {
    expect(readAll(readerOf(version), recorded(version, "test"), size)).toEqual({ findings, tests, shown });
  });

  test("a package that cannot be set up", () => {
    const setup = readAll(readerOf(version), recorded(version, "setup"));
    expect(setup.findings.map(({ kind, file, line, column }) => `${kind} ${file}:${line}:${column}`)).toEqual([
      "compile testdata/setup/setup.go:3:8",
    ]);
    expect(setup.findings[0]?.message).toMatch(/example.org\/missing.*:\n\t/);
    expect(setup.tests?.cases).toEqual([]);
  });
});
