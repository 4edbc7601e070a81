import { posix } from "node:path";
import type { Container } from "../engine/engine.ts";
import { ContainerError, InputError, type Problem } from "../errors.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { diskTrouble, moduleTrouble } from "../reading/trouble.ts";
import { probeCommand, probeProblems, readProbe } from "./probe.ts";
import type { Project, Workspace } from "./project.ts";

/** The pairs that every Go from 1.8 on compiles for: the others are looked up in the image's own list. */
const always = ["linux/amd64", "linux/arm64", "linux/386", "linux/arm", "windows/amd64", "windows/386", "darwin/amd64"];

const probeDeadline = 5 * 60_000;

/** Characters. */
const longestAnswer = 128 * 2 ** 20;
const endless = "go lists more than 128 MiB of packages. Name those that are to be checked.";

/** Asks the golang image, in the container that will run everything else. `env`: for what go has to download for it. */
export async function inspectProject(
  container: Container,
  workspace: Workspace,
  inputs: Inputs,
  env: Readonly<Record<string, string>>,
): Promise<Project> {
  const pairs = [...new Set(inputs.targets.map(({ os, arch }) => `${os}/${arch}`))].filter(
    (pair) => !always.includes(pair),
  );
  const answers = [];
  for (const dir of workspace.moduleDirs)
    answers.push(await probe(container, workspace, dir, inputs, pairs.length > 0, env));
  const [first] = answers;
  if (first === undefined) throw new Error("no module directory was inspected");
  const modules = answers.map(({ module }) => module);
  const problems = probeProblems(first.go, modules, {
    packages: inputs.packages,
    pairs,
    race: inputs.race,
    coverage: inputs.coverage && inputs.steps.includes("test"),
  });
  if (problems.length > 0) throw new InputError(problems);
  return { ...workspace, go: first.go, modules };
}

async function probe(
  container: Container,
  workspace: Workspace,
  dir: string,
  inputs: Inputs,
  wantsPairs: boolean,
  env: Readonly<Record<string, string>>,
) {
  const output = { stdout: "", stderr: "" };
  let tooLong = false;
  const command = {
    command: probeCommand(inputs.packages, wantsPairs),
    workdir: posix.join(workspace.containerPath, dir),
    env,
    alone: true,
  };
  const end = await container.run(
    command,
    (stream, text) => {
      tooLong ||= output[stream].length + text.length > longestAnswer;
      if (!tooLong) output[stream] += text;
    },
    probeDeadline,
  );
  if (tooLong) throw new InputError([{ input: "packages", item: inputs.packages.join(", "), message: endless }]);
  if (end.timedOut) {
    throw new ContainerError(
      "The golang image did not answer within 5 minutes.",
      "Look after the engine, and run again.",
    );
  }
  const full = end.exitCode === 0 ? undefined : diskTrouble(output.stderr);
  if (full !== undefined) throw full;
  const missing = end.exitCode === 0 ? undefined : moduleTrouble(output.stderr);
  if (missing !== undefined) throw missing;
  // `go list -e` fails only when it cannot read the module at all: go.mod is broken, or wants a newer Go.
  if (end.exitCode !== 0) {
    throw new InputError([unreadable(output.stderr, dir)]);
  }
  return readProbe(output.stdout, workspace, dir);
}

/** What an older Go says of a go.mod for a newer one, and a newer Go, which knows better. */
const forNewer = /requires go >= |invalid go version|unknown directive: (?:toolchain|godebug|tool|ignore)/;

function unreadable(stderr: string, dir: string): Problem {
  return { input: forNewer.test(stderr) ? "go-version" : "working-directory", message: explain(stderr, dir) };
}

function explain(stderr: string, dir: string): string {
  const line = stderr.trim().split("\n").at(-1) ?? "";
  const newer = /requires go >= (\S+)/.exec(stderr)?.[1];
  if (newer !== undefined) {
    return `the module in ${dir} wants Go ${newer}, which is newer than the image's. Set \`go-version: ${newer}\`, or lower the \`go\` line of go.mod.`;
  }
  if (forNewer.test(line))
    return `the go.mod in ${dir} is written for a newer Go than the image's: ${line.slice(0, 500)}. Set \`go-version\` to the one that its \`go\` line names, or take out what the older one does not know.`;
  return `the go command cannot read the module in ${dir}: ${line.slice(0, 500)}`;
}
