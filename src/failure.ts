import { ActionableError, CancelledError, type FailureClass } from "./errors.ts";
import type { Report } from "./report/report.ts";

export interface Failure {
  /** For people; the cause chain only of what was not expected. */
  readonly message: string;
  readonly failureClass: FailureClass;
  readonly exitCode: number;
}

const exitCodes: Readonly<Record<FailureClass, number>> = {
  "": 0,
  checks: 1,
  input: 2,
  infrastructure: 3,
  timeout: 4,
  cancelled: 130,
};

/** What an error means to the caller. One that nobody foresaw shows its stack and asks for an issue. */
export function presentFailure(error: unknown): Failure {
  if (error instanceof ActionableError) {
    const exitCode = error instanceof CancelledError && error.signal !== "SIGINT" ? 143 : exitCodes[error.failureClass];
    return { message: `${error.message}\n→ ${error.remedy}`, failureClass: error.failureClass, exitCode };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `Unexpected: ${stack}\n→ This is a fault of go-docker-action. Please open an issue with these lines.`;
  return { message, failureClass: "infrastructure", exitCode: exitCodes.infrastructure };
}

/** The exit code of a run that came to its end. */
export function exitCodeOf({ failureClass }: Pick<Report, "failureClass">): number {
  return exitCodes[failureClass];
}
