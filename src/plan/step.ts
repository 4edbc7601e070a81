import type { Command } from "../engine/engine.ts";
import type { Reader } from "../reading/reading.ts";
import type { Facts } from "./facts.ts";

/** The steps a user can name, in the order in which they run. */
export const stepNames = ["fmt", "vet", "test", "build"] as const;
export type StepName = (typeof stepNames)[number];

/** One command in the Go container. */
export interface Task {
  readonly step: StepName;
  /** What a person sees: `go vet ./...`. */
  readonly title: string;
  readonly command: readonly string[];
  /** Absolute, in the container. */
  readonly workdir: string;
  /** Added to the container's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A file of the run's scratch folder that also gets the raw standard output, for instance `test.jsonl`. */
  readonly recordStdout?: string;
  /** The cover profile that it writes, relative to `/gda/out`. */
  readonly profile?: string;
  /** Its standard error goes where its standard output goes, so that the lines of both keep their order. */
  readonly oneStream?: boolean;
}

/** One line of the pipeline. All of it is pure. */
export interface Step {
  readonly name: StepName;
  /** All checks run, so that one red check does not hide another; products need every check green. */
  readonly kind: "check" | "product";
  /** Why there is nothing to do, or undefined to go ahead. */
  skip(facts: Facts): string | undefined;
  /** The commands to run, in order. */
  tasks(facts: Facts): readonly Task[];
  /** How the output of one of its tasks is read. */
  reader(task: Task, facts: Facts): Reader;
}

/** What the engine is to run. A check ends with all that it left running, so that it cannot meddle with the next. */
export function commandOf({ kind }: Step, { command, workdir, env, oneStream }: Task): Command {
  const words = oneStream === true ? ["sh", "-c", 'exec "$@" 2>&1', "sh", ...command] : command;
  return { command: words, workdir, env, alone: kind === "check" };
}
