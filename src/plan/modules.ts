import type { Module, Project } from "../project/project.ts";
import { can } from "./capabilities.ts";
import type { Facts } from "./facts.ts";
import type { Task } from "./step.ts";

/** The module in whose directory a task runs. */
export function moduleOf(task: Task, project: Project): Module {
  const found = project.modules.find(({ containerDir }) => containerDir === task.workdir);
  if (found === undefined) throw new Error(`no module at ${task.workdir}`);
  return found;
}

/** A reason to skip: there is nothing to look at. Inspection has already refused a run without any package. */
export function noPackages({ project }: Facts): string | undefined {
  return project.modules.some(({ packages }) => packages.length > 0) ? undefined : "no packages";
}

/** What the go command is given as packages. Go 1.8's `./...` takes vendor in; there, each one is named. */
export function packageArguments(module: Module, { inputs, project }: Facts): readonly string[] {
  return can(project.go, "./... without vendor")
    ? inputs.packages
    : module.packages.map(({ importPath }) => importPath);
}

/** `-tags`: divided by spaces before Go 1.13, by commas since. */
export function tagArguments({ inputs, project }: Facts): readonly string[] {
  if (inputs.buildTags.length === 0) return [];
  return ["-tags", inputs.buildTags.join(can(project.go, "-tags by commas") ? "," : " ")];
}

/** Whether the container sees a repository that go can ask for its version stamp. */
export function hasStamp({ locks }: Pick<Project, "locks">): boolean {
  return locks.some(({ kind }) => kind === "mirror");
}

/**
 * What each go command gets beside the container's environment: a module cache that its owner can delete again, and where
 * there is no repository to ask no wish to do so, also in the go commands that tests start.
 */
export function goEnv({ inputs, project }: Facts): Readonly<Record<string, string>> {
  if (project.mode === "gopath" || !can(project.go, "-modcacherw")) return {};
  const own = inputs.env.find(({ name }) => name === "GOFLAGS");
  if (own !== undefined && own.value === undefined) return {};
  const unstamped = !hasStamp(project) && can(project.go, "build -buildvcs");
  const flags = [own?.value, "-modcacherw", unstamped ? "-buildvcs=false" : undefined];
  return { GOFLAGS: flags.filter(Boolean).join(" ") };
}
