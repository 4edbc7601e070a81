import type { Published, Report } from "./report.ts";

/** The action's outputs, in the order of `action.yml`. */
export const outputTable = {
  verdict: "`passed` or `failed`",
  "failure-class": "`checks`, `input`, `infrastructure` or `timeout`; empty when passed",
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

export type OutputName = keyof typeof outputTable;
export type Outputs = Readonly<Record<OutputName, string>>;

/** Every declared output, empty where it does not apply. */
export function makeOutputs(report: Report | undefined, published: Published | undefined, cacheHit: boolean): Outputs {
  const { tests, coverage } = report ?? {};
  const image = published?.image;
  return {
    verdict: report?.verdict ?? "failed",
    "failure-class": report?.failureClass ?? "",
    "go-version": report?.goVersion ?? "",
    "go-image": report?.goImage ?? "",
    binaries: JSON.stringify(report?.binaries ?? []),
    checksums: report?.checksums ?? "",
    coverage: coverage?.percent ?? "",
    "coverage-profile": coverage === undefined ? "" : "reports/coverage.out",
    "tests-passed": tests === undefined ? "" : String(tests.passed),
    "tests-failed": tests === undefined ? "" : String(tests.failed),
    "tests-skipped": tests === undefined ? "" : String(tests.skipped),
    "tests-flaky": tests === undefined ? "" : String(tests.flaky),
    junit: tests === undefined ? "" : "reports/junit.xml",
    image: image?.name ?? "",
    "image-tags": image?.tags.join("\n") ?? "",
    "image-digest": image?.digest ?? "",
    artifacts: JSON.stringify(published?.artifacts ?? []),
    "cache-hit": report === undefined ? "" : String(cacheHit),
  };
}
