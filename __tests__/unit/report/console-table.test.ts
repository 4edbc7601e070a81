import { describe, expect, test } from "vitest";
import { resultTable } from "../../../src/report/console-table.ts";
import { finding, greenReport, published, redReport, report, step } from "./reports.ts";

describe("resultTable", () => {
  test("a red run", () => {
    expect(resultTable(redReport, undefined)).toBe(`FAILED  Go 1.27.3 in golang:1.27.3, 34 s

fmt   a/a.go:6       Not formatted: run gofmt -w a/a.go
test  a/a_test.go:3  TestA/x_y: 3 is odd
test                 TestB failed

To run it again by hand:
  docker run --rm golang:1 go test -count=1 '-run=^(TestA|TestB)$' example.org/a

step   result   time
fmt    failed   0.4 s      1 finding
vet    passed   2.0 s
test   failed   1 min 1 s  2 findings
build  skipped             a check failed

tests     12 passed, 2 failed, 1 skipped
coverage  66.7% of statements (asked for: 80%)
`);
  });

  test("a green run", () => {
    expect(resultTable(greenReport, published)).toBe(`PASSED  Go 1.27.3 in golang:1.27.3, 34 s

step   result  time
test   passed  1.5 s
build  passed  3.0 s

tests  12 passed, 1 flaky

target         file                          size     sha256
linux/amd64    dist/hello-linux-amd64        1.4 MiB  0123456789ab
windows/amd64  dist/hello-windows-amd64.exe  900 B    fedcba987654
               dist/checksums.txt

image        ghcr.io/acme/hello
tags         1.2.3, latest
digest       sha256:aaaa
linux/amd64  1.6 MiB

note: The image's base has no digest.
`);
  });

  test("many findings are counted", () => {
    const findings = Array.from({ length: 22 }, (_, i) => finding({ line: i + 1 }));
    const text = resultTable(report({ steps: [step({ name: "vet", status: "failed", findings })] }), undefined);
    expect(text.match(/^vet {2}a\/a_test\.go:\d+ +TestA: bad$/gm)).toHaveLength(20);
    expect(text).toMatch(/\n +and 2 more findings\n\n/);
  });

  test("of many lines that run it again the first are shown", () => {
    const again = Array.from({ length: 5 }, (_, i) => `docker run ${i}\u001b[2J`);
    const text = resultTable(report({ steps: [step({ status: "failed", again })] }), undefined);
    expect(text).toContain(
      "by hand:\n  docker run 0 [2J\n  docker run 1 [2J\n  docker run 2 [2J\n  (2 more lines in the summary)\n",
    );
  });

  test("foreign text cannot leave its line or move the cursor", () => {
    const text = resultTable(
      report({ steps: [step({ detail: "a\n::error::b\u001b[2J" })], notes: ["c\rd"] }),
      undefined,
    );
    expect(text).toMatch(/ a ::error::b \[2J\n/);
    expect(text).toContain("note: c d\n");
  });
});
