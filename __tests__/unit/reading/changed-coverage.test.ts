import { describe, expect, it } from "vitest";
import { changedCoverage } from "../../../src/reading/changed-coverage.ts";

/**
 * The blocks that Go 1.27 makes of this function:
 *
 *      1  func F(n int) int {
 *      2  	if n > 9 {
 *      3  		log(n)
 *      4  		// why
 *      5  		n = 9
 *      6  	} else if n < 0 {
 *      7  		n = 0
 *      8  	}
 *      9  	return n
 *     10  }
 */
const profile = `mode: set
example.org/m/p/f.go:1.19,2.11 1 1
example.org/m/p/f.go:2.11,6.3 2 0
example.org/m/p/f.go:6.3,6.18 1 1
example.org/m/p/f.go:6.18,8.3 1 0
example.org/m/p/f.go:9.2,9.10 1 1
example.org/m/q/g.go:1.1,2.2 1 0
`;
const dirs = { "example.org/m/p": "p", "example.org/m/q": "" };
const lines = (...entries: readonly (readonly [number, number])[]) =>
  entries.map(([line, column]) => ({ line, column }));

describe("changedCoverage", () => {
  it("counts changed lines that hold statements, and joins those that no test runs", () => {
    const changed = new Map([
      ["p/f.go", lines([1, 1], [2, 2], [3, 3], [4, 0], [5, 3], [6, 9], [7, 3], [8, 0], [9, 2], [10, 0])],
      ["p/other.go", lines([1, 1])],
    ]);
    expect(changedCoverage(profile, changed, dirs)).toEqual({
      ...{ lines: 6, covered: 3 },
      files: [
        {
          ...{ file: "p/f.go", lines: 6, covered: 3 },
          uncovered: [
            { first: 3, last: 5 },
            { first: 7, last: 7 },
          ],
        },
      ],
    });
  });

  it("joins no lines between which others lie unchanged", () => {
    const changed = new Map([["p/f.go", lines([3, 3], [5, 3])]]);
    expect(changedCoverage(profile, changed, dirs).files[0]?.uncovered).toEqual([
      { first: 3, last: 3 },
      { first: 5, last: 5 },
    ]);
  });

  it("leaves out files in which no changed line holds a statement", () => {
    const changed = new Map([
      ["p/f.go", lines([1, 1], [10, 0])],
      ["g.go", lines([1, 5])],
    ]);
    expect(changedCoverage(profile, changed, dirs)).toMatchObject({ lines: 1, covered: 0, files: [{ file: "g.go" }] });
  });

  it("takes the innermost of blocks that lie in each other", () => {
    const nested = "mode: set\nexample.org/m/p/f.go:1.1,9.2 5 1\nexample.org/m/p/f.go:3.5,5.2 1 0\n";
    const changed = new Map([["p/f.go", lines([2, 2], [4, 2], [6, 2])]]);
    expect(changedCoverage(nested, changed, dirs).files[0]?.uncovered).toEqual([{ first: 4, last: 4 }]);
  });
});
