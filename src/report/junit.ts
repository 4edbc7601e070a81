import { XMLBuilder } from "fast-xml-parser";
import type { Finding, TestCase, TestedPackage } from "../reading/reading.ts";
import type { Report } from "./report.ts";

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  suppressEmptyNode: true,
});

/** JUnit XML as Jenkins and GitLab read it: one suite for each package. In pieces, since thousands of tests may have failed. */
export function* junitXml(report: Pick<Report, "testCases" | "testedPackages" | "steps">): Generator<string> {
  const casesOf = Map.groupBy(report.testCases, (one) => one.package);
  const buildFindings = report.steps
    .filter(({ name }) => name === "test")
    .flatMap(({ findings }) => findings.filter(({ kind }) => kind === "compile" || kind === "command"));
  const suites = report.testedPackages
    .map((tested) => ({ tested, cases: casesOf.get(tested.package) ?? [] }))
    .filter(({ tested, cases }) => cases.length > 0 || tested.result === "failed")
    .map(({ tested, cases }) => suite(tested, cases, buildFindings));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield opening("testsuites", totals(suites));
  for (const { attributes: own, testcases } of suites) {
    yield `  ${opening("testsuite", own)}`;
    for (const one of testcases) yield nested(one());
    yield "  </testsuite>\n";
  }
  yield "</testsuites>\n";
}

function opening(name: string, own: object): string {
  return builder.build({ [name]: own }).replace(/\/>\n?$/, ">\n");
}

const around = ["<testsuites>\n  <testsuite>\n", "  </testsuite>\n</testsuites>\n"] as const;

/** A test case, indented as it lies in its suite. */
function nested(testcase: object): string {
  return builder.build({ testsuites: { testsuite: { testcase } } }).slice(around[0].length, -around[1].length);
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly time: number;
}

interface Suite {
  readonly counts: Counts;
  readonly attributes: object;
  readonly testcases: readonly (() => object)[];
}

function suite(tested: TestedPackage, cases: readonly TestCase[], buildFindings: readonly Finding[]): Suite {
  const failures = cases.filter(({ result }) => result === "failed").length;
  // A package that failed without a failing test would otherwise be green in the report.
  const brokenPackage = tested.result === "failed" && failures === 0;
  const counts = {
    tests: cases.length + Number(brokenPackage),
    failures,
    errors: Number(brokenPackage),
    skipped: cases.filter(({ result }) => result === "skipped").length,
    time: tested.seconds,
  };
  const testcases = cases.map((one) => () => testcase(one));
  if (brokenPackage) testcases.push(() => packageCase(tested, buildFindings));
  return { counts, attributes: { "@name": legal(tested.package), ...attributes(counts) }, testcases };
}

function testcase(test: TestCase): object {
  const attributes = { "@classname": legal(test.package), "@name": legal(test.name), "@time": seconds(test.seconds) };
  if (test.result === "skipped") return { ...attributes, skipped: "" };
  if (test.result === "passed") return attributes;
  const said = trouble(test.output, `${test.name} failed`);
  // As Maven's Surefire writes it: Jenkins counts such a test as passed, and shows it as flaky.
  return test.result === "flaky" ? { ...attributes, flakyFailure: said } : { ...attributes, failure: said };
}

function packageCase(tested: TestedPackage, buildFindings: readonly Finding[]): object {
  const said = buildFindings.map(({ file, line, message }) => (file === "" ? message : `${file}:${line}: ${message}`));
  const output = tested.output.trim() === "" ? said.join("\n") : tested.output;
  const error = trouble(output, "The package failed outside its tests, or could not be built");
  return { "@classname": legal(tested.package), "@name": "(package)", "@time": seconds(tested.seconds), error };
}

function trouble(output: string, otherwise: string): object {
  const firstLine = output.split("\n").find((line) => line.trim() !== "") ?? otherwise;
  return { "@message": legal(firstLine.trim().slice(0, 500)), "#text": legal(output || otherwise) };
}

function totals(suites: readonly Suite[]): object {
  const total = (field: keyof Counts) => suites.reduce((sum, { counts }) => sum + counts[field], 0);
  const counts = ["tests", "failures", "errors", "skipped", "time"] as const;
  return attributes(Object.fromEntries(counts.map((field) => [field, total(field)])) as Record<keyof Counts, number>);
}

function attributes({ tests, failures, errors, skipped, time }: Counts): object {
  return {
    "@tests": tests,
    "@failures": failures,
    "@errors": errors,
    "@skipped": skipped,
    "@time": seconds(time),
  };
}

const seconds = (value: number) => value.toFixed(3);

const illegalInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const legal = (text: string) => text.replace(illegalInXml, "");
