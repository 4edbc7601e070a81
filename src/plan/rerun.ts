import type { Reading, TestCase, TestResults } from "../reading/reading.ts";
import { innermost } from "../reading/test-name.ts";
import { shellLine } from "../shell-word.ts";
import type { Facts } from "./facts.ts";
import type { Task } from "./step.ts";
import { streams, testCommand } from "./steps/test.ts";

/** One command's worth of failed tests: those at the top of a package together, each subtest alone. */
export interface Rerun {
  /** Import path. */
  readonly package: string;
  /** In full, as Go prints them: `TestA`, `TestA/sub`. */
  readonly tests: readonly string[];
}

/** Failing tests beyond this are no flakes. */
const most = 10;

/** The failed tests in which no other failed test lies: the others failed, as far as one can see, because of these. */
export function innermostFailures({ cases }: TestResults): readonly TestCase[] {
  return innermost(cases.filter(({ result }) => result === "failed"));
}

/** Why failed tests are not run again: a pass would hide something. Undefined to go ahead. */
export function whyNotAgain({ findings, tests }: Reading): string | undefined {
  const failures = tests === undefined ? [] : innermostFailures(tests);
  if (failures.length === 0 || findings.some(({ kind }) => kind !== "test"))
    return "a package did not get to the end of its tests";
  if (findings.some(({ message }) => /WARNING: DATA RACE|race detected during execution of test/.test(message)))
    return "there is a data race, which a pass would only hide";
  return failures.length > most ? `${failures.length} failed, more than ${most}` : undefined;
}

/** What is to be run again, package by package. */
export function rerunsOf(failures: readonly TestCase[]): readonly Rerun[] {
  const packages = [...Map.groupBy(failures, (one) => one.package)];
  return packages.flatMap(([name, cases]) => {
    const [inner, top] = [true, false].map((nested) => cases.filter((one) => one.name.includes("/") === nested));
    const alone = (inner ?? []).map((one) => ({ package: name, tests: [one.name] }));
    return [...(top?.length ? [{ package: name, tests: top.map((one) => one.name) }] : []), ...alone];
  });
}

/** The command of the first try, for these tests alone, and for once. `mark` tells its cover profile from the others. */
export function rerunTask(first: Task, rerun: Rerun, mark: string, facts: Facts): Task {
  const profile = first.profile?.replace(/\.out$/, `-${mark}.out`);
  const only = ["-count=1", `-run=${pattern(rerun.tests)}`];
  const command = testCommand(facts, profile, [rerun.package], only);
  const oneStream = streams([rerun.package], facts);
  return {
    ...first,
    title: shellLine(["go", "test", ...only, rerun.package]),
    command,
    ...(profile === undefined ? {} : { profile }),
    ...(oneStream ? { oneStream } : {}),
  };
}

/** A regular expression for each level, as `-run` takes them. */
function pattern(tests: readonly string[]): string {
  const [one = ""] = tests;
  const exactly = (text: string) => `^${text}$`;
  if (tests.length > 1) return exactly(`(${tests.map(quoted).join("|")})`);
  return one
    .split("/")
    .map((level) => exactly(quoted(level)))
    .join("/");
}

const quoted = (text: string) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
