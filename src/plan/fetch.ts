import { type Target, targetEnv, targetName } from "../inputs/target.ts";
import type { Module } from "../project/project.ts";
import { shellLine } from "../shell-word.ts";
import { chosenTargets } from "./binaries.ts";
import { can } from "./capabilities.ts";
import type { Facts } from "./facts.ts";
import { goEnv, packageArguments, tagArguments } from "./modules.ts";

/** A command that makes go download modules, and nothing else. */
export interface Fetch {
  readonly title: string;
  readonly command: readonly string[];
  /** Absolute, in the container. */
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * What brings in every module that the steps need, and no other: go has to read all packages to list what they import.
 * Where modules are vendored, it needs no network to do so. Before Go 1.11 there are no modules.
 */
export function fetches(facts: Facts): readonly Fetch[] {
  const { project, inputs } = facts;
  if (project.mode === "gopath" || !can(project.go, "modules")) return [];
  const others = inputs.steps.includes("build") ? chosenTargets(facts).filter((target) => !isOwn(target, facts)) : [];
  const systems = [...Map.groupBy(others, ({ os, arch }) => `${os}/${arch}`).values()].flatMap(([one]) => one ?? []);
  return project.modules
    .filter(({ packages }) => packages.length > 0)
    .flatMap((module) => [
      fetch(module, ["-test"], "", {}, facts),
      ...systems.map((target) => fetch(module, [], ` for ${targetName(target)}`, targetEnv(target), facts)),
    ]);
}

function isOwn({ os, arch }: Target, { project: { go } }: Facts): boolean {
  return os === go.os && arch === go.arch;
}

function fetch(
  module: Module,
  flags: readonly string[],
  suffix: string,
  env: Readonly<Record<string, string>>,
  facts: Facts,
): Fetch {
  // Before Go 1.20 a list asks the repository's program for a version stamp, too: the token is still there.
  const unstamped = can(facts.project.go, "build -buildvcs") ? ["-buildvcs=false"] : [];
  const command = [
    "go",
    "list",
    "-deps",
    ...unstamped,
    ...flags,
    ...tagArguments(facts),
    ...packageArguments(module, facts),
  ];
  return {
    title: `${shellLine(command)}${suffix}`,
    command,
    workdir: module.containerDir,
    env: { ...goEnv(facts), ...env },
  };
}
