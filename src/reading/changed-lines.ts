/** A line that was added or altered. */
export interface ChangedLine {
  /** From 1, in the new file. */
  readonly line: number;
  /** Where its code begins: in bytes from 1, as Go counts columns; 0 when it holds none. */
  readonly column: number;
}

/** Path relative to the workspace to its changed lines, in order; none where lines were only taken out. */
export type ChangedLines = ReadonlyMap<string, readonly ChangedLine[]>;

const fileHeader = /^\+\+\+ (?:b\/(.*?)\t?$)?/;
const hunkHeader = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;

/** Reads `git diff --unified=0` with the prefixes `a/` and `b/`. Quoted names, which no Go file has, are left out. */
export function readChangedLines(diff: string): ChangedLines {
  const files = new Map<string, ChangedLine[]>();
  const hunk: Hunk = { lines: [], added: 0, next: 0 };
  for (const text of diff.split("\n")) {
    if (takeLine(hunk, text)) continue;
    const [, first, count = "1"] = hunkHeader.exec(text) ?? [];
    if (first !== undefined) Object.assign(hunk, { added: Number(count), next: Number(first) });
    const header = fileHeader.exec(text);
    if (header === null) continue;
    hunk.lines = [];
    if (header[1] !== undefined) files.set(header[1], hunk.lines);
  }
  return files;
}

interface Hunk {
  lines: ChangedLine[];
  /** Lines still to come, by which `+++ x` in a hunk is an added line and elsewhere a header. */
  added: number;
  next: number;
}

/** Whether a line belongs to what the hunk adds; what it takes away stands before. */
function takeLine(hunk: Hunk, text: string): boolean {
  if (hunk.added === 0) return false;
  if (!text.startsWith("+")) return true;
  hunk.lines.push({ line: hunk.next, column: codeColumn(text.slice(1)) });
  hunk.added -= 1;
  hunk.next += 1;
  return true;
}

/** Brackets that close what stood before, and `else`, are no code of their own; nor is a comment. */
function codeColumn(text: string): number {
  const before = /^[\s)}\],;]*(?:else\b\s*)?/.exec(text)?.[0] ?? "";
  const code = text.slice(before.length).trim();
  return /^(?:[({[]*|\/[/*].*)$/.test(code) ? 0 : new TextEncoder().encode(before).length + 1;
}
