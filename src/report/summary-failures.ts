import type { Finding } from "../reading/reading.ts";
import { plural } from "./human.ts";
import { code, details, fenced, plain, shortened } from "./markdown.ts";
import type { StepReport } from "./report.ts";
import type { SummaryPart } from "./summary-part.ts";

const mostFindings = 50;
const longestMessage = 4000;

/** The failures, grouped by step. */
export function failureParts(steps: readonly StepReport[]): readonly SummaryPart[] {
  return steps.flatMap((step) => {
    const { name, status, detail, findings, again } = step;
    const bad = status === "failed" || status === "timed out";
    if (!bad && findings.length === 0) return [];
    const reason = detail || plural(findings.length, "finding");
    const title = { essential: true, text: `### ${plain(name)}: ${plain(reason)}` };
    const shown = findings.slice(0, mostFindings).map((finding) => ({ text: findingText(finding) }));
    const rest = findings.length - shown.length;
    return [
      title,
      ...shown,
      ...(rest > 0 ? [{ text: `${plural(rest, "more finding")} in ${plain(name)}.` }] : []),
      ...(again.length > 0 ? [{ text: details("Run it again by hand", fenced(again.join("\n"), "sh")) }] : []),
    ];
  });
}

function findingText({ kind, file, line, title, message }: Finding): string {
  const place = file === "" ? "" : `${code(line > 0 ? `${file}:${line}` : file)} `;
  const head = `${place}${plain(title)}`;
  const body = message.replace(/^\n+/, "").trimEnd();
  if (body === "" || isSaid(body, title)) return head;
  return `${head}\n\n${fenced(shortened(body, longestMessage), kind === "format" ? "diff" : "")}`;
}

/** A single line that the title has already: `    a_test.go:3: 3 is odd`. */
function isSaid(body: string, title: string): boolean {
  return !body.includes("\n") && title.endsWith(body.replace(/^\s*\S+\.go:\d+: /, ""));
}
