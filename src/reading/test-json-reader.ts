import { outputBudget } from "./case-record.ts";
import { lineCutter } from "./lines.ts";
import { packageLine } from "./package-line.ts";
import { type PackageRecord, packageRecord } from "./package-record.ts";
import type { Reader, SourceMap, TestedPackage } from "./reading.ts";
import { parseTestEvent, type TestEvent } from "./test-event.ts";
import { type TestRun, testRun } from "./test-run.ts";

/** Reads `go test -json` of Go 1.10 and later, and shows it as `go test` without `-v` would print it. */
export function testJsonReader(source: SourceMap): Reader {
  const stdout = lineCutter();
  const stderr = lineCutter();
  const build = lineCutter();
  const run = testRun(source, true);
  const packages = openPackages(run);

  const take = (line: string): string => {
    const event = parseTestEvent(line);
    if (event === undefined) return plainLine(line, packages, run);
    if (event.package !== "") return packageEvent(event, packages);
    build.push(event.output).forEach(run.line);
    return event.output;
  };
  return {
    read(stream, text) {
      if (stream === "stdout") return stdout.push(text).map(take).join("");
      stderr.push(text).forEach(run.line);
      return text;
    },
    end(exitCode) {
      stdout.rest().forEach(take);
      [...build.rest(), ...stderr.rest()].forEach(run.line);
      packages.closeAll(exitCode === 0 ? "passed" : "failed");
      return run.reading(exitCode);
    },
  };
}

interface OpenPackages {
  /** Undefined once the package has ended: what comes then changes nothing. */
  open(name: string): OpenPackage | undefined;
  close(name: string, result: TestedPackage["result"], seconds: number): string;
  closeAll(result: TestedPackage["result"]): void;
}

interface OpenPackage {
  readonly record: PackageRecord;
  /** Go 1.20 and later announce each package with `start`, and always give it an end. */
  announced: boolean;
}

function openPackages(run: TestRun): OpenPackages {
  const budget = outputBudget();
  const open = new Map<string, OpenPackage>();
  const closed = new Set<string>();
  const close = (name: string, result: TestedPackage["result"], seconds: number) => {
    const ending = open.get(name);
    closed.add(name);
    open.delete(name);
    return ending ? run.ended(ending.record.end(name, result, seconds)) : "";
  };
  return {
    open(name) {
      if (closed.has(name)) return undefined;
      const known = open.get(name) ?? { record: packageRecord(budget), announced: false };
      open.set(name, known);
      return known;
    },
    close,
    closeAll(result) {
      for (const name of [...open.keys()]) close(name, result, 0);
    },
  };
}

/** Compilers and linkers print between the events, and before Go 1.22 a package that did not build has no events. */
function plainLine(line: string, packages: OpenPackages, run: TestRun): string {
  const closing = packageLine(line);
  if (closing === undefined) {
    run.line(line);
    return `${line}\n`;
  }
  packages.open(closing.package)?.record.print("", `${line}\n`, false);
  return packages.close(closing.package, closing.result, closing.seconds);
}

const results = { pass: "passed", fail: "failed", skip: "skipped" } as const;
const isEnd = (action: string): action is keyof typeof results => Object.hasOwn(results, action);

function packageEvent(event: TestEvent, packages: OpenPackages): string {
  const { action, test, seconds } = event;
  const open = packages.open(event.package);
  if (open === undefined) return "";
  if (action === "start") open.announced = true;
  else if (action === "run") open.record.run(test);
  else if (action === "output") return outputEvent(event, open, packages);
  else if (isEnd(action) && test !== "") open.record.endTest(test, results[action], seconds);
  else if (isEnd(action)) return packages.close(event.package, results[action], seconds);
  return "";
}

function outputEvent(event: TestEvent, { record, announced }: OpenPackage, packages: OpenPackages): string {
  const { test, output } = event;
  const closing = announced || test === "" ? undefined : packageLine(output.trimEnd());
  if (closing?.result !== "failed" || closing.package !== event.package) {
    record.print(test, output, event.outputType === "error");
    return "";
  }
  // A process that died: its last test is thought to have printed the closing line, and no end of the package comes.
  record.print("", output, false);
  return packages.close(event.package, "failed", closing.seconds);
}
