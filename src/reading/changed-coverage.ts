import type { ChangedLine, ChangedLines } from "./changed-lines.ts";
import { type CoverBlock, parseProfile } from "./cover-profile.ts";
import { coveredPath, type PackageDirs } from "./covered-files.ts";

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

interface ChangedFile {
  /** Relative to the workspace. */
  readonly file: string;
  /** Changed lines that hold statements, and those of them that ran. */
  readonly lines: number;
  readonly covered: number;
  readonly uncovered: readonly LineRange[];
}

/** How much of the changed lines the tests ran. Lines without statements count for nothing. */
export interface ChangedCoverage {
  readonly lines: number;
  readonly covered: number;
  /** Only those in which a changed line holds a statement. */
  readonly files: readonly ChangedFile[];
}

/** Meets a cover profile with the changed lines. */
export function changedCoverage(profile: string, changed: ChangedLines, dirs: PackageDirs): ChangedCoverage {
  const blocks = parseProfile([profile])?.blocks ?? [];
  const measured = [...Map.groupBy(blocks, ({ file }) => file)].flatMap(([file, own]) => {
    const path = coveredPath(file, dirs);
    const lines = changed.get(path);
    return lines === undefined ? [] : changedFile(path, lines, own);
  });
  const files = measured.filter(({ lines }) => lines > 0).sort((a, b) => (a.file < b.file ? -1 : 1));
  const sum = (field: "lines" | "covered") => files.reduce((total, one) => total + one[field], 0);
  return { lines: sum("lines"), covered: sum("covered"), files };
}

function changedFile(file: string, changed: readonly ChangedLine[], blocks: readonly CoverBlock[]): ChangedFile {
  const placed = blocks.map(place).sort((a, b) => compare(a.from, b.from));
  const states = changed.map(({ line, column }) => ({
    line,
    count: column === 0 ? undefined : innermost(placed, [line, column])?.count,
  }));
  const measured = states.filter(({ count }) => count !== undefined);
  return {
    file,
    lines: measured.length,
    covered: measured.filter(({ count }) => count !== 0).length,
    uncovered: uncoveredRanges(states),
  };
}

/** Neighbouring lines are one range, also where a line without a statement lies between them. */
function uncoveredRanges(states: readonly { readonly line: number; readonly count: number | undefined }[]) {
  const ranges: { first: number; last: number }[] = [];
  let open: { first: number; last: number } | undefined;
  let previous = 0;
  for (const { line, count } of states) {
    if (line > previous + 1 || (count ?? 0) > 0) open = undefined;
    previous = line;
    if (count !== 0) continue;
    if (open === undefined) {
      open = { first: line, last: line };
      ranges.push(open);
    }
    open.last = line;
  }
  return ranges;
}

type Position = readonly [line: number, column: number];

interface PlacedBlock {
  readonly from: Position;
  readonly to: Position;
  readonly count: number;
}

function place({ range, count }: CoverBlock): PlacedBlock {
  const [line = 0, column = 0, lastLine = 0, lastColumn = 0] = range.split(/[.,]/).map(Number);
  return { from: [line, column], to: [lastLine, lastColumn], count };
}

const compare = (a: Position, b: Position) => a[0] - b[0] || a[1] - b[1];

/** The last of the sorted blocks that holds the position. Blocks of Go's own hardly ever lie in each other. */
function innermost(blocks: readonly PlacedBlock[], at: Position): PlacedBlock | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(blocks[middle]?.from ?? at, at) <= 0) low = middle + 1;
    else high = middle;
  }
  return blocks.slice(0, low).findLast(({ to }) => compare(at, to) < 0);
}
