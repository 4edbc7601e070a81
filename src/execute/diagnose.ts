import type { Container } from "../engine/engine.ts";
import type { EnvironmentError } from "../errors.ts";
import type { Log } from "../host/host.ts";
import type { Plan } from "../plan/plan.ts";
import { diskTrouble, isNetworkTrouble } from "../reading/trouble.ts";
import { fetchModules } from "./fetch-modules.ts";
import { isLate } from "./gate.ts";
import type { StepOutcome } from "./outcome.ts";

/**
 * Whether red steps are the machine's fault rather than the code's. What tests print can be anything: that a module
 * is missing is believed only once go, asked again, says so.
 */
export async function diagnose(
  steps: readonly StepOutcome[],
  plan: Plan,
  container: Container,
  log: Log,
): Promise<EnvironmentError | undefined> {
  if (steps.some(isLate)) return undefined;
  const findings = steps.flatMap(({ results }) => results.flatMap(({ reading }) => reading.findings));
  const messages = findings.map(({ message }) => message);
  const full = messages.map(diskTrouble).find((trouble) => trouble !== undefined);
  if (full !== undefined) return full;
  return messages.some(isNetworkTrouble) ? fetchModules(plan, container, log) : undefined;
}
