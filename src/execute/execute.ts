import { join } from "node:path";
import type { Container } from "../engine/engine.ts";
import type { Log } from "../host/host.ts";
import { UntrustedLines } from "../host/untrusted.ts";
import type { Plan, PlannedStep } from "../plan/plan.ts";
import { commandOf, type Step, type Task } from "../plan/step.ts";
import { builtBinaries, extrasIn, type Last, lastCommands } from "./collect.ts";
import { diagnose } from "./diagnose.ts";
import { fetchModules } from "./fetch-modules.ts";
import { isGreen, isLate, timeUp, whyWithheld } from "./gate.ts";
import type { LentToken } from "./git-token.ts";
import type { Outcome, StepOutcome, TaskResult } from "./outcome.ts";
import { readProfiles } from "./read-profiles.ts";
import { Recording } from "./recording.ts";
import { rerunFailed } from "./rerun.ts";
import { withStamps } from "./version-stamp.ts";

/** Beyond go's own `-timeout`, which prints the goroutines; this one ends what does not listen. */
const grace = 15_000;

const elsewhere =
  "The workspace is copied: the engine does not see this machine's files. Go's caches begin empty, and what commands change in the workspace stays in the container.";

/** Builds of different targets share little: several at once keep the processors busy while one links. */
const parallelProducts = 4;

/** What keeps a run in hand. */
export interface Guard {
  readonly signal: AbortSignal;
  /** Throws where the code under test has put another repository somewhere. */
  readonly checkLocks: () => Promise<void>;
}

/**
 * Runs the plan in the container, removes it, and takes over what it made. Every check runs; products are withheld when
 * one of the checks is red.
 */
export async function execute(
  plan: Plan,
  container: Container,
  log: Log,
  scratch: string,
  token: LentToken,
  guard: Guard,
): Promise<Outcome> {
  const started = performance.now();
  const run = (planned: PlannedStep, withheld: string | undefined) =>
    "skipped" in planned || withheld !== undefined
      ? Promise.resolve({ planned, withheld, results: [], seconds: 0 })
      : log.group(planned.step.name, () => runStep(planned, plan, container, log, scratch));

  await fetchFirst(plan, container, log, token);
  const checks: StepOutcome[] = [];
  const profiles: string[] = [];
  for (const planned of plan.steps.filter(({ step }) => step.kind === "check")) {
    const check = await run(planned, checks.some(isLate) ? timeUp : undefined);
    checks.push(check);
    // What a check has left is out of reach, and in nobody's way, before the next one starts.
    if (check.results.length > 0) profiles.push(...profilesOf(check, await container.handOut()));
  }
  const { profile, notes: measuring } = await readProfiles(plan, profiles, guard.signal);
  const gate = whyWithheld(checks, profile, plan.facts.inputs.coverageThreshold);
  // What stands in the place of a repository now, go's version stamp would ask: it could put everything back afterwards.
  await guard.checkLocks();
  // Nothing that is built depends on the last commands, and nothing in them on what is built.
  const last = checks.some(isLate) ? Promise.resolve(nothing) : lastCommands(plan, container, scratch, profile);
  last.catch(() => undefined); // Should it fail, that is met where it is awaited.
  const products: StepOutcome[] = [];
  for (const planned of await withStamps(
    plan.steps.filter(({ step }) => step.kind === "product"),
    plan,
    container,
  )) {
    products.push(await run(planned, gate));
  }
  const steps = [...checks, ...products];
  const finished = await last;
  const trouble = await diagnose(steps, plan, container, log);
  const folder = await container.close();
  const binaries = gate === undefined && products.every(isGreen) ? await builtBinaries(plan, folder) : [];
  const notes = [...(container.copied ? [elsewhere] : []), ...measuring, ...finished.notes];
  const seconds = (performance.now() - started) / 1000;
  return { steps, profile, binaries, extras: extrasIn(folder, finished), notes, trouble, seconds };
}

const nothing: Last = { made: [], notes: [] };

function profilesOf({ results }: StepOutcome, folder: string): readonly string[] {
  return results.flatMap((result) => result.profiles.map((name) => join(folder, name)));
}

/** Lets go download its modules first, where nothing that comes after is to reach the network, or to see the token. */
async function fetchFirst(plan: Plan, container: Container, log: Log, token: LentToken): Promise<void> {
  const { network, gitToken } = plan.facts.inputs;
  if (network !== "modules" && gitToken === undefined) return;
  await log.group("modules", async () => {
    const trouble = await fetchModules(plan, container, log, token.env);
    if (trouble !== undefined) throw trouble;
    await token.takeBack();
    if (network === "modules") await container.disconnect();
  });
}

async function runStep(
  planned: Extract<PlannedStep, { readonly tasks: readonly Task[] }>,
  plan: Plan,
  container: Container,
  log: Log,
  scratch: string,
): Promise<StepOutcome> {
  const { step, tasks } = planned;
  const started = performance.now();
  const waiting = [...tasks.entries()];
  const results: TaskResult[] = [];
  const run = (task: Task) => runTask(step, task, plan, container, log, scratch);
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, task] = next;
      results[index] = await run(task);
      if (step.name === "test") results[index] = await rerunFailed(results[index], plan.facts, run);
      if (results[index].timedOut) waiting.length = 0;
    }
  };
  const workers = step.kind === "product" ? Math.min(parallelProducts, tasks.length) : 1;
  await Promise.all(Array.from({ length: workers }, worker));
  return { planned, withheld: undefined, results: results.flat(), seconds: (performance.now() - started) / 1000 };
}

async function runTask(step: Step, task: Task, plan: Plan, container: Container, log: Log, scratch: string) {
  const started = performance.now();
  const reader = step.reader(task, plan.facts);
  const recording = await Recording.open(scratch, task, log.secrets);
  const lines = new UntrustedLines(log);
  log.info(task.title);
  const end = await container.run(
    commandOf(step, task),
    async (stream, text) => {
      await recording.write(stream, text);
      await lines.write(reader.read(stream, text));
    },
    plan.facts.inputs.timeout + grace,
  );
  await recording.close();
  await lines.end();
  const reading = reader.end(end.exitCode);
  const profiles = task.profile === undefined ? [] : [task.profile];
  return { task, ...end, reading, profiles, seconds: (performance.now() - started) / 1000 };
}
