import { layout } from "../engine/layout.ts";
import { binaryPath } from "../inputs/output-template.ts";
import { type Target, targetName } from "../inputs/target.ts";
import type { Module, Package } from "../project/project.ts";
import type { Facts } from "./facts.ts";

/** A binary that the build step makes. */
export interface PlannedBinary {
  readonly name: string;
  readonly target: Target;
  readonly main: Package;
  readonly module: Module;
  /** Where it is built, relative to the scratch folder's `out`. */
  readonly builtAt: string;
  /** Its final path, relative to the workspace. */
  readonly path: string;
}

/** What to compile for: the input, else the engine's own platform. */
export function chosenTargets({ inputs, project }: Facts): readonly Target[] {
  return inputs.targets.length > 0 ? inputs.targets : [{ os: project.go.os, arch: project.go.arch, variant: "" }];
}

/** One binary per main package and target. */
export function plannedBinaries(facts: Facts): readonly PlannedBinary[] {
  const { inputs, project } = facts;
  return project.modules.flatMap((module) =>
    mainPackages(module, inputs.main).flatMap((main) =>
      chosenTargets(facts).map((target) => {
        const name = commandName(main.importPath);
        const path = binaryPath(inputs.output, name, target, project.version);
        const builtAt = `${builtIn(target)}/${name}${target.os === "windows" ? ".exe" : ""}`;
        return { name, target, main, module, builtAt, path };
      }),
    ),
  );
}

/** The main packages that `main` names by `./dir`, `./dir/...` or import path; all when it names none. */
function mainPackages(module: Module, wanted: readonly string[]): readonly Package[] {
  const mains = module.packages.filter(({ name }) => name === "main");
  return wanted.length === 0 ? mains : mains.filter((main) => wanted.some((pattern) => matches(pattern, main, module)));
}

function matches(pattern: string, { importPath, dir }: Package, module: Module): boolean {
  const inModule = module.dir === "." ? dir : dir.slice(module.dir.length + 1) || ".";
  const path = pattern.startsWith(".") ? inModule : importPath;
  const wanted = pattern === "." ? "." : pattern.replace(/^\.\//, "").replace(/\/$/, "");
  if (wanted === "...") return true;
  return wanted.endsWith("/...") ? `${path}/`.startsWith(wanted.slice(0, -3)) : path === wanted;
}

/** The last element of the import path that is no major version, as the go command names its output. */
function commandName(importPath: string): string {
  const parts = importPath.split("/").filter((part, i) => i === 0 || !/^v[2-9]\d*$|^v1\d+$/.test(part));
  return parts.at(-1) ?? importPath;
}

function builtIn(target: Target): string {
  return `bin/${targetName(target).replaceAll("/", "-")}`;
}

/** What `go build -o` is given, absolute in the container: a file for one binary, a folder for several of one target. */
export function outputArgument(binaries: readonly PlannedBinary[]): string {
  const [first] = binaries;
  if (first === undefined) throw new Error("no binary to build");
  return `${layout.out}/${binaries.length === 1 ? first.builtAt : `${builtIn(first.target)}/`}`;
}
