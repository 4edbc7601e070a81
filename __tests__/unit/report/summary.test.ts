import { describe, expect, test } from "vitest";
import { summaryMarkdown } from "../../../src/report/summary.ts";
import { finding, greenReport, published, redReport, report, step, testCase } from "./reports.ts";

describe("summaryMarkdown", () => {
  test("a red run", async () => {
    await expect(summaryMarkdown(redReport, undefined)).toMatchFileSnapshot("../../fixtures/summaries/red.md");
  });

  test("a green run", async () => {
    await expect(summaryMarkdown(greenReport, published)).toMatchFileSnapshot("../../fixtures/summaries/green.md");
  });

  test("a pull request: how coverage moved, and what of the change no test runs", () => {
    const uncovered = [
      { first: 3, last: 5 },
      { first: 9, last: 9 },
    ];
    const packages = [
      { package: "example.org/a", covered: 2, statements: 3 },
      { package: "example.org/new", covered: 1, statements: 1 },
    ];
    const text = summaryMarkdown(
      report({
        coverage: { percent: "75.0", packages },
        earlierCoverage: { sha: "e".repeat(40), packages: [{ package: "example.org/a", covered: 3, statements: 3 }] },
        changed: {
          ...{ base: "b".repeat(40), files: ["a/a.go"] },
          coverage: { lines: 6, covered: 2, files: [{ file: "a/a.go", lines: 6, covered: 2, uncovered }] },
        },
      }),
      undefined,
    );
    expect(text).toContain(
      `**Coverage:** 75.0% of statements, -25.0 since <code>${"e".repeat(12)}</code>

**Coverage of changed lines:** 33.3%, 2 of 6 lines since <code>${"b".repeat(12)}</code>

`,
    );
    expect(text).toContain("| <code>a/a.go</code> | 2 of 6 | 3-5, 9 |");
    expect(text).toContain("| <code>example.org/a</code> | 66.7% | 2 of 3 | -33.3 |");
    expect(text).toContain("| <code>example.org/new</code> | 100.0% | 1 of 1 | new |");
  });

  test("what kept the run from its end stands first; the result of each registry beside its name", () => {
    const failure = "The image is not in 1 of 2 registries.";
    const places = [
      { name: "ghcr.io/acme/hello", problem: "" },
      { name: "quay.io/acme/hello", problem: "It answered 403." },
    ];
    const text = summaryMarkdown(report({ verdict: "failed", failureClass: "infrastructure", failure }), {
      image: published.image && { ...published.image, places },
      artifacts: [],
    });
    expect(text).toMatch(
      /^## ❌ Failed: infrastructure\n\nGo .*\n\n> The image is not in 1 of 2 registries\.\n\n### Steps/,
    );
    expect(text).toContain("| not in <code>quay.io/acme/hello</code> | It answered 403. |");
    expect(text).not.toContain("not in <code>ghcr.io");
  });

  test("nothing foreign is more than text", () => {
    const hostile = "</pre></details><script>x</script>\n```\n|a|b|\n# h\n![i](//x) `c` @me";
    const bad = finding({ file: hostile, title: hostile, message: `${hostile}\n${hostile}` });
    const steps = [step({ status: "failed", detail: hostile, findings: [bad], again: [hostile] })];
    const testCases = [testCase({ name: hostile, package: hostile, result: "flaky", output: hostile })];
    const tests = { passed: 0, failed: 0, skipped: 0, flaky: 1 };
    const proven = [{ platform: hostile, path: hostile, inImage: hostile, sha256: hostile }];
    const words = { name: hostile, tags: [hostile], dockerfile: hostile, kind: hostile };
    const image = { ...published.image, ...words, proven };
    const notes = [hostile];
    const text = summaryMarkdown(report({ steps, failure: hostile, notes, tests, testCases, goImage: hostile }), {
      image: { ...image, digest: hostile, platforms: [], places: [{ name: hostile, problem: hostile }] },
      artifacts: [{ name: hostile, size: 1, id: "", files: [] }],
    });
    // Within a fence everything is text, so what is left must have nothing of it.
    const fences = /^(`{3,})\w*\n[\s\S]*?\n\1$/gm;
    expect(text.match(fences)).toHaveLength(4);
    expect(text.replace(fences, "")).not.toMatch(/<script|<\/pre|!\[i|\|a\||^# |`|@me/m);
    expect(text.replace(fences, "").match(/<\/?details>/g)).toHaveLength(10);
  });

  test("however much failed, it has at most 900 KiB, whole lines and complete totals", () => {
    const message = "ü".repeat(60).concat("\n").repeat(2000);
    const findings = Array.from({ length: 3000 }, (_, i) => finding({ line: i, message }));
    const steps = (["fmt", "vet", "test", "build"] as const).map((name) => step({ name, status: "failed", findings }));
    const packages = Array.from({ length: 20_000 }, (_, i) => ({
      ...{ package: `example.org/${"long/".repeat(40)}${i}`, covered: 1, statements: 2 },
    }));
    const tests = { passed: 1, failed: 12_000, skipped: 0, flaky: 0 };
    const text = summaryMarkdown(
      report({ verdict: "failed", steps, tests, coverage: { percent: "50.0", packages } }),
      undefined,
    );
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(900 * 1024);
    expect(text).toContain("**Tests:** 1 passed, 12000 failed\n");
    expect(text).toContain("**Coverage:** 50.0% of statements\n");
    expect(text).toMatch(/\n2950 more findings in vet\.\n/);
    expect(text).toMatch(/\nThis summary was cut: \d+ parts left out\. .*\n$/);
    expect(text.match(/^```/gm)?.length).toSatisfy((count: number) => count % 2 === 0);
  });

  test("a run that failed before any step", () => {
    expect(summaryMarkdown(report({ verdict: "failed", failureClass: "timeout" }), undefined)).toMatch(
      /^## ❌ Failed: timeout\n/,
    );
  });
});
