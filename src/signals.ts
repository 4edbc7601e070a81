import { spawn } from "node:child_process";
import { constants } from "node:os";
import { plainEnv } from "./engine/process-env.ts";
import { within } from "./engine/within.ts";
import { CancelledError } from "./errors.ts";

const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Milliseconds from a signal to the end of the run, whatever hangs. A runner ends us by force after 10 s. */
const longestEnd = 5_000;

/** Milliseconds for what is still open then, such as a stream that nobody reads. */
const lastMoment = 500;

/** Aborts at the first SIGINT, SIGTERM or SIGHUP; those that follow change nothing, as the end is under way. */
export function untilSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of names) {
    process.on(name, () => {
      if (!controller.signal.aborted) controller.abort(new CancelledError(name));
    });
  }
  return controller.signal;
}

/**
 * Waits for a run; after a signal, not longer than its end may take. What it was doing then is given up: the janitor cleans
 * up after it.
 */
export async function endedBy<T>(run: Promise<T>, signal: AbortSignal): Promise<T | CancelledError> {
  const aborted = Promise.withResolvers<void>();
  const stop = () => aborted.resolve();
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop);
  await Promise.race([run.catch(() => undefined), aborted.promise]);
  signal.removeEventListener("abort", stop);
  if (!signal.aborted || (await within(longestEnd, run))) return run;
  return signal.reason as CancelledError;
}

/** After a signal, ends this process also where something holds it: a call of the system's that does not come back. */
export function leave(exitCode: number, signal: AbortSignal): void {
  process.exitCode = exitCode;
  if (!signal.aborted) return;
  const { signal: name } = signal.reason as CancelledError;
  const force = () => {
    for (const one of names) process.removeAllListeners(one);
    // Node waits for its threads before it exits, and one of them may hang.
    const killer = ["-c", 'sleep 1; kill -s "$1" "$2"', "sh", `${constants.signals[name]}`, `${process.pid}`];
    spawn("sh", killer, { env: plainEnv(), detached: true, stdio: "ignore" }).unref();
    process.exit(exitCode);
  };
  // Not reached where nothing is open any more.
  setTimeout(force, lastMoment).unref();
}
