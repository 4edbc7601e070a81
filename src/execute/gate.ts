import { type Coverage, readCoverage } from "../reading/coverage.ts";
import type { StepOutcome } from "./outcome.ts";

/** The reason for everything that comes after a step which took too long. */
export const timeUp = "the time limit was reached";

/** What is wrong when less is covered than was asked for. */
export const lowCoverage = "coverage is below its threshold";

/** Why no product is made, or undefined to go ahead. */
export function whyWithheld(
  checks: readonly StepOutcome[],
  profile: string | undefined,
  threshold: number | undefined,
) {
  if (checks.some(isLate)) return timeUp;
  const red = checks.filter((check) => !isGreen(check)).map(({ planned }) => planned.step.name);
  if (red.length > 0) return `${red.join(", ")} failed`;
  const coverage = threshold === undefined || profile === undefined ? undefined : readCoverage(profile);
  return belowThreshold(coverage, threshold) ? lowCoverage : undefined;
}

/** Whether less is covered than asked for; nothing measured counts as nothing covered. */
export function belowThreshold(coverage: Coverage | undefined, threshold: number | undefined): threshold is number {
  return threshold !== undefined && Number(coverage?.percent ?? 0) < threshold;
}

/** Whether a step was ended by the time limit. */
export function isLate({ results }: StepOutcome): boolean {
  return results.some(({ timedOut }) => timedOut);
}

/** Whether a step has nothing to object: its commands ended well, and their output agrees. */
export function isGreen({ results }: StepOutcome): boolean {
  return results.every(
    ({ exitCode, timedOut, reading }) => exitCode === 0 && !timedOut && reading.findings.length === 0,
  );
}
