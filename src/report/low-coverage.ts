import { type Coverage, readCoverage } from "../reading/coverage.ts";
import type { Finding } from "../reading/reading.ts";
import { plural } from "./human.ts";

const packagesNamed = 5;

/** That less is covered than `coverage-threshold` asks for, how much is missing, and where most of it is. */
export function lowCoverageFinding(profile: string | undefined, threshold: number): Finding {
  const coverage = profile === undefined ? undefined : readCoverage(profile);
  const title = `Coverage is ${coverage?.percent ?? "0.0"}%, below its threshold of ${threshold}%`;
  const message = coverage === undefined ? "Nothing was measured." : missing(coverage, threshold);
  return { kind: "test", file: "", line: 0, column: 0, title, message };
}

function missing({ packages }: Coverage, threshold: number): string {
  const sum = (field: "covered" | "statements") => packages.reduce((total, one) => total + one[field], 0);
  const more = Math.max(1, Math.ceil((threshold / 100) * sum("statements") - sum("covered")));
  const uncovered = packages
    .map((one) => ({ ...one, left: one.statements - one.covered }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left);
  const lines = uncovered
    .slice(0, packagesNamed)
    .map((one) => `  ${one.package}: ${one.left} of ${plural(one.statements, "statement")}`);
  return [`${plural(more, "more statement")} to be covered. Not covered are most in:`, ...lines].join("\n");
}
