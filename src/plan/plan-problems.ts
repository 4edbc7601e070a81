import type { Problem } from "../errors.ts";
import { pathCollisions } from "../inputs/output-template.ts";
import { collisionMessage } from "../inputs/rules.ts";
import { type Target, targetName, variantVariable } from "../inputs/target.ts";
import type { Go } from "../project/project.ts";
import type { PlannedBinary } from "./binaries.ts";
import { variableSince } from "./capabilities.ts";
import type { Facts } from "./facts.ts";

/** Go takes no note of a variable that it does not know: the binary would not be what its name says. */
function unknownVariant(target: Target, go: Go): readonly Problem[] {
  const variable = variantVariable(target) ?? "";
  const since = variableSince(go, variable);
  if (since === undefined) return [];
  const message = `Go ${go.version} does not know ${variable}, which came with ${since}. Leave the variant out, or take a newer Go.`;
  return [{ input: "targets", item: targetName(target), message }];
}

/** What only shows once the packages are known. */
export function planProblems(
  { inputs, project, engine }: Facts,
  binaries: readonly PlannedBinary[],
): readonly Problem[] {
  const problems: Problem[] = pathCollisions(binaries).map((item) => ({
    input: "output",
    item,
    message: collisionMessage,
  }));
  problems.push(...inputs.targets.flatMap((target) => unknownVariant(target, project.go)));
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
  if (inputs.imageSecrets.length > 0 && engine.imageBuilder === "legacy") {
    const message = "this engine's builder mounts none. Install docker's buildx plugin.";
    problems.push({ input: "image-secrets", message });
  }
  if (names.length === 0) {
    problems.push({
      input: "image",
      message: "there is no main package to make an image of. Check `working-directory` and `main`.",
    });
  } else if (project.dockerfile === undefined && names.length > 1 && inputs.imageEntrypoint.length === 0) {
    const message = `the image would hold several programs (${names.join(", ")}). Name the one that it starts.`;
    problems.push({ input: "image-entrypoint", message });
  }
  return problems;
}
