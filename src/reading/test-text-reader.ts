import { outputBudget } from "./case-record.ts";
import { lineCutter } from "./lines.ts";
import { packageLine } from "./package-line.ts";
import type { Reader, SourceMap } from "./reading.ts";
import { testRun } from "./test-run.ts";
import { textPackage } from "./text-package.ts";

/** Reads `go test -v` of Go 1.8 and 1.9, which print packages one after the other and name each at its end. */
export function testTextReader(source: SourceMap): Reader {
  const stdout = lineCutter();
  const stderr = lineCutter();
  const run = testRun(source);
  const budget = outputBudget();
  let open = textPackage(budget);
  const take = (line: string): string => {
    const closing = packageLine(line);
    if (closing === undefined) {
      open.line(line);
      return "";
    }
    const ending = open;
    open = textPackage(budget);
    ending.record.print("", `${line}\n`, false);
    return run.ended(ending.record.end(closing.package, closing.result, closing.seconds));
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
      // Killed before the package was named.
      if (!open.isEmpty() && exitCode !== 0) run.ended(open.record.end("unknown package", "failed", 0));
      return run.reading(exitCode);
    },
  };
}
