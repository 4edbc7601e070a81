import type { LineRange } from "../reading/changed-coverage.ts";
import { oneLine, plural } from "./human.ts";
import type { Report } from "./report.ts";

/** What the user should know although nothing failed; with a place where there is one. */
export interface Notice {
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
}

// The runner keeps ten of a step, and drops the others without a word.
const most = 10;

/** The notes, then the changed lines that no test runs: the longest ranges first. The last one says how many more. */
export function notices(report: Report): readonly Notice[] {
  const all = [...report.notes.map((message) => ({ message })), ...uncovered(report)];
  if (all.length <= most) return all;
  const rest = all.length - most + 1;
  return [...all.slice(0, most - 1), { message: `+${plural(rest, "more notice")}: the job summary has them all.` }];
}

function uncovered({ changed }: Report): readonly Notice[] {
  const ranges = (changed?.coverage?.files ?? []).flatMap(({ file, uncovered: own }) =>
    own.map((range) => ({ file, ...range })),
  );
  return ranges
    .toSorted((a, b) => b.last - b.first - (a.last - a.first))
    .map(({ file, first, last }) => {
      const message = `Changed, and run by no test: ${oneLine(file)}:${lineText({ first, last })}`;
      return { title: "Not covered by tests", message, file, line: first, endLine: last };
    });
}

/** `7` or `7-9`. */
export function lineText({ first, last }: LineRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
