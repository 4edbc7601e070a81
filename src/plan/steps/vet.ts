import { diagnosticsReader } from "../../reading/diagnostics-reader.ts";
import { shellLine } from "../../shell-word.ts";
import { goEnv, moduleOf, noPackages, packageArguments, tagArguments } from "../modules.ts";
import { sourceMap } from "../source-map.ts";
import type { Step, Task } from "../step.ts";

/** Does vet object? */
export const vet: Step = {
  name: "vet",
  kind: "check",
  skip: noPackages,
  tasks: (facts) =>
    facts.project.modules
      .filter(({ packages }) => packages.length > 0)
      .map((module): Task => {
        const command = ["go", "vet", ...tagArguments(facts), ...packageArguments(module, facts)];
        return { step: "vet", title: shellLine(command), command, workdir: module.containerDir, env: goEnv(facts) };
      }),
  reader: (task, { project }) => diagnosticsReader("vet", sourceMap(moduleOf(task, project))),
};
