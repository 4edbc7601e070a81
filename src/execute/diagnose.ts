import type { Container } from "../engine/engine.ts";
import type { EnvironmentError } from "../errors.ts";
import type { Log } from "../host/host.ts";
import type { Plan } from "../plan/plan.ts";
import { moduleTrouble } from "../reading/trouble.ts";
import { diskTroubleOf } from "./disk-trouble.ts";
import { fetchModules } from "./fetch-modules.ts";
import { isGreen, isLate } from "./gate.ts";
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
  if (steps.some(isLate) || steps.every(isGreen)) return undefined;
  const findings = steps.flatMap(({ results }) => results.flatMap(({ reading }) => reading.findings));
  const full = await diskTroubleOf(findings, container);
  if (full !== undefined) return full;
  return findings.some(({ message }) => moduleTrouble(message) !== undefined)
    ? fetchModules(plan, container, log)
    : undefined;
}
