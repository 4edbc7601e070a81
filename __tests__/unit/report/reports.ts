import type { Finding, TestCase, TestedPackage } from "../../../src/reading/reading.ts";
import type { Published, Report, StepReport } from "../../../src/report/report.ts";

/** Builders of what the report's writers read; a test names only what it is about. */
export function finding(fields: Partial<Finding> = {}): Finding {
  return { kind: "test", file: "a/a_test.go", line: 3, column: 0, title: "TestA: bad", message: "bad", ...fields };
}

export function step(fields: Partial<StepReport> = {}): StepReport {
  return { name: "test", status: "passed", detail: "", seconds: 1.5, findings: [], again: [], ...fields };
}

export function testCase(fields: Partial<TestCase> = {}): TestCase {
  return { package: "example.org/a", name: "TestA", result: "passed", seconds: 0.25, output: "", ...fields };
}

export function testedPackage(fields: Partial<TestedPackage> = {}): TestedPackage {
  return { package: "example.org/a", result: "passed", seconds: 0.5, cached: false, output: "", ...fields };
}

export function report(fields: Partial<Report> = {}): Report {
  return {
    verdict: "passed",
    failureClass: "",
    goVersion: "1.27.3",
    goImage: "golang:1.27.3",
    steps: [],
    tests: undefined,
    testCases: [],
    testedPackages: [],
    coverage: undefined,
    earlierCoverage: undefined,
    changed: undefined,
    coverageThreshold: undefined,
    binaries: [],
    checksums: "",
    failure: "",
    notes: [],
    seconds: 34.2,
    ...fields,
  };
}

export const redReport = report({
  verdict: "failed",
  failureClass: "checks",
  steps: [
    step({
      name: "fmt",
      status: "failed",
      detail: "1 finding",
      seconds: 0.4,
      findings: [
        finding({
          ...{ kind: "format", file: "a/a.go", line: 6, title: "Not formatted: run gofmt -w a/a.go" },
          message: "@@ -6 +6 @@\n-  return a+b\n+\treturn a + b",
        }),
      ],
    }),
    step({ name: "vet", seconds: 2 }),
    step({
      ...{ name: "test", status: "failed", detail: "2 findings", seconds: 61 },
      findings: [
        finding({ title: "TestA/x_y: 3 is odd", message: "printed\n    a_test.go:3: 3 is odd" }),
        finding({ file: "", line: 0, title: "TestB failed", message: "TestB failed" }),
      ],
      again: ["docker run --rm golang:1 go test -count=1 '-run=^(TestA|TestB)$' example.org/a"],
    }),
    step({ name: "build", status: "skipped", detail: "a check failed", seconds: 0 }),
  ],
  tests: { passed: 12, failed: 2, skipped: 1, flaky: 0 },
  testCases: [
    testCase({ seconds: 0.25 }),
    testCase({ name: "TestSlow", seconds: 12.04 }),
    testCase({ name: "TestFast", seconds: 0 }),
  ],
  coverage: {
    percent: "66.7",
    packages: [{ package: "example.org/a", covered: 2, statements: 3 }],
  },
  coverageThreshold: 80,
});

export const greenReport = report({
  steps: [step({ name: "test" }), step({ name: "build", seconds: 3 })],
  tests: { passed: 12, failed: 0, skipped: 0, flaky: 1 },
  testCases: [testCase({ name: "TestFlaky", result: "flaky", seconds: 0, output: "    a_test.go:9: not yet\n" })],
  binaries: [
    {
      ...{ target: "linux/amd64", name: "hello", path: "dist/hello-linux-amd64", size: 1_500_000 },
      sha256: "0123456789abcdef".repeat(4),
    },
    {
      ...{ target: "windows/amd64", name: "hello", path: "dist/hello-windows-amd64.exe", size: 900 },
      sha256: "fedcba9876543210".repeat(4),
    },
  ],
  checksums: "dist/checksums.txt",
  notes: ["The image's base has no digest."],
});

export const published: Published = {
  image: {
    name: "ghcr.io/acme/hello",
    tags: ["1.2.3", "latest"],
    places: [{ name: "ghcr.io/acme/hello", problem: "" }],
    digest: "sha256:aaaa",
    platforms: [{ platform: "linux/amd64", digest: "sha256:bbbb", size: 1_700_000 }],
    proven: [
      {
        ...{ platform: "linux/amd64", path: "dist/hello-linux-amd64", inImage: "/hello" },
        sha256: "0123456789abcdef".repeat(4),
      },
    ],
    dockerfile: "FROM scratch\nCOPY hello /hello\n",
    kind: "binary",
  },
  artifacts: [{ name: "binaries", size: 2048, id: "7", files: ["a", "b"] }],
};
