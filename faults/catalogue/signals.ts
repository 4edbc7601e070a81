import { setTimeout as pause } from "node:timers/promises";
import type { Lane } from "../../__tests__/support/engines.ts";
import type { Fault, Played, Trial } from "../fault.ts";
import { attendants, type Ended, FaultyRun } from "../faulty-run.ts";
import { onGround, type Project } from "../ground.ts";
import { brokenInvariants, type Expected } from "../invariants.ts";
import { type Shot, shots } from "../shots.ts";
import { sweepBy } from "../sweep-by.ts";

/** A run that something happens to at that moment. It is over when its process is. */
async function struck(
  lane: Lane,
  { stage, at }: Shot,
  strike: (run: FaultyRun) => unknown,
  expected: Expected,
  again?: Project,
): Promise<Played> {
  return onGround(stage.project, async (ground) => {
    const inputs = { "go-version": "1.27.3", steps: stage.steps };
    const run = new FaultyRun(lane, ground, { inputs });
    // Before that nothing of ours is at work, and nothing is started.
    await Promise.race([pause(at), run.ended]);
    const asked = performance.now();
    await strike(run);
    const { ended, unhurt } = await within(run);
    const cancelMs = performance.now() - asked;
    if (again !== undefined) await sweepBy(lane, run);
    const seen = await brokenInvariants(lane, run, ended, expected);
    // Who was killed had nothing to clean up, and who lost its clients was not asked to end.
    return !unhurt && (ended.exitCode === 130 || ended.exitCode === 143) ? { ...seen, cancelMs } : seen;
  });
}

/** A run that waits for ever was not hit: it is asked to end. */
async function within(run: FaultyRun): Promise<{ readonly ended: Ended; readonly unhurt: boolean }> {
  let unhurt = false;
  const late = setTimeout(() => {
    unhurt = true;
    run.process.kill("SIGINT");
  }, 12_000);
  const ended = await run.ended;
  clearTimeout(late);
  return { ended, unhurt };
}

function fault(
  id: string,
  title: string,
  count: number,
  strike: (run: FaultyRun) => unknown,
  expected: Expected,
  again?: Project,
): Fault {
  return {
    id,
    title,
    trials: (random, scale) =>
      shots(Math.max(2, Math.round(count * scale)), random).map(
        (shot): Trial => ({
          variant: `${shot.stage.title}, ${shot.at} ms`,
          play: (lane) => struck(lane, shot, strike, expected, again),
        }),
      ),
  };
}

/** The engine's clients alone. */
async function killClients(run: FaultyRun): Promise<void> {
  for (const { pid, words } of await attendants(run.ground)) if (!words.includes("gda-janitor")) kill(pid);
}

async function killAll(run: FaultyRun): Promise<void> {
  const others = await attendants(run.ground);
  run.process.kill("SIGKILL");
  for (const { pid } of others) kill(pid);
  for (const { pid } of await attendants(run.ground)) kill(pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

/** As a runner cancels: by a second and a third signal where the first is not enough. */
async function runnersWay({ process: child }: FaultyRun): Promise<void> {
  child.kill("SIGINT");
  setTimeout(() => child.kill("SIGTERM"), 7_500).unref();
  setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
}

/** Whoever is hit before the handlers stand ends by the signal; who is hit at the very end has done its work. */
const cancelled = (code: number): Expected => ({ exit: [code, null, 0], settle: 500 });

/** A file that was being put in its place stays under a name of its own, until the next run there. */
const killed: Expected = { exit: [null, 0], settle: 20_000, skip: ["partial"] };

export const signals: readonly Fault[] = [
  fault("F1", "SIGINT", 175, ({ process: child }) => child.kill("SIGINT"), cancelled(130)),
  fault("F2", "SIGTERM", 175, ({ process: child }) => child.kill("SIGTERM"), cancelled(143)),
  fault("F3", "as a runner cancels: SIGINT, SIGTERM, SIGKILL", 25, runnersWay, cancelled(130)),
  fault("F4", "SIGKILL of the action", 100, ({ process: child }) => child.kill("SIGKILL"), killed),
  fault("F5", "SIGKILL of the engine's clients", 50, killClients, { exit: [3, 130, 0], settle: 3_000 }),
  fault(
    "F6",
    "SIGKILL of the action and of the engine's clients",
    50,
    async (run) => {
      run.process.kill("SIGKILL");
      await killClients(run);
    },
    killed,
  ),
  fault(
    "F7",
    "everything killed at once; the next run sweeps",
    25,
    killAll,
    // What sweeps is a run elsewhere.
    killed,
    { fixture: "surroundings" },
  ),
  fault(
    "F8",
    "a second SIGINT, and a third",
    25,
    ({ process: child }) => {
      for (const delay of [0, 20, 200]) setTimeout(() => child.kill("SIGINT"), delay).unref();
    },
    cancelled(130),
  ),
];
