import type { Finding } from "../reading/reading.ts";

/** One error at one place, as the runner shows it beside the source. */
export interface Annotation {
  /** Relative to the repository; empty when no file is known. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly title: string;
  readonly message: string;
}

// The runner keeps ten errors of a step, and drops the others without a word. One is said at the end, of the whole run.
const most = 9;
const longestMessage = 4096;

/**
 * At most nine, the most useful first; where there are more findings, the ninth says how many and names them. `changed`:
 * the files that a pull request changes.
 */
export function chooseAnnotations(findings: readonly Finding[], changed: readonly string[]): readonly Annotation[] {
  const files = new Set(changed);
  const ranked = findings.toSorted((a, b) => rank(a, files) - rank(b, files));
  if (ranked.length <= most) return ranked.map(annotation);
  const others = ranked.slice(most - 1);
  const message = others.map(({ file, line, title }) => (file === "" ? title : `${file}:${line}: ${title}`)).join("\n");
  const rest = { file: "", line: 0, column: 0, title: `+${others.length} more findings`, message: capped(message) };
  return [...ranked.slice(0, most - 1).map(annotation), rest];
}

/** What a machine can put right comes last, and what has no place in the source after what has one. */
function rank({ kind, file }: Finding, changed: ReadonlySet<string>): number {
  return (kind === "format" ? 4 : 0) + (changed.has(file) ? 0 : 2) + (file === "" ? 1 : 0);
}

function annotation({ file, line, column, title, message }: Finding): Annotation {
  return { file, line, column, title, message: capped(message || title) };
}

function capped(message: string): string {
  const text = message.length <= longestMessage ? message : `${message.slice(0, longestMessage - 1)}…`;
  // A cut within a surrogate pair leaves half a character: it becomes U+FFFD.
  return text.toWellFormed();
}
