import { InputError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import { type PlannedBinary, plannedBinaries } from "./binaries.ts";
import type { Facts } from "./facts.ts";
import { type Fetch, fetches } from "./fetch.ts";
import { type ImagePlan, planImage } from "./image.ts";
import { moduleOf } from "./modules.ts";
import { pipeline } from "./pipeline.ts";
import { planProblems, unknownStages } from "./plan-problems.ts";
import type { Step, Task } from "./step.ts";

export type PlannedStep =
  | { readonly step: Step; readonly tasks: readonly Task[] }
  | { readonly step: Step; readonly skipped: string };

/** What will happen, in order. Functions vanish in JSON, so `--dry-run` prints it as it is. */
export interface Plan {
  readonly facts: Facts;
  /** What downloads the modules, for when that has to be done, or seen to work, apart from the steps. */
  readonly fetches: readonly Fetch[];
  readonly steps: readonly PlannedStep[];
  readonly binaries: readonly PlannedBinary[];
  readonly image: ImagePlan | undefined;
}

/** Of several modules, each command says in which one it runs. */
function placed(task: Task, project: Project): Task {
  return project.modules.length < 2 ? task : { ...task, title: `${task.title} (in ${moduleOf(task, project).dir})` };
}

/** Decides everything, does nothing. Throws InputError for what only the packages show to be wrong. */
export function makePlan(facts: Facts): Plan {
  const steps = pipeline.map((step): PlannedStep => {
    const skipped = facts.inputs.steps.includes(step.name) ? step.skip(facts) : "not in `steps`";
    return skipped === undefined
      ? { step, tasks: step.tasks(facts).map((task) => placed(task, facts.project)) }
      : { step, skipped };
  });
  const binaries = facts.inputs.steps.includes("build") ? plannedBinaries(facts) : [];
  const problems = planProblems(facts, binaries);
  if (problems.length > 0) throw new InputError(problems);
  const image = planImage(facts, binaries);
  const unknown = unknownStages(image);
  if (unknown.length > 0) throw new InputError(unknown);
  return { facts, fetches: fetches(facts), steps, binaries, image };
}
