import { gofmtReader } from "../../reading/gofmt-reader.ts";
import { isOddName } from "../../reading/odd-names.ts";
import { shellFile } from "../../shell-word.ts";
import type { Facts } from "../facts.ts";
import { moduleOf, noPackages } from "../modules.ts";
import { sourceMap } from "../source-map.ts";
import type { Step, Task } from "../step.ts";

const filesPerCommand = 500;

/** Is the source formatted? `gofmt -l` exits 0 whatever it finds, so that the diff decides, not the exit code. */
export const fmt: Step = {
  name: "fmt",
  kind: "check",
  skip: (facts) => noPackages(facts) ?? noFiles(facts),
  tasks: ({ project }) =>
    project.modules.flatMap(({ containerDir, packages }) =>
      groups(packages.flatMap(({ files }) => files)).map(
        (files): Task => ({
          step: "fmt",
          title: files.length === 1 ? `gofmt -d ${shellFile(files[0] ?? "")}` : `gofmt -d (${files.length} files)`,
          command: ["gofmt", "-d", ...files.map((file) => (file.startsWith("-") ? `./${file}` : file))],
          workdir: containerDir,
          env: {},
        }),
      ),
    ),
  reader: (task, { project }) =>
    gofmtReader(sourceMap(moduleOf(task, project)), task.command.slice(2).filter(isOddName)),
};

/** Packages of others alone: without a file, nothing would be looked at. */
function noFiles({ project }: Facts): string | undefined {
  const packages = project.modules.flatMap((module) => module.packages);
  return packages.some(({ files }) => files.length > 0) ? undefined : "no Go files of the workspace";
}

/** Alone, a file whose name the output does not tell is known all the same. */
const mostAlone = 20;

function groups(files: readonly string[]): readonly (readonly string[])[] {
  const odd = files.filter(isOddName);
  const plain = files.filter((file) => !isOddName(file));
  return [...chunks(plain, filesPerCommand), ...chunks(odd, odd.length > mostAlone ? filesPerCommand : 1)];
}

function chunks(files: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(files.length / size) }, (_, i) => files.slice(i * size, (i + 1) * size));
}
