import type { Lane } from "../../__tests__/support/engines.ts";
import type { Fault, Played, Trial } from "../fault.ts";
import { type Call, type Ended, FaultyRun } from "../faulty-run.ts";
import { type Ground, onGround, type Project } from "../ground.ts";
import { brokenInvariants, type Expected } from "../invariants.ts";

/** A fault that is there before the run begins, or needs nothing but the run itself. */
export interface Condition {
  readonly variant: string;
  readonly project: Project;
  readonly call?: Call;
  /** Makes the fault, and says what more the call needs. */
  readonly before?: (ground: Ground, lane: Lane) => Promise<Call>;
  /** Takes it away again, so that the ground can be looked at. */
  readonly after?: (ground: Ground, ended: Ended) => Promise<Partial<Played> | undefined>;
  readonly expected: Expected;
}

export function conditions(id: string, title: string, all: readonly Condition[]): Fault {
  return {
    id,
    title,
    trials: () =>
      all.map((condition): Trial => ({ variant: condition.variant, play: (lane) => under(condition, lane) })),
  };
}

function under({ project, call = {}, before, after, expected }: Condition, lane: Lane): Promise<Played> {
  return onGround(project, async (ground) => {
    const more = (await before?.(ground, lane)) ?? {};
    const inputs = { "go-version": "1.27.3", ...call.inputs, ...more.inputs };
    const run = new FaultyRun(lane, ground, { ...call, ...more, inputs, env: { ...call.env, ...more.env } });
    const ended = await run.ended;
    const played = (await after?.(ground, ended)) ?? {};
    const seen = await brokenInvariants(lane, run, ended, expected);
    return { ...seen, ...played, broken: [...seen.broken, ...(played.broken ?? [])] };
  });
}
