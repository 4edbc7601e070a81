import { realpath } from "node:fs/promises";
import { posix } from "node:path";
import type { Container } from "../engine/engine.ts";
import { exists } from "../files/exists.ts";
import { can } from "../plan/capabilities.ts";
import type { Plan, PlannedStep } from "../plan/plan.ts";
import type { Task } from "../plan/step.ts";
import type { Project } from "../project/project.ts";

/** By these go knows a repository, and starts its program, which does what the repository says. */
const roots = [".git", ".hg", ".svn", ".bzr", "_FOSSIL_", ".fslckout"];

/**
 * The steps, with go kept from its version stamp wherever it would ask another repository than the mirror: the program of
 * that one would start what the project wants while the products are made.
 */
export async function withStamps(
  steps: readonly PlannedStep[],
  { facts: { project } }: Plan,
  container: Pick<Container, "copied">,
): Promise<readonly PlannedStep[]> {
  if (!can(project.go, "build -buildvcs")) return steps;
  const unsafe = new Set<string>();
  // Of a copy only its container knows what lies in it.
  for (const { dir, containerDir } of project.modules)
    if (container.copied || !(await isSafe(project, dir))) unsafe.add(containerDir);
  return steps.map((planned) =>
    "tasks" in planned
      ? { ...planned, tasks: planned.tasks.map((task) => (unsafe.has(task.workdir) ? unstamped(task) : task)) }
      : planned,
  );
}

/**
 * From a module's folder upwards there is no repository but the mirrored one. Where a link is on the way, go would look
 * upwards from where it leads.
 */
async function isSafe({ path, locks }: Project, dir: string): Promise<boolean> {
  const folder = posix.join(path, dir).replace(/(?<=.)\/$/, "");
  if ((await realpath(folder).catch(() => "")) !== folder) return false;
  const mirrored = locks.find(({ kind }) => kind === "mirror")?.path;
  let found = false;
  for (let at = dir; ; at = posix.dirname(at)) {
    found ||= posix.join(at, ".git") === mirrored;
    // Git takes the nearest one.
    const others = roots.filter((name) => name !== ".git" || !found);
    const there = await Promise.all(others.map((name) => exists(posix.join(path, at, name))));
    if (there.includes(true)) return false;
    if (at === ".") return found;
  }
}

function unstamped(task: Task): Task {
  const [go = "go", build = "build", ...rest] = task.command;
  // The last one of several counts.
  const others = rest.filter((word) => !/^--?buildvcs(=|$)/.test(word));
  return { ...task, command: [go, build, "-buildvcs=false", ...others] };
}
