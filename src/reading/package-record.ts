import { cappedText } from "./capped-text.ts";
import {
  addWithin,
  type CaseRecord,
  caseRecord,
  type EndedCase,
  endCase,
  type OutputBudget,
  printed,
} from "./case-record.ts";
import { type PackageLine, packageLine } from "./package-line.ts";
import type { TestCase, TestedPackage } from "./reading.ts";
import { ancestors } from "./test-name.ts";

/** One package and its tests while they run. */
export interface PackageRecord {
  run(test: string): void;
  has(test: string): boolean;
  /** `test` is empty for what the package prints outside its tests. */
  print(test: string, text: string, isError: boolean): void;
  /** The first end of a test wins. */
  endTest(test: string, result: TestCase["result"], seconds: number): void;
  end(name: string, result: TestedPackage["result"], seconds: number): EndedPackage;
}

export interface EndedPackage {
  readonly tested: TestedPackage;
  readonly cases: readonly EndedCase[];
  /** The line that Go closed it with; empty when there was none. */
  readonly summary: string;
  readonly built: boolean;
}

const frame = /^(?:PASS|FAIL|coverage: .*|\t\S+\tcoverage: .*|exit status \d+)$/;

export function packageRecord(budget: OutputBudget): PackageRecord {
  const cases = new Map<string, CaseRecord>();
  const output = cappedText();
  let summary = "";
  let closing: PackageLine | undefined;

  const record = (test: string): CaseRecord => {
    const known = cases.get(test) ?? caseRecord(test, ancestors(test).filter((name) => cases.has(name)).length);
    cases.set(test, known);
    return known;
  };
  const printOutside = (text: string) => {
    const line = text.replace(/\r?\n$/, "");
    const closes = packageLine(line);
    if (closes) {
      closing = closes;
      summary = line;
    } else if (!frame.test(line)) addWithin(budget, output, text);
  };

  return {
    run(test) {
      const { result } = record(test);
      if (result === "failed") record(test).again = true;
      else if (result !== undefined) cases.set(test, caseRecord(test, record(test).depth));
    },
    has: (test) => cases.has(test),
    print(test, text, isError) {
      if (test === "") printOutside(text);
      else printed(record(test), text, isError, budget);
    },
    endTest(name, result, seconds) {
      const test = record(name);
      if (test.result !== undefined) return;
      Object.assign(test, { result, seconds });
      if (result !== "failed") budget.left += test.output.clear();
    },
    end(name, result, seconds) {
      const failed = result === "failed";
      const ended = [...cases.values()].map((test) => endCase(test, name, failed));
      const tested = {
        package: name,
        result: closing?.result === "skipped" && ended.length === 0 ? "skipped" : result,
        seconds,
        cached: closing?.cached ?? false,
        output: failed ? output.text() : "",
      } as const;
      return { tested, cases: ended, summary, built: closing?.built ?? true };
    },
  };
}
