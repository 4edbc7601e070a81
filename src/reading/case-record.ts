import { type CappedText, cappedText } from "./capped-text.ts";
import type { TestCase } from "./reading.ts";

/** Characters of output that all failed tests together may keep; beyond it each new one keeps little. */
export interface OutputBudget {
  left: number;
}

export const outputBudget = (): OutputBudget => ({ left: 4 * 1024 * 1024 });

const outputCap = 64 * 1024;
const outputCapBeyondBudget = 512;

/** Adds to a capped text and charges what it grew by. */
export function addWithin(budget: OutputBudget, kept: CappedText, text: string): void {
  const before = kept.size();
  kept.add(text, budget.left > 0 ? outputCap : outputCapBeyondBudget);
  budget.left -= kept.size() - before;
}

/** One test while it runs. */
export interface CaseRecord {
  readonly name: string;
  /** How many tests it is nested in, by which its output is indented. */
  readonly depth: number;
  readonly output: CappedText;
  result: TestCase["result"] | undefined;
  seconds: number;
  /** Its `--- FAIL` line came. Before Go 1.14 the failure's lines follow it, indented with it. */
  header: "PASS" | "FAIL" | "SKIP" | undefined;
  /** The first line that Go 1.27 marks as an error. */
  error: string;
  atLineStart: boolean;
  /** `-count` and `-cpu` run a test again; after a failure nothing changes it. */
  again: boolean;
}

export function caseRecord(name: string, depth: number): CaseRecord {
  const fresh = { result: undefined, seconds: 0, header: undefined, error: "", atLineStart: true, again: false };
  return { name, depth, output: cappedText(), ...fresh };
}

/** A finished test, with what its finding needs. */
export interface EndedCase {
  readonly test: TestCase;
  readonly depth: number;
  /** It ran when the process ended. */
  readonly died: boolean;
  readonly error: string;
}

const frame = /^ *(?:=== (?:RUN|PAUSE|CONT|NAME) |--- (PASS|FAIL|SKIP): (.*) \()/;

/** Keeps what a test printed, without the lines that frame it. */
export function printed(test: CaseRecord, text: string, isError: boolean, budget: OutputBudget): void {
  if (test.again || test.result === "passed" || test.result === "skipped") return;
  const [framing, header, name] = (test.atLineStart && frame.exec(text)) || [];
  test.atLineStart = text.endsWith("\n");
  if (framing !== undefined) {
    if (name === test.name) test.header = header as CaseRecord["header"];
    return;
  }
  if (isError && test.error === "") test.error = text;
  addWithin(budget, test.output, test.header === undefined ? text : unindent(text, 4 * test.depth));
}

function unindent(text: string, spaces: number): string {
  let cut = 0;
  while (cut < spaces && text[cut] === " ") cut += 1;
  return text.slice(cut);
}

const resultOfHeader = { PASS: "passed", FAIL: "failed", SKIP: "skipped" } as const;

/** Decides on a test whose package has ended, also when its own end never came. */
export function endCase(test: CaseRecord, packageName: string, packageFailed: boolean): EndedCase {
  const { name, seconds, depth, error } = test;
  const output = test.output.text();
  const header = test.header ?? gluedHeader(name, output);
  const known = test.result ?? (header && resultOfHeader[header]);
  const result = known ?? (packageFailed ? "failed" : "passed");
  const kept = result === "failed" ? output : "";
  return {
    test: { package: packageName, name, result, seconds, output: kept },
    depth,
    died: known === undefined,
    error,
  };
}

// Before Go 1.20 a test that prints no newline at its end hides its `--- PASS` line from test2json.
function gluedHeader(name: string, output: string): CaseRecord["header"] {
  return (["PASS", "FAIL", "SKIP"] as const).find((word) => output.includes(`--- ${word}: ${name} (`));
}
