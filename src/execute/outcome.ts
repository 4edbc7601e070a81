import type { EnvironmentError } from "../errors.ts";
import type { PlannedStep } from "../plan/plan.ts";
import type { Task } from "../plan/step.ts";
import type { Reading } from "../reading/reading.ts";

/** How one command ended, and what its output meant. */
export interface TaskResult {
  readonly task: Task;
  readonly exitCode: number;
  readonly timedOut: boolean;
  /** The kernel ended a process of it, or beside it, for want of memory. */
  readonly outOfMemory: boolean;
  readonly seconds: number;
  readonly reading: Reading;
  /** The cover profiles that it and its reruns were to write, relative to `/gda/out`. */
  readonly profiles: readonly string[];
  /** What the user should know of it besides. */
  readonly note?: string;
}

export interface StepOutcome {
  readonly planned: PlannedStep;
  /** Set when it did not run although it was planned. */
  readonly withheld: string | undefined;
  readonly results: readonly TaskResult[];
  readonly seconds: number;
}

/** A binary as it lies in the scratch folder, checked. */
export interface BuiltBinary {
  readonly target: string;
  readonly platform: string;
  readonly name: string;
  /** Absolute, on the host. */
  readonly file: string;
  /** Its final path, relative to the workspace. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** What else came out of the container: files on the host, absolute; undefined where their command did not succeed. */
export interface Extras {
  /** Go's page of the coverage. */
  readonly page?: string;
  /** The certificate roots of the Go image. */
  readonly certificates?: string;
  /** Go's time zones. */
  readonly timeZones?: string;
}

/** The raw results of a run. */
export interface Outcome {
  readonly steps: readonly StepOutcome[];
  readonly binaries: readonly BuiltBinary[];
  /** The merged cover profile's text; undefined when nothing was measured. */
  readonly profile: string | undefined;
  readonly extras: Extras;
  readonly notes: readonly string[];
  /** What the machine lacked, so that red steps say nothing of the code. */
  readonly trouble: EnvironmentError | undefined;
  readonly seconds: number;
}
