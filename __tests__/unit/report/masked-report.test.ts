import { expect, it } from "vitest";
import { Secrets } from "../../../src/host/secrets.ts";
import { maskedReport } from "../../../src/report/masked-report.ts";
import { facts } from "../../support/facts.ts";
import { finding, report, step, testCase, testedPackage } from "./reports.ts";

const { project } = facts();

function masked(secret: string, fields: Parameters<typeof report>[0]) {
  const secrets = new Secrets();
  secrets.add(secret);
  return maskedReport(report(fields), project, secrets);
}

it("shows no secret that a command has printed, wherever it went", () => {
  const text = "got s3cret here";
  const shown = masked("s3cret", {
    failure: text,
    notes: [text],
    steps: [
      step({ detail: text, again: [text], findings: [finding({ file: "s3cret.go", title: text, message: text })] }),
    ],
    testCases: [testCase({ package: "s3cret", name: text, output: text })],
    testedPackages: [testedPackage({ package: "s3cret", output: text })],
  });
  expect(JSON.stringify(shown)).not.toContain("s3cret");
  expect(JSON.stringify(shown).match(/\*\*\*/g)).toHaveLength(12);
});

it("leaves the names that the project has itself", () => {
  const file = "greet/greet.go";
  const importPath = "example.org/acme/hello/greet";
  const shown = masked("greet", {
    steps: [step({ findings: [finding({ file, title: "greet", message: "greet" })] })],
    testCases: [testCase({ package: importPath, name: "TestX" })],
  });
  expect(shown.steps[0]?.findings[0]).toMatchObject({ file, title: "***" });
  expect(shown.testCases[0]).toMatchObject({ package: importPath });
});
