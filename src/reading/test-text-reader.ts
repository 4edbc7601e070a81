import { outputBudget } from "./case-record.ts";
import { lineCutter } from "./lines.ts";
import { packageLine } from "./package-line.ts";
import type { EndedPackage } from "./package-record.ts";
import type { Reader, SourceMap } from "./reading.ts";
import { testRun } from "./test-run.ts";
import { textPackage } from "./text-package.ts";

/** Reads `go test -v` of Go 1.8 and 1.9, which print packages one after the other and name each at its end. */
export function testTextReader(source: SourceMap): Reader {
  const stdout = lineCutter();
  const stderr = lineCutter();
  const run = testRun(source, false);
  const budget = outputBudget();
  let open = textPackage(budget);
  // Where both streams are one, the compiler's text stands before the line that closes its package.
  const belongToNone = ({ tested }: EndedPackage) => tested.output.split("\n").filter(Boolean).forEach(run.line);
  const take = (line: string): string => {
    const closing = packageLine(line);
    if (closing === undefined) {
      open.line(line);
      return "";
    }
    const ending = open;
    open = textPackage(budget);
    ending.record.print("", `${line}\n`, false);
    const ended = ending.record.end(closing.package, closing.result, closing.seconds);
    if (!ended.built) belongToNone(ended);
    return run.ended(ended);
  };
  return {
    read(stream, text) {
      if (stream === "stdout") return stdout.push(text).map(take).join("");
      stderr.push(text).forEach(run.line);
      return text;
    },
    end(exitCode) {
      stdout.rest().forEach(take);
      stderr.rest().forEach(run.line);
      if (!open.isEmpty() && exitCode !== 0) {
        const rest = open.record.end("unknown package", "failed", 0);
        // Killed before the package was named; without any test, go has said why it did not come to one.
        if (rest.cases.length > 0) run.ended(rest);
        else belongToNone(rest);
      }
      return run.reading(exitCode);
    },
  };
}
