import type { FailureClass } from "../errors.ts";
import type { Published, Report, TestTotals } from "./report.ts";

/** The action's outputs, in the order of `action.yml`. */
export const outputTable = {
  verdict: "`passed` or `failed`",
  "failure-class": "`checks`, `input`, `infrastructure`, `timeout` or `cancelled`; empty when passed",
  "go-version": "The Go version that ran, `1.27.3`",
  "go-image": "The image it ran in, with its digest where a registry knows one",
  binaries: "JSON list of the binaries: target, name, path, size, sha256",
  checksums: "Path of `checksums.txt`",
  coverage: "Covered statements in percent, one decimal",
  "coverage-profile": "Path of the cover profile",
  "tests-passed": "Number of passed tests, subtests and examples",
  "tests-failed": "Number of failed ones",
  "tests-skipped": "Number of skipped ones",
  "tests-flaky": "Number of tests that passed only when run again",
  junit: "Path of the JUnit report",
  image: "The image's name",
  "image-tags": "The tags it was published under, one a line",
  "image-digest": "Digest read back from the registry",
  artifacts: "JSON list of the artifacts: name, size, id, files",
  "cache-hit": "`true` when the cache of exactly these modules was found",
} as const;

type OutputName = keyof typeof outputTable;
export type Outputs = Readonly<Record<OutputName, string>>;

/** Every declared output, empty where it does not apply. */
export function makeOutputs(report: Report, { image, artifacts }: Published, cacheHit: boolean): Outputs {
  const count = (result: keyof TestTotals) => (report.tests === undefined ? "" : String(report.tests[result]));
  return {
    verdict: report.verdict,
    "failure-class": report.failureClass,
    "go-version": report.goVersion,
    "go-image": report.goImage,
    binaries: JSON.stringify(report.binaries),
    checksums: report.checksums,
    coverage: report.coverage?.percent ?? "",
    "coverage-profile": report.coverage === undefined ? "" : "reports/coverage.out",
    "tests-passed": count("passed"),
    "tests-failed": count("failed"),
    "tests-skipped": count("skipped"),
    "tests-flaky": count("flaky"),
    junit: report.tests === undefined ? "" : "reports/junit.xml",
    image: image?.name ?? "",
    "image-tags": image?.tags.join("\n") ?? "",
    "image-digest": image?.digest ?? "",
    artifacts: JSON.stringify(artifacts),
    "cache-hit": String(cacheHit),
  };
}

/** The outputs of a run that came to no report. */
export function failedOutputs(failureClass: FailureClass): Outputs {
  const empty = Object.fromEntries(Object.keys(outputTable).map((name) => [name, ""])) as Outputs;
  return { ...empty, verdict: "failed", "failure-class": failureClass, binaries: "[]", artifacts: "[]" };
}
