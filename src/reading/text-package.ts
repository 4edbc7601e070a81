import type { OutputBudget } from "./case-record.ts";
import { type PackageRecord, packageRecord } from "./package-record.ts";

/** One package in the `-v` text of Go 1.8 and 1.9, whose lines belong to the test that was named last. */
export interface TextPackage {
  readonly record: PackageRecord;
  line(text: string): void;
  isEmpty(): boolean;
}

const running = /^=== RUN {3}(\S+)$/;
const ending = /^ *--- (PASS|FAIL|SKIP): (\S+) \(([\d.]+)s\)$/;
const testsAreOver = /^(?:PASS|FAIL|coverage: .*)$/;
const results = { PASS: "passed", FAIL: "failed", SKIP: "skipped" } as const;

export function textPackage(budget: OutputBudget): TextPackage {
  const record = packageRecord(budget);
  let current = "";
  // The failure's lines follow the test's end, indented with tabs; a panic's follow it too, with tabs of their own.
  let inFailure = false;
  let empty = true;
  const starts = (test: string) => {
    [current, inFailure] = [test, false];
    record.run(test);
  };
  const ends = (text: string, test: string, result: keyof typeof results, seconds: number) => {
    [current, inFailure] = [test, true];
    record.print(test, `${text}\n`, false);
    record.endTest(test, results[result], seconds);
  };
  const prints = (text: string) => {
    if (testsAreOver.test(text)) current = "";
    if (text.startsWith("panic: ")) inFailure = false;
    record.print(current, `${inFailure ? withoutTabs(text) : text}\n`, false);
  };
  return {
    record,
    isEmpty: () => empty,
    line(text) {
      empty = false;
      const [, started] = running.exec(text) ?? [];
      const [, result, ended, seconds] = ending.exec(text) ?? [];
      if (started !== undefined) starts(started);
      else if (ended === undefined || !record.has(ended)) prints(text);
      else ends(text, ended, result as keyof typeof results, Number(seconds));
    },
  };
}

/** Failure lines as later versions of Go indent them. */
function withoutTabs(text: string): string {
  return text.replace(/^( *)(\t+)/, (_, spaces: string, tabs: string) => spaces + "    ".repeat(tabs.length));
}
