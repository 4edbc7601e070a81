import type { Lane } from "../__tests__/support/engines.ts";
import { FaultyRun } from "./faulty-run.ts";
import { onGround } from "./ground.ts";

/** The next run on the same machine, with the same folder for temporary files. */
export async function sweepBy(lane: Pick<Lane, "env">, { ground }: FaultyRun): Promise<void> {
  await onGround({ fixture: "surroundings" }, async (next) => {
    const inputs = { "go-version": "1.27.3", steps: "fmt" };
    await new FaultyRun(lane, { ...next, temp: ground.temp }, { inputs }).ended;
  });
}
