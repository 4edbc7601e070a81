import { describe, expect, test } from "vitest";
import { notices } from "../../../src/report/notices.ts";
import { report } from "./reports.ts";

const changed = (uncovered: readonly { readonly first: number; readonly last: number }[]) => ({
  ...{ base: "b".repeat(40), files: ["a/a.go"] },
  coverage: { lines: 99, covered: 0, files: [{ file: "a/a.go", lines: 99, covered: 0, uncovered }] },
});

describe("notices", () => {
  test("the notes, then changed lines without a test, the longest ranges first", () => {
    const ranges = [
      { first: 3, last: 3 },
      { first: 7, last: 9 },
    ];
    expect(notices(report({ notes: ["Mind the gap."], changed: changed(ranges) }))).toEqual([
      { message: "Mind the gap." },
      {
        ...{ title: "Not covered by tests", file: "a/a.go", line: 7, endLine: 9 },
        message: "Changed, and run by no test: a/a.go:7-9",
      },
      {
        ...{ title: "Not covered by tests", file: "a/a.go", line: 3, endLine: 3 },
        message: "Changed, and run by no test: a/a.go:3",
      },
    ]);
  });

  test("ten at most, of which the last one counts the others", () => {
    const ranges = Array.from({ length: 12 }, (_, i) => ({ first: 2 * i + 1, last: 2 * i + 1 }));
    const all = notices(report({ notes: ["one"], changed: changed(ranges) }));
    expect(all).toHaveLength(10);
    expect(all.at(-1)).toEqual({ message: "+4 more notices: the job summary has them all." });
  });
});
