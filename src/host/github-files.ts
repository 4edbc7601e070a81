import * as core from "@actions/core";
import { OutputError } from "../errors.ts";
import type { Outputs } from "../report/outputs.ts";
import type { Log } from "./host.ts";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Hands the outputs over, by the runner's file alone: what stands in the log could be anybody's. Throws OutputError
 * when there is a file and it cannot be written.
 */
export function writeOutputs(outputs: Outputs, env: Env, log: Log): void {
  if (!env["GITHUB_OUTPUT"]) {
    log.warning("There is no GITHUB_OUTPUT: this runner cannot take the outputs.");
    return;
  }
  try {
    // A zero byte ends the runner's text.
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value.replaceAll("\0", ""));
  } catch (error) {
    throw new OutputError(
      `The outputs could not be handed to the runner: ${error instanceof Error ? error.message : String(error)}`,
      "Something removed or locked the file that GITHUB_OUTPUT names. Look at the steps that run beside this one.",
    );
  }
}

/** Writes the job summary. Without one the run says no less, so that its faults are a warning. */
export async function writeSummary(markdown: string, env: Env, log: Log): Promise<void> {
  if (!env["GITHUB_STEP_SUMMARY"]) return;
  try {
    await core.summary.addRaw(markdown, true).write();
  } catch (error) {
    log.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
