import type { Lane } from "../__tests__/support/engines.ts";
import type { Broken } from "./invariants.ts";

/** Numbers from 0 to 1 that a seed repeats. */
export type Random = () => number;

/** One try of a fault. */
export interface Trial {
  /** What is particular to it: a signal's moment, an error's kind. */
  readonly variant: string;
  play(lane: Lane): Promise<Played>;
}

export interface Played {
  readonly broken: readonly Broken[];
  /** How the run ended; null by a signal. */
  readonly exit?: number | null;
  /** Milliseconds from a request to end to the end, where there was one. */
  readonly cancelMs?: number;
  /** Milliseconds from the end of the run until nothing of it was left. */
  readonly settleMs?: number;
  /** Hostile lines that were printed, and commands that the runner would have obeyed. */
  readonly hostile?: number;
  readonly accepted?: number;
}

/** A line of the catalogue. */
export interface Fault {
  /** As in the catalogue: `F4`. */
  readonly id: string;
  readonly title: string;
  /** It is a daemon that it happens to, or by a daemon's own network; podman has neither. */
  readonly needsDaemon?: boolean;
  /** No engine has a part in it: once is enough. */
  readonly withoutEngine?: boolean;
  /** `scale` is 1 for the quick subset; the whole has many times as many trials where chance decides. */
  trials(random: Random, scale: number): readonly Trial[];
}
