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

/** At most nine; where there are more findings, the ninth says how many and names them. */
export function chooseAnnotations(findings: readonly Finding[]): readonly Annotation[] {
  const placedFirst = [...findings].sort((a, b) => Number(a.file === "") - Number(b.file === ""));
  if (placedFirst.length <= most) return placedFirst.map(annotation);
  const others = placedFirst.slice(most - 1);
  const message = others.map(({ file, line, title }) => (file === "" ? title : `${file}:${line}: ${title}`)).join("\n");
  const rest = { file: "", line: 0, column: 0, title: `+${others.length} more findings`, message: capped(message) };
  return [...placedFirst.slice(0, most - 1).map(annotation), rest];
}

function annotation({ file, line, column, title, message }: Finding): Annotation {
  return { file, line, column, title, message: capped(message || title) };
}

function capped(message: string): string {
  const text = message.length <= longestMessage ? message : `${message.slice(0, longestMessage - 1)}…`;
  // A cut within a surrogate pair leaves half a character: it becomes U+FFFD.
  return text.toWellFormed();
}
