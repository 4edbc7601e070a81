import { plural } from "./human.ts";
import type { Published, Report } from "./report.ts";
import { coverageParts } from "./summary-coverage.ts";
import { failureParts } from "./summary-failures.ts";
import type { SummaryPart } from "./summary-part.ts";
import { artifactParts, binaryParts, imageParts, noteParts } from "./summary-products.ts";
import { headline, stepTable, testParts } from "./summary-run.ts";

// The runner refuses summaries above 1 MiB altogether.
const mostBytes = 900 * 1024;

/** The GitHub job summary: the verdict, the failures, then what was done and made. */
export function summaryMarkdown(report: Report, published: Published | undefined): string {
  const parts: readonly SummaryPart[] = [
    headline(report),
    ...failureParts(report.steps),
    stepTable(report.steps),
    ...testParts(report),
    ...coverageParts(report),
    ...binaryParts(report),
    ...imageParts(published?.image),
    ...artifactParts(published?.artifacts ?? []),
    ...noteParts(report.notes),
  ];
  return fitted(parts);
}

/** Parts are left out whole, so that no table or fence is left open. */
function fitted(parts: readonly SummaryPart[]): string {
  const cost = ({ text }: SummaryPart) => new TextEncoder().encode(text).length + 2;
  const essential = parts.filter((part) => part.essential).reduce((sum, part) => sum + cost(part), 0);
  let left = mostBytes - essential - 200;
  const kept = parts.filter((part) => {
    if (part.essential) return true;
    const fits = cost(part) <= left;
    if (fits) left -= cost(part);
    return fits;
  });
  const cut = parts.length - kept.length;
  const texts = kept.map(({ text }) => text);
  if (cut > 0)
    texts.push(`This summary was cut: ${plural(cut, "part")} left out. The log and the reports have everything.`);
  return `${texts.join("\n\n")}\n`;
}
