import { gofmtReader } from "../../reading/gofmt-reader.ts";
import { moduleOf, noPackages } from "../modules.ts";
import { sourceMap } from "../source-map.ts";
import type { Step, Task } from "../step.ts";

const filesPerCommand = 500;

/** Is the source formatted? `gofmt -l` exits 0 whatever it finds, so that the diff decides, not the exit code. */
export const fmt: Step = {
  name: "fmt",
  kind: "check",
  skip: noPackages,
  tasks: ({ project }) =>
    project.modules.flatMap(({ containerDir, packages }) =>
      chunks(packages.flatMap(({ files }) => files)).map(
        (files): Task => ({
          step: "fmt",
          title: files.length === 1 ? `gofmt -d ${files[0]}` : `gofmt -d (${files.length} files)`,
          command: ["gofmt", "-d", ...files.map((file) => (file.startsWith("-") ? `./${file}` : file))],
          workdir: containerDir,
          env: {},
        }),
      ),
    ),
  reader: (task, { project }) => gofmtReader(sourceMap(moduleOf(task, project))),
};

function chunks(files: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(files.length / filesPerCommand);
  return Array.from({ length: count }, (_, i) => files.slice(i * filesPerCommand, (i + 1) * filesPerCommand));
}
