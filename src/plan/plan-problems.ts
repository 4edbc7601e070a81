import type { Problem } from "../errors.ts";
import { pathCollisions } from "../inputs/output-template.ts";
import { collisionMessage } from "../inputs/rules.ts";
import type { PlannedBinary } from "./binaries.ts";
import type { Facts } from "./facts.ts";

/** What only shows once the packages are known. */
export function planProblems({ inputs, project }: Facts, binaries: readonly PlannedBinary[]): readonly Problem[] {
  const problems: Problem[] = pathCollisions(binaries).map((item) => ({
    input: "output",
    item,
    message: collisionMessage,
  }));
  const names = [...new Set(binaries.map(({ name }) => name))];
  if (inputs.main.length > 0 && names.length === 0) {
    const message = "no main package matches. Give its directory, for instance `./cmd/app`.";
    problems.push({ input: "main", item: inputs.main.join(", "), message });
  }
  if (inputs.gitToken !== undefined && !project.go.hasGit) {
    const message = `${project.goImage} has no git. Use an image with it, for instance golang:${project.go.version}.`;
    problems.push({ input: "git-token", message });
  }
  if (inputs.image.length === 0) return problems;
  if (names.length === 0) {
    problems.push({
      input: "image",
      message: "there is no main package to make an image of. Check `working-directory` and `main`.",
    });
  } else if (names.length > 1 && inputs.imageEntrypoint.length === 0) {
    const message = `the image would hold several programs (${names.join(", ")}). Name the one that it starts.`;
    problems.push({ input: "image-entrypoint", message });
  }
  return problems;
}
