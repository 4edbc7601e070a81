import type { EngineFacts } from "../engine/engine.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Project } from "../project/project.ts";

/** All that a decision may use. */
export interface Facts {
  readonly inputs: Inputs;
  readonly project: Project;
  readonly engine: EngineFacts;
}
