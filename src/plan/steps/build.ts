import { type Target, targetEnv, targetName } from "../../inputs/target.ts";
import { fillTemplate } from "../../inputs/template.ts";
import { diagnosticsReader } from "../../reading/diagnostics-reader.ts";
import { chosenTargets, outputArgument, type PlannedBinary, plannedBinaries } from "../binaries.ts";
import { can } from "../capabilities.ts";
import type { Facts } from "../facts.ts";
import { goEnv, hasStamp, moduleOf, noPackages, packageArguments, tagArguments } from "../modules.ts";
import { sourceMap } from "../source-map.ts";
import type { Step, Task } from "../step.ts";

/** One binary per main package and target; a module without commands is compiled for each target. */
export const build: Step = {
  name: "build",
  kind: "product",
  skip: noPackages,
  tasks: (facts) => {
    const groups = commandGroups(facts).flatMap((binaries) => {
      const [first] = binaries;
      if (first === undefined) return [];
      const { target, module } = first;
      const packages = binaries.map(({ main }) => main.importPath);
      const command = ["go", "build", ...buildFlags(facts), "-o", outputArgument(binaries), ...packages];
      const names = binaries.map(({ name }) => name).join(", ");
      return task(`${targetName(target)} ${names}`, command, module.containerDir, target, facts);
    });
    return groups.length > 0 ? groups : compileOnly(facts);
  },
  reader: (task, { project }) => diagnosticsReader("compile", sourceMap(moduleOf(task, project))),
};

/** Since Go 1.14 one command links all programs of a target, and reads their packages once. */
function commandGroups(facts: Facts): readonly (readonly PlannedBinary[])[] {
  const together = can(facts.project.go, "build -o of a folder");
  const key = ({ module, target, main }: PlannedBinary) =>
    [module.dir, targetName(target), together ? "" : main.importPath].join("\0");
  return [...Map.groupBy(plannedBinaries(facts), key).values()];
}

function compileOnly(facts: Facts): readonly Task[] {
  return facts.project.modules.flatMap((module) =>
    chosenTargets(facts).map((target) => {
      const command = ["go", "build", ...buildFlags(facts), ...packageArguments(module, facts)];
      return task(`${targetName(target)} (no commands)`, command, module.containerDir, target, facts);
    }),
  );
}

function task(title: string, command: readonly string[], workdir: string, target: Target, facts: Facts): Task {
  const env = { ...goEnv(facts), ...targetEnv(target), CGO_ENABLED: facts.inputs.cgo ? "1" : "0" };
  return { step: "build", title: `go build ${title}`, command, workdir, env };
}

/** What `go build` is given, but for the output and the package. */
export function buildFlags(facts: Facts): readonly string[] {
  const { inputs, project } = facts;
  const ldflags = fillTemplate(inputs.ldflags, {
    version: project.version,
    commit: project.git.sha,
    date: project.git.commitDate,
  });
  return [
    ...(inputs.trimpath && can(project.go, "build -trimpath") ? ["-trimpath"] : []),
    // Of another repository git cannot be asked in the container, as it is not there, or could be made to do harm.
    ...(!hasStamp(project) && can(project.go, "build -buildvcs") ? ["-buildvcs=false"] : []),
    ...(!inputs.cgo && !can(project.go, "a build cache") ? ["-installsuffix", "cgo"] : []),
    ...tagArguments(facts),
    ...(ldflags === "" ? [] : ["-ldflags", ldflags]),
    ...inputs.buildFlags,
  ];
}
