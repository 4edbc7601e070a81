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
const noise = /^(?:# .*|(?:.*: )?too many errors|exit status \d+|)$/;
const longestMessage = 100;

export function diagnostics(kind: Finding["kind"], source: SourceMap): Diagnostics {
  const drafts: { finding: Finding; more: string[] }[] = [];
  let last: string[] | undefined;
  return {
    line(text) {
      if (/^\s/.test(text) && last !== undefined) {
        if (last.length < longestMessage) last.push(text);
        return;
      }
      last = undefined;
      const finding = noise.test(text) ? undefined : findingOf(text, kind, source);
      if (finding === undefined) return;
      last = [];
      drafts.push({ finding, more: last });
    },
    findings: () =>
      unique(drafts.map(({ finding, more }) => ({ ...finding, message: [finding.message, ...more].join("\n") }))),
  };
}

function findingOf(text: string, kind: Finding["kind"], source: SourceMap): Finding | undefined {
  const [, prefix, path = "", line, column, message = ""] = diagnostic.exec(text) ?? [];
  if (line === undefined) return undefined;
  const file = isAmbiguous(text, source) ? undefined : repositoryPath(path, source);
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
