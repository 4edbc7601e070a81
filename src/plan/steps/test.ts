import { layout, profileName } from "../../engine/layout.ts";
import type { Module } from "../../project/project.ts";
import { testJsonReader } from "../../reading/test-json-reader.ts";
import { testTextReader } from "../../reading/test-text-reader.ts";
import { shellLine } from "../../shell-word.ts";
import { can } from "../capabilities.ts";
import type { Facts } from "../facts.ts";
import { goEnv, moduleOf, noPackages, packageArguments, tagArguments } from "../modules.ts";
import { sourceMap } from "../source-map.ts";
import type { Step, Task } from "../step.ts";

/** Do the tests pass, and what do they cover? */
export const test: Step = {
  name: "test",
  kind: "check",
  skip: noPackages,
  tasks: (facts) =>
    facts.project.modules
      .filter(({ packages }) => packages.length > 0)
      .flatMap((module) => packageGroups(module, facts).map((packages) => ({ module, packages })))
      .map(({ module, packages }, index) => task(module, packages, index, facts)),
  reader: (task, { project }) => {
    const source = sourceMap(moduleOf(task, project));
    return can(project.go, "test -json") ? testJsonReader(source) : testTextReader(source);
  },
};

function packageGroups(module: Module, facts: Facts): readonly (readonly string[])[] {
  if (!facts.inputs.coverage || can(facts.project.go, "a profile of several packages"))
    return [packageArguments(module, facts)];
  return module.packages.map(({ importPath }) => [importPath]);
}

function task(module: Module, packages: readonly string[], index: number, facts: Facts): Task {
  const { inputs, project } = facts;
  const profile = inputs.coverage ? profileName(index) : undefined;
  const command = testCommand(facts, profile, packages, []);
  return {
    step: "test",
    title: shellLine(command),
    command,
    workdir: module.containerDir,
    env: { ...goEnv(facts), ...(inputs.race ? { CGO_ENABLED: "1" } : {}) },
    ...(profile === undefined ? {} : { profile }),
    ...(streams(packages, facts) ? { oneStream: true } : {}),
    ...(can(project.go, "test -json") ? { recordStdout: "test.jsonl" } : {}),
  };
}

/** Before Go 1.10, the test of a single package writes by itself: a panic to one stream, its test's end to the other. */
export function streams([one = "", ...others]: readonly string[], { project }: Facts): boolean {
  const single =
    others.length === 0 && (!one.includes("...") || project.modules.every(({ packages }) => packages.length < 2));
  return single && !can(project.go, "test -json");
}

/** `only`: flags that stand against those of `test-args`, but before what those hand to the tests themselves. */
export function testCommand(
  { inputs, ...facts }: Facts,
  profile: string | undefined,
  packages: readonly string[],
  only: readonly string[],
): readonly string[] {
  const { go } = facts.project;
  const handed = inputs.testArgs.findIndex((word) => /^--?args$/.test(word));
  const flags = handed < 0 ? inputs.testArgs : inputs.testArgs.slice(0, handed);
  return [
    "go",
    "test",
    can(go, "test -json") ? "-json" : "-v",
    ...(inputs.race ? ["-race"] : []),
    ...(profile === undefined ? [] : [`-coverprofile=${layout.out}/${profile}`]),
    // The vet step looks at everything that go's own vetting of tests looks at: once is enough.
    ...(can(go, "test -vet") && inputs.steps.includes("vet") ? ["-vet=off"] : []),
    `-timeout=${inputs.timeout / 1000}s`,
    ...tagArguments({ inputs, ...facts }),
    ...packages,
    ...flags,
    ...only,
    ...inputs.testArgs.slice(flags.length),
  ];
}
