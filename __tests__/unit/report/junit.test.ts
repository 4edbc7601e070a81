import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { junitXml } from "../../../src/report/junit.ts";
import type { Report } from "../../../src/report/report.ts";
import { finding, report, step, testCase, testedPackage } from "./reports.ts";

const golden = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1" errors="0" skipped="1" time="0.500">
  <testsuite name="example.org/a" tests="3" failures="1" errors="0" skipped="1" time="0.500">
    <testcase classname="example.org/a" name="TestA" time="0.250"/>
    <testcase classname="example.org/a" name="TestB/x&lt;y" time="0.010">
      <failure message="a_test.go:3: &quot;a&quot; &amp; b">    a_test.go:3: &quot;a&quot; &amp; b
        ]]&gt; more
</failure>
    </testcase>
    <testcase classname="example.org/a" name="TestC" time="0.000">
      <skipped/>
    </testcase>
  </testsuite>
</testsuites>
`;

const text = (from: Report) => [...junitXml(from)].join("");
const parse = (xml: string) =>
  new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => name === "testcase" }).parse(
    xml,
  );

describe("junitXml", () => {
  test("cases by package", () => {
    const testCases = [
      testCase(),
      testCase({
        ...{ name: "TestB/x<y", result: "failed", seconds: 0.01 },
        output: '    a_test.go:3: "a" & b\n        ]]> more\n',
      }),
      testCase({ name: "TestC", result: "skipped", seconds: 0 }),
    ];
    const testedPackages = [
      testedPackage({ result: "failed" }),
      testedPackage({ package: "example.org/b", result: "skipped" }),
    ];
    expect(text(report({ testCases, testedPackages }))).toBe(golden);
  });

  test("a package that failed without a failing case has a case of its own", () => {
    const steps = [
      step({ findings: [finding({ kind: "compile", file: "b/b.go", line: 6, message: "undefined: x" }), finding()] }),
    ];
    const testedPackages = [
      testedPackage({ package: "example.org/b", result: "failed" }),
      testedPackage({ package: "example.org/c", result: "failed", output: "no database\n" }),
    ];
    const { testsuites } = parse(text(report({ steps, testedPackages })));
    expect(testsuites).toMatchObject({ tests: "2", failures: "0", errors: "2" });
    expect(testsuites.testsuite.map((suite: { testcase: unknown }) => suite.testcase)).toEqual([
      [
        {
          ...{ classname: "example.org/b", name: "(package)", time: "0.500" },
          error: { "#text": "b/b.go:6: undefined: x", message: "b/b.go:6: undefined: x" },
        },
      ],
      [
        {
          ...{ classname: "example.org/c", name: "(package)", time: "0.500" },
          error: { "#text": "no database", message: "no database" },
        },
      ],
    ]);
  });

  test("characters that XML does not know are left out", () => {
    const output = "a\u0000b\u001b[31mc\ud800d\uffffe\u{1f600}\tf\n";
    const xml = text(
      report({ testCases: [testCase({ result: "failed", output })], testedPackages: [testedPackage()] }),
    );
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toContain("ab[31mcde😀\tf\n</failure>");
  });

  test("no tests at all", () => {
    expect(parse(text(report())).testsuites).toMatchObject({ tests: "0", failures: "0" });
  });
});
