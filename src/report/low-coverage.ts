import { type Coverage, sum } from "../reading/coverage.ts";
import type { Finding } from "../reading/reading.ts";
import { plural } from "./human.ts";

const packagesNamed = 5;

/** That less is covered than `coverage-threshold` asks for, how much is missing, and where most of it is. */
export function lowCoverageFinding(coverage: Coverage | undefined, threshold: number): Finding {
  const title = `Coverage is ${coverage?.percent ?? "0.0"}%, below its threshold of ${threshold}%`;
  const message = coverage === undefined ? "Nothing was measured." : missing(coverage, threshold);
  return { kind: "test", file: "", line: 0, column: 0, title, message };
}

function missing({ packages }: Coverage, threshold: number): string {
  const wanted = (threshold / 100) * sum(packages, "statements");
  const more = Math.max(1, Math.ceil(wanted - sum(packages, "covered")));
  const uncovered = packages
    .map((one) => ({ ...one, left: one.statements - one.covered }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left);
  const lines = uncovered
    .slice(0, packagesNamed)
    .map((one) => `  ${one.package}: ${one.left} of ${plural(one.statements, "statement")}`);
  return [`${plural(more, "more statement")} to be covered. Not covered are most in:`, ...lines].join("\n");
}
