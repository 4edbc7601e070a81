import type { LineRange } from "../reading/changed-coverage.ts";
import { percent } from "../reading/coverage.ts";
import { coverageChange, packageChange } from "./coverage-change.ts";
import { plural } from "./human.ts";
import { code, details, plain, table } from "./markdown.ts";
import { lineText } from "./notices.ts";
import type { Changed, Report } from "./report.ts";
import type { SummaryPart } from "./summary-part.ts";

/** How much of the code the tests ran: of all, of what has changed, by package. */
export function coverageParts(report: Report): readonly SummaryPart[] {
  const { coverage, coverageThreshold, changed } = report;
  if (coverage === undefined) return [];
  const asked = coverageThreshold === undefined ? "" : ` (asked for: ${coverageThreshold}%)`;
  const since = coverageChange(report);
  const change = since === undefined ? "" : `, ${since.points} since ${code(since.sha.slice(0, 12))}`;
  const total = { essential: true, text: `**Coverage:** ${coverage.percent}% of statements${asked}${change}` };
  return [total, ...changedParts(changed), ...packageParts(report)];
}

function packageParts({ coverage, earlierCoverage }: Report): readonly SummaryPart[] {
  const packages = coverage?.packages ?? [];
  if (packages.length === 0) return [];
  const rows = packages.map((one) => [
    code(one.package),
    `${percent(one.covered, one.statements)}%`,
    `${one.covered} of ${one.statements}`,
    ...(earlierCoverage === undefined ? [] : [packageChange(one, earlierCoverage)]),
  ]);
  const heads = ["package", "covered", "statements", ...(earlierCoverage === undefined ? [] : ["change"])];
  return [{ text: details("Coverage by package", table(heads, rows, [1, 2, 3])) }];
}

const rangesShown = 20;

function changedParts(changed: Changed | undefined): readonly SummaryPart[] {
  if (changed?.coverage === undefined) return [];
  const { lines, covered, files } = changed.coverage;
  const against = `since ${code(changed.base.slice(0, 12))}`;
  if (lines === 0)
    return [{ essential: true, text: `**Coverage of changed lines:** no line with a statement changed ${against}` }];
  const text = `**Coverage of changed lines:** ${percent(covered, lines)}%, ${covered} of ${plural(lines, "line")} ${against}`;
  const rows = files
    .filter(({ uncovered }) => uncovered.length > 0)
    .map((file) => [code(file.file), `${file.covered} of ${file.lines}`, plain(rangeList(file.uncovered))]);
  if (rows.length === 0) return [{ essential: true, text }];
  const body = table(["file", "covered", "changed lines that no test runs"], rows, [1]);
  return [{ essential: true, text }, { text: details("Changed lines that no test runs", body) }];
}

function rangeList(ranges: readonly LineRange[]): string {
  const more = ranges.length > rangesShown ? ` and ${ranges.length - rangesShown} more` : "";
  return ranges.slice(0, rangesShown).map(lineText).join(", ") + more;
}
