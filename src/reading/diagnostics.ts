import { isAmbiguous } from "./odd-names.ts";
import type { Finding, SourceMap } from "./reading.ts";
import { repositoryPath } from "./source-path.ts";

/** Collects the `file:line:col: message` lines of compiler, vet and parser, whoever printed them. */
export interface Diagnostics {
  line(text: string): void;
  findings(): readonly Finding[];
}

// Go 1.8 gives no column. `vet:` stands before what stopped vet itself.
const diagnostic = /^(vet: |go: )?([^\s:][^:]*\.(?:go|mod|work|s|c|cc|cpp|h)):(\d+)(?::(\d+))?: (.+)$/;
/** Of go itself, of a linker, or the end of a package. */
const announcement = /^(?:go|vet|warning|ld|\/\S+): |^(?:FAIL|ok|PASS|---|===|\?)(?:\s|$)/;
const noise = /^(?:# .*|(?:.*: )?too many errors|exit status \d+|)$/;
const longestMessage = 100;

export function diagnostics(kind: Finding["kind"], source: SourceMap): Diagnostics {
  const drafts: { finding: Finding; more: string[] }[] = [];
  let last: string[] | undefined;
  const isUnclear = unclearPlaces(source);
  return {
    line(text) {
      if (/^\s/.test(text) && last !== undefined) {
        if (last.length < longestMessage) last.push(text);
        return;
      }
      last = undefined;
      const finding = noise.test(text) ? undefined : findingOf(text, kind, source, isUnclear(text));
      if (finding === undefined) return;
      last = [];
      drafts.push({ finding, more: last });
    },
    findings: () =>
      unique(drafts.map(({ finding, more }) => ({ ...finding, message: [finding.message, ...more].join("\n") }))),
  };
}

/**
 * Tells of each diagnostic whether its place may be a part of a file's name: of one that is known, or of one that begins
 * on a line before, where go says nothing of the kind. Noise between them clears nothing: a name can hold it, too.
 */
function unclearPlaces(source: SourceMap): (text: string) => boolean {
  let stray = false;
  return (text) => {
    const path = diagnostic.exec(text)?.[2];
    const unclear = path !== undefined && ((stray && !path.includes("/")) || isAmbiguous(text, source));
    stray = unclear || (path === undefined && !announcement.test(text));
    return unclear;
  };
}

/** `unclear`: it may not be what it looks like, and has no place then. */
function findingOf(text: string, kind: Finding["kind"], source: SourceMap, unclear: boolean): Finding | undefined {
  const [, prefix, path = "", line, column, message = ""] = diagnostic.exec(text) ?? [];
  if (line === undefined) return undefined;
  const file = unclear ? undefined : repositoryPath(path, source);
  const outside = file === undefined;
  return {
    kind: prefix === "vet: " ? "compile" : kind,
    file: file ?? "",
    line: outside ? 0 : Number(line),
    column: outside ? 0 : Number(column ?? 0),
    title: message,
    message: outside ? text : message,
  };
}

/** A package and its test variant are compiled both, and say the same. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((f) => [JSON.stringify([f.file, f.line, f.column, f.message]), f])).values()];
}
