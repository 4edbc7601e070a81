import { shellFile } from "../shell-word.ts";
import { diagnostics } from "./diagnostics.ts";
import { lastLines } from "./last-lines.ts";
import { lineCutter } from "./lines.ts";
import type { Finding, Reader, SourceMap } from "./reading.ts";
import { repositoryPath } from "./source-path.ts";

/**
 * Reads `gofmt -d`: one finding for each hunk. The exit code with differences is 0 or 1, by version, so it says nothing.
 * `odd`: of files whose names the output cannot tell; each finding names them, and none has a place.
 */
export function gofmtReader(source: SourceMap, odd: readonly string[] = []): Reader {
  const stdout = lineCutter();
  const stderr = lineCutter();
  const hunks = hunkCollector(source);
  const syntax = diagnostics("compile", source);
  const last = lastLines();
  const takeError = (line: string) => {
    syntax.line(line);
    last.add(line);
  };
  return {
    read(stream, text) {
      if (stream === "stdout") stdout.push(text).forEach(hunks.line);
      else stderr.push(text).forEach(takeError);
      return text;
    },
    end(exitCode) {
      stdout.rest().forEach(hunks.line);
      stderr.rest().forEach(takeError);
      const found = [...syntax.findings(), ...hunks.findings()];
      const findings = odd.length === 0 ? found : found.map((one) => placeless(one, odd));
      const unexplained = exitCode !== 0 && findings.length === 0;
      return { findings: unexplained ? [last.finding("gofmt", exitCode)] : findings };
    },
  };
}

// Go 1.8 and 1.9 name the copy `gofmt/x.go`; from 1.10 the original is `x.go.orig`, and `-u` went with 1.17.
const header = /^diff (?:(?:-u )?(.+)\.orig \1|(.+) gofmt\/\2)$/;
const hunkHeader = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/;
const longestHunk = 500;

interface Hunk {
  readonly file: string;
  readonly lines: string[];
  readonly firstOld: number;
  readonly oldCount: number;
  /** Lines still to come, by which `--- x` in a hunk is a removed line and elsewhere a header. */
  oldLeft: number;
  newLeft: number;
  /** How many lines of the original stand before the first change; undefined before it. */
  unchanged: number | undefined;
}

function hunkCollector(source: SourceMap) {
  const hunks: Hunk[] = [];
  let file = "";
  let open: Hunk | undefined;
  return {
    line(text: string) {
      if (open && (open.oldLeft > 0 || open.newLeft > 0 || text.startsWith("\\"))) return addLine(open, text);
      open = openHunk(file, text);
      if (open) hunks.push(open);
      const names = header.exec(text);
      if (names) file = repositoryPath(names[1] ?? names[2] ?? "", source) ?? "";
    },
    findings: (): readonly Finding[] => hunks.map(hunkFinding),
  };
}

function openHunk(file: string, text: string): Hunk | undefined {
  const [, first, oldLines = "1", newLines = "1"] = hunkHeader.exec(text) ?? [];
  if (first === undefined) return undefined;
  const oldCount = Number(oldLines);
  return {
    file,
    lines: [text],
    firstOld: Number(first),
    oldCount,
    oldLeft: oldCount,
    newLeft: Number(newLines),
    unchanged: undefined,
  };
}

function addLine(hunk: Hunk, text: string): void {
  const added = text.startsWith("+");
  const removed = text.startsWith("-");
  if (added || removed) hunk.unchanged ??= hunk.oldCount - hunk.oldLeft;
  if (!text.startsWith("\\")) {
    if (!added) hunk.oldLeft -= 1;
    if (!removed) hunk.newLeft -= 1;
  }
  if (hunk.lines.length < longestHunk) hunk.lines.push(text);
}

function hunkFinding({ file, lines, firstOld, oldCount, unchanged = 0 }: Hunk): Finding {
  // Lines added at the end of a file have no line of their own in the original: the last one stands for them.
  const line = Math.max(1, Math.min(firstOld + unchanged, firstOld + oldCount - 1));
  const title = `Not formatted: run gofmt -w ${shellFile(file)}`;
  return { kind: "format", file, line, column: 0, title, message: lines.join("\n") };
}

function placeless(finding: Finding, odd: readonly string[]): Finding {
  const [name = "", ...others] = odd;
  const names = others.length === 0 ? shellFile(name) : `${shellFile(name)} and ${others.length} more`;
  const title = finding.kind === "format" ? `Not formatted: run gofmt -w ${names}` : `${finding.title} (in ${names})`;
  return { ...finding, file: "", line: 0, column: 0, title };
}
