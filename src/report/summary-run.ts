import { humanSeconds, plural, totalsText } from "./human.ts";
import { code, details, fenced, plain, shortened, table } from "./markdown.ts";
import { passedBut, type Report, type StepReport } from "./report.ts";
import type { SummaryPart } from "./summary-part.ts";

/** The verdict in plain words. */
export function headline(report: Report): SummaryPart {
  const { verdict, goVersion, goImage, seconds, failure } = report;
  const mark = verdict === "passed" ? `✅ Passed${passedBut(report.steps)}` : `❌ Failed${failedIn(report)}`;
  const where = `Go ${plain(goVersion)} in ${code(goImage)}, ${humanSeconds(seconds)}`;
  const why = failure === "" ? "" : `\n\n> ${plain(failure, 2000)}`;
  return { essential: true, text: `## ${mark}\n\n${where}${why}` };
}

function failedIn({ steps, failureClass }: Report): string {
  const failed = steps.filter(({ status }) => status === "failed" || status === "timed out").map(({ name }) => name);
  if (failed.length > 0) return `: ${plain(failed.join(", "))}`;
  return failureClass === "" ? "" : `: ${failureClass}`;
}

export function stepTable(steps: readonly StepReport[]): SummaryPart {
  const rows = steps.map(({ name, status, detail, seconds }) => [
    plain(name),
    detail === "" ? status : `${status}: ${plain(detail)}`,
    status === "skipped" ? "" : humanSeconds(seconds),
  ]);
  return { essential: true, text: `### Steps\n\n${table(["step", "result", "time"], rows, [2])}` };
}

const flakyShown = 20;
const longestOutput = 2000;

/** What flaky tests said when they failed; what encloses them said nothing of its own. */
function flakyParts(testCases: Report["testCases"]): readonly SummaryPart[] {
  const flaky = testCases.filter(({ result, output }) => result === "flaky" && output.trim() !== "");
  return flaky.slice(0, flakyShown).map(({ name, package: from, output }) => ({
    text: details(`Flaky: ${plain(name)} in ${plain(from)}`, fenced(shortened(output.trimEnd(), longestOutput))),
  }));
}

const slowestShown = 5;

export function testParts({ tests, testCases }: Report): readonly SummaryPart[] {
  if (tests === undefined) return [];
  const text = `**Tests:** ${totalsText(tests)}`;
  const slowest = testCases
    .filter(({ seconds }) => seconds > 0)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, slowestShown)
    .map((one) => [code(one.name), code(one.package), humanSeconds(one.seconds)]);
  const body = table(["test", "package", "time"], slowest, [2]);
  const slow = slowest.length === 0 ? [] : [{ text: details(`The ${plural(slowest.length, "slowest test")}`, body) }];
  return [{ essential: true, text }, ...flakyParts(testCases), ...slow];
}
