import { type EarlierCoverage, type PackageCoverage, percent, sum } from "../reading/coverage.ts";
import type { Report } from "./report.ts";

/** How far the whole coverage has moved since an earlier commit; undefined when none is known. */
export function coverageChange({ coverage, earlierCoverage }: Report) {
  if (coverage === undefined || earlierCoverage === undefined) return undefined;
  const { sha, packages } = earlierCoverage;
  const before = percent(sum(packages, "covered"), sum(packages, "statements"));
  return { sha, points: difference(coverage.percent, before) };
}

/** `+1.2`, `-0.4`, `±0.0`, or `new`. */
export function packageChange(now: PackageCoverage, { packages }: EarlierCoverage): string {
  const before = packages.find((one) => one.package === now.package);
  if (before === undefined) return "new";
  return difference(percent(now.covered, now.statements), percent(before.covered, before.statements));
}

/** Of two figures as they are shown, so that they add up for the reader. */
function difference(now: string, before: string): string {
  const points = (Number(now) - Number(before)).toFixed(1);
  if (Number(points) === 0) return "±0.0";
  return Number(points) > 0 ? `+${points}` : points;
}
