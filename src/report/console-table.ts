import { percent } from "../reading/coverage.ts";
import { coverageChange } from "./coverage-change.ts";
import { humanSeconds, humanSize, oneLine, plural, totalsText } from "./human.ts";
import { type Published, passedBut, type Report } from "./report.ts";

type Row = readonly string[];

/** The result for terminals and logs: plain text, aligned, no colours. */
export function resultTable(report: Report, published: Published | undefined): string {
  const blocks = [
    [headline(report)],
    aligned(findingRows(report)),
    againLines(report),
    aligned(stepRows(report)),
    aligned(measureRows(report)),
    aligned(binaryRows(report)),
    imageLines(published?.image),
    notes(report),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function headline({ verdict, goVersion, goImage, seconds, steps }: Report): string {
  const word = verdict === "passed" ? `PASSED${passedBut(steps)}` : "FAILED";
  return `${word}  Go ${oneLine(goVersion)} in ${oneLine(goImage)}, ${humanSeconds(seconds)}`;
}

const mostFindings = 20;

/** Where to look, said again at the end: on a terminal the output of the step itself is far above. */
function findingRows({ steps }: Report): readonly Row[] {
  const rows = steps.flatMap(({ name, findings }) =>
    findings.map(({ file, line, title }): Row => {
      const place = line > 0 ? `${file}:${line}` : file;
      return [name, oneLine(place), oneLine(title)];
    }),
  );
  const rest = rows.length - mostFindings;
  return rest > 0 ? [...rows.slice(0, mostFindings), ["", "", `and ${plural(rest, "more finding")}`]] : rows;
}

const mostAgain = 3;

function againLines({ steps }: Report): readonly string[] {
  const lines = steps.flatMap(({ again }) => again);
  if (lines.length === 0) return [];
  const more = lines.length > mostAgain ? [`  (${plural(lines.length - mostAgain, "more line")} in the summary)`] : [];
  return ["To run it again by hand:", ...lines.slice(0, mostAgain).map((line) => `  ${oneLine(line, 2000)}`), ...more];
}

function stepRows({ steps }: Report): readonly Row[] {
  const rows = steps.map(({ name, status, detail, seconds }) => [
    name,
    status,
    status === "skipped" ? "" : humanSeconds(seconds),
    oneLine(detail),
  ]);
  return [["step", "result", "time", ""], ...rows];
}

function measureRows(report: Report): readonly Row[] {
  const { tests, coverage, coverageThreshold, changed } = report;
  const asked = coverageThreshold === undefined ? "" : ` (asked for: ${coverageThreshold}%)`;
  const since = coverageChange(report);
  const change = since === undefined ? "" : `, ${since.points} since ${since.sha.slice(0, 12)}`;
  const { lines = 0, covered = 0 } = changed?.coverage ?? {};
  return [
    ...(tests ? [["tests", totalsText(tests)]] : []),
    ...(coverage ? [["coverage", `${coverage.percent}% of statements${asked}${change}`]] : []),
    ...(lines > 0 ? [["", `${percent(covered, lines)}% of ${plural(lines, "changed line")}`]] : []),
  ];
}

function binaryRows({ binaries, checksums }: Report): readonly Row[] {
  if (binaries.length === 0) return [];
  const rows = binaries.map(({ target, path, size, sha256 }) => [
    target,
    oneLine(path),
    humanSize(size),
    sha256.slice(0, 12),
  ]);
  const sums = checksums === "" ? [] : [["", oneLine(checksums)]];
  return [["target", "file", "size", "sha256"], ...rows, ...sums];
}

function imageLines(image: Published["image"]): readonly string[] {
  if (image === undefined) return [];
  const facts = [
    ["image", oneLine(image.name)],
    ["tags", oneLine(image.tags.join(", "), 1000)],
    ["digest", image.digest === "" ? "not pushed" : oneLine(image.digest)],
  ];
  const platforms = image.platforms.map(({ platform, size }) => [oneLine(platform), humanSize(size)]);
  return aligned([...facts, ...platforms]);
}

const notes = (report: Report) => report.notes.map((note) => `note: ${oneLine(note, 2000)}`);

function aligned(rows: readonly Row[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
