import { diagnostics } from "./diagnostics.ts";
import { lastLines } from "./last-lines.ts";
import type { EndedPackage } from "./package-record.ts";
import type { Finding, Reading, SourceMap } from "./reading.ts";
import { packageFindings } from "./test-findings.ts";
import { packageLog } from "./test-log.ts";

/** A whole `go test`, of whichever dialect: its packages as they end, and the compiler's text between them. */
export interface TestRun {
  /** Returns what a person should see of it. */
  ended(one: EndedPackage): string;
  /** A line that belongs to no package. */
  line(text: string): void;
  reading(exitCode: number): Reading;
}

/** `tellsEmpty`: whether this go says of a package that it had no test to run. */
export function testRun(source: SourceMap, tellsEmpty: boolean): TestRun {
  const packages: EndedPackage[] = [];
  const compiler = diagnostics("compile", source);
  const last = lastLines();
  return {
    ended(one) {
      packages.push(one);
      return packageLog(one);
    },
    line(text) {
      compiler.line(text);
      last.add(text);
    },
    reading(exitCode) {
      const compileFindings = compiler.findings();
      const findings = [
        ...compileFindings,
        ...packages.flatMap((one) => explained(one, compileFindings.length > 0, last.text(), source)),
      ];
      const silent = (tellsEmpty ? packages.filter(isSilent) : []).map(({ tested }) => tested.package);
      const unexplained = exitCode !== 0 && findings.length === 0;
      return {
        findings: unexplained ? [last.finding("go test", exitCode)] : findings,
        tests: {
          cases: packages.flatMap(({ cases }) => cases.map(({ test }) => test)),
          packages: packages.map(({ tested }) => tested),
          ...(silent.length === 0 ? {} : { silent }),
        },
      };
    },
  };
}

function isSilent({ tested, cases, summary }: EndedPackage): boolean {
  return tested.result === "passed" && cases.length === 0 && !summary.includes("[no tests to run]");
}

/** `said`: the last of what belongs to no package, which is where go says why it could not build one. */
function explained(one: EndedPackage, compilerSpoke: boolean, said: string, source: SourceMap): readonly Finding[] {
  const findings = packageFindings(one, source);
  const { result, output, package: name } = one.tested;
  if (result !== "failed" || findings.length > 0 || (!one.built && compilerSpoke)) return findings;
  const title = one.built ? `${name} failed outside its tests` : `${name} could not be built`;
  const unbuilt = one.built ? "" : [said, one.summary].filter(Boolean).join("\n");
  const message = output.trimEnd() || unbuilt || one.summary || `${title}.`;
  return [{ kind: "command", file: "", line: 0, column: 0, title, message }];
}
