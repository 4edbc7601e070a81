import { CancelledError } from "./errors.ts";

/** Aborts at the first SIGINT, SIGTERM or SIGHUP; those that follow change nothing, as the end is under way. */
export function untilSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (!controller.signal.aborted) controller.abort(new CancelledError(name));
    });
  }
  return controller.signal;
}
