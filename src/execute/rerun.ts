import type { Facts } from "../plan/facts.ts";
import { innermostFailures, rerunsOf, rerunTask, whyNotAgain } from "../plan/rerun.ts";
import type { Task } from "../plan/step.ts";
import type { Finding, TestCase } from "../reading/reading.ts";
import { passedAgain, withReruns } from "../reading/rerun-results.ts";
import type { TaskResult } from "./outcome.ts";

/** Runs failed tests again, as often as `rerun-fails` says, and gives the result as it then stands. */
export async function rerunFailed(
  first: TaskResult,
  facts: Facts,
  run: (task: Task) => Promise<TaskResult>,
): Promise<TaskResult> {
  const { reading, exitCode, timedOut } = first;
  if (facts.inputs.rerunFails === 0 || exitCode === 0 || timedOut || reading.tests === undefined) return first;
  const why = whyNotAgain(reading);
  if (why !== undefined) return { ...first, note: `No failed test was run again: ${why}.` };
  let failing = innermostFailures(reading.tests);
  let findings = reading.findings;
  const reruns: TaskResult[] = [];
  for (let attempt = 1; attempt <= facts.inputs.rerunFails && failing.length > 0; attempt++) {
    const tried = await runAgain(failing, attempt, first, facts, run);
    reruns.push(...tried.results);
    ({ failing, findings } = tried);
    if (tried.results.some((result) => result.timedOut || isUnsound(result))) break;
  }
  return {
    ...first,
    exitCode: failing.length > 0 ? exitCode : 0,
    timedOut: reruns.some((result) => result.timedOut),
    outOfMemory: failing.length > 0 && [first, ...reruns].some((result) => result.outOfMemory),
    seconds: [first, ...reruns].reduce((sum, { seconds }) => sum + seconds, 0),
    profiles: [first, ...reruns].flatMap(({ profiles }) => profiles),
    reading: withReruns(reading, failing, findings),
  };
}

/** One more try of each; gives what still fails, and what it says. */
async function runAgain(
  failing: readonly TestCase[],
  attempt: number,
  first: TaskResult,
  facts: Facts,
  run: (task: Task) => Promise<TaskResult>,
) {
  const results: TaskResult[] = [];
  const still: TestCase[] = [];
  const findings: Finding[] = [];
  for (const [index, rerun] of rerunsOf(failing).entries()) {
    const result = await run(rerunTask(first.task, rerun, `${attempt}-${index}`, facts));
    results.push(result);
    const { reading } = result;
    const tried = failing.filter((one) => one.package === rerun.package && rerun.tests.includes(one.name));
    const missed = isUnsound(result) ? tried : tried.filter((one) => !passedAgain(one, reading));
    // What fails now within a test may be another of its subtests.
    const inner = innermostFailures(reading.tests ?? { cases: [], packages: [] });
    const within = (one: TestCase) => inner.filter(({ name }) => name === one.name || name.startsWith(`${one.name}/`));
    still.push(...missed.flatMap((one) => (within(one).length > 0 ? within(one) : [one])));
    if (missed.length > 0) findings.push(...(reading.findings.length > 0 ? reading.findings : missed.map(notRun)));
  }
  return { results, failing: still, findings };
}

/** A process that did not get to its end, or has a race, says nothing of any test. */
function isUnsound({ exitCode, reading }: TaskResult): boolean {
  return exitCode !== 0 && whyNotAgain(reading) !== undefined;
}

function notRun({ name }: TestCase): Finding {
  const title = `${name} failed, and could not be run again alone`;
  return { kind: "test", file: "", line: 0, column: 0, title, message: `${title}.` };
}
