import { describe, expect, test } from "vitest";
import { OutputError } from "../../../src/errors.ts";
import { parseProfile } from "../../../src/reading/cover-profile.ts";
import { percent, profileText, readCoverage } from "../../../src/reading/coverage.ts";

const profile = (mode: string, ...blocks: string[]) => `${[`mode: ${mode}`, ...blocks].join("\n")}\n`;

/** Several profiles as one. */
function mergeProfiles(texts: readonly string[]): string {
  const merged = parseProfile(texts);
  return merged === undefined ? "" : profileText(merged);
}

describe("parseProfile", () => {
  test.each([
    ["set: covered once is covered", "set", "1 0", "1 1", "1 1"],
    ["set: never more than once", "set", "1 1", "1 1", "1 1"],
    ["count: the sum", "count", "2 3", "2 4", "2 7"],
    ["atomic: the sum", "atomic", "2 3", "2 0", "2 3"],
  ])("%s", (_, mode, first, second, merged) => {
    const block = (counts: string) => profile(mode, `p/a.go:1.2,3.4 ${counts}`);
    expect(mergeProfiles([block(first), block(second)])).toBe(block(merged));
  });

  test("blocks of one profile are merged too, and others stay apart", () => {
    const blocks = ["p/a.go:1.2,3.4 1 0", "p/a.go:5.2,6.4 2 1", "p/a.go:1.2,3.4 1 1"];
    expect(mergeProfiles([profile("set", ...blocks)])).toBe(profile("set", "p/a.go:1.2,3.4 1 1", "p/a.go:5.2,6.4 2 1"));
  });

  test("empty profiles count for nothing", () => {
    expect(mergeProfiles(["", profile("set", "p/a.go:1.2,3.4 1 1"), ""])).toBe(profile("set", "p/a.go:1.2,3.4 1 1"));
    expect(mergeProfiles([])).toBe("");
  });

  test.each([
    ["different modes", [profile("set"), profile("count")], /modes set and count/],
    ["no mode", ["p/a.go:1.2,3.4 1 1\n"], /no `mode:` line/],
    ["a broken line", [profile("set", "p/a.go:1.2,3.4 1")], /no block is "p\/a.go:1.2,3.4 1"/],
    ["an unknown mode", ["mode: all\n"], /no `mode:` line/],
    [
      "numbers of statements that differ",
      [profile("set", "p/a.go:1.2,3.4 1 1", "p/a.go:1.2,3.4 2 1")],
      /two numbers of statements/,
    ],
    ["a range without end", [profile("set", "p/a.go:1.1,9999999.1 1 1")], /no range of lines/],
    ["a number that is none of Go's", [profile("set", `p/a.go:1.1,${"9".repeat(400)}.1 1 1`)], /no block is/],
  ])("%s", (_, texts, message) => {
    expect(() => mergeProfiles(texts)).toThrow(OutputError);
    expect(() => mergeProfiles(texts)).toThrow(message);
  });
});

describe("readCoverage", () => {
  test("is weighted by statements", () => {
    const text = profile("count", "m/b/b.go:1.1,2.2 9 0", "m/a.go:1.1,2.2 1 7", "m/b/c.go:1.1,2.2 2 1");
    expect(readCoverage(text)).toEqual({
      percent: "25.0",
      packages: [
        { package: "m", covered: 1, statements: 1 },
        { package: "m/b", covered: 2, statements: 11 },
      ],
    });
  });

  test("of nothing is nothing", () => {
    expect(readCoverage("")).toEqual({ percent: "0.0", packages: [] });
  });
});

// The right column is what `go tool cover -func` and Go's `%.1f` print.
test.each([
  [1, 16, "6.2"],
  [3, 16, "18.8"],
  [2, 3, "66.7"],
  [1, 1, "100.0"],
  [1999, 2000, "100.0"],
  [0, 5, "0.0"],
  [9, 16, "56.2"],
])("%i of %i statements are %s percent", (covered, statements, text) => {
  expect(percent(covered, statements)).toBe(text);
});
