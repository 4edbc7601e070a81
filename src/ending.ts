import { ActionableError, CancelledError, type FailureClass, InputError } from "./errors.ts";
import { markedBelow, ownLine } from "./host/untrusted.ts";
import { failedOutputs, makeOutputs, type Outputs } from "./report/outputs.ts";
import type { RunResult } from "./run.ts";

/** What the caller gets in the end, whatever happened. */
export interface Ending {
  readonly outputs: Outputs;
  readonly exitCode: number;
  /** What went wrong outside the checks, for people; empty when nothing did. */
  readonly failure: string;
}

const exitCodes: Readonly<Record<FailureClass, number>> = {
  "": 0,
  checks: 1,
  input: 2,
  infrastructure: 3,
  timeout: 4,
  cancelled: 130,
};

/** Of a run that came to a report. Infrastructure that failed afterwards outweighs the verdict. */
export function endingOf({ report, published, cacheHit, failure }: RunResult): Ending {
  const outputs = makeOutputs(report, published, cacheHit);
  if (failure === undefined) return { outputs, exitCode: exitCodes[report.failureClass], failure: "" };
  const ending = endingOfError(failure);
  return { ...ending, outputs: { ...outputs, verdict: "failed", "failure-class": ending.outputs["failure-class"] } };
}

/** Of a run that did not. An error that nobody foresaw shows its stack and asks for an issue. */
export function endingOfError(error: unknown): Ending {
  if (error instanceof ActionableError) {
    const exitCode = error instanceof CancelledError && error.signal !== "SIGINT" ? 143 : exitCodes[error.failureClass];
    return {
      outputs: failedOutputs(error.failureClass),
      exitCode,
      failure: `${shown(error)}\n→ ${ownLine(error.remedy)}`,
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const failure = `Unexpected: ${markedBelow(stack)}\n→ This is a fault of go-docker-action. Please open an issue with these lines.`;
  return { outputs: failedOutputs("infrastructure"), exitCode: exitCodes.infrastructure, failure };
}

/** Bad inputs are a list, and escaped already; elsewhere, what has several lines is what others said. */
function shown(error: ActionableError): string {
  return error instanceof InputError ? error.message : markedBelow(error.message);
}
