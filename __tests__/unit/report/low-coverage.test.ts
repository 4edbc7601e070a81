import { expect, test } from "vitest";
import { readCoverage } from "../../../src/reading/coverage.ts";
import { lowCoverageFinding } from "../../../src/report/low-coverage.ts";

const profile = `mode: set
m/a/a.go:1.1,2.2 6 1
m/a/a.go:3.1,4.2 2 0
m/b/b.go:1.1,2.2 3 0
m/c/c.go:1.1,2.2 1 1
`;

test("low coverage names how much is missing, and where most of it is", () => {
  expect(lowCoverageFinding(readCoverage(profile), 80)).toMatchObject({
    title: "Coverage is 58.3%, below its threshold of 80%",
    message:
      "3 more statements to be covered. Not covered are most in:\n  m/b: 3 of 3 statements\n  m/a: 2 of 8 statements",
  });
});

test("nothing measured is nothing covered", () => {
  expect(lowCoverageFinding(undefined, 1)).toMatchObject({
    title: "Coverage is 0.0%, below its threshold of 1%",
    message: "Nothing was measured.",
  });
});
