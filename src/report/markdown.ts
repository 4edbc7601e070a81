import { shownBidirectional } from "../bidirectional.ts";
import { oneLine } from "./human.ts";

// An underscore within a word means nothing, and Go's file names are full of them.
const special = /[&<>\\`*{}[\]|~#$@]|(?<![a-z0-9])_|_(?![a-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi;

/** Foreign text as plain words: one line, in which neither Markdown nor HTML nor a link means anything. */
export function plain(text: string, most = 300): string {
  return oneLine(text, most).replace(special, (character) => `&#${character.codePointAt(0)};`);
}

export const code = (text: string, most = 300): string => (text === "" ? "" : `<code>${plain(text, most)}</code>`);

/** A block that shows any text as it is: its fence is longer than every run of backticks in it. */
export function fenced(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // Escape sequences and half characters would reach the page; a NUL ends the whole summary.
  const shown = shownBidirectional(text.replace(/[^\P{Cc}\t\n]/gu, "")).toWellFormed();
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** Long text by its first and last lines. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const [head, tail] = [text.slice(0, most * 0.75), text.slice(-most * 0.25)];
  const wholeHead = head.slice(0, Math.max(head.lastIndexOf("\n"), 0) || head.length);
  const wholeTail = tail.slice(tail.indexOf("\n") + 1);
  return `${wholeHead}\n[… ${text.length - wholeHead.length - wholeTail.length} characters …]\n${wholeTail}`;
}

/** `summary` and the body are Markdown or HTML already. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** Cells are Markdown already. `right` names the columns of numbers. Rows beyond `most` are counted. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
  most = 500,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = line(heads.map((_, i) => (right.includes(i) ? "---:" : ":---")));
  const shown = [line(heads), rule, ...rows.slice(0, most).map(line)].join("\n");
  return rows.length <= most ? shown : `${shown}\n\n${rows.length - most} more rows are not shown.`;
}
