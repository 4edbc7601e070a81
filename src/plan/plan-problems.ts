import type { EngineFacts } from "../engine/engine.ts";
import type { Problem } from "../errors.ts";
import { stageNames } from "../image/dockerfile-stages.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { pathCollisions } from "../inputs/output-template.ts";
import { collisionMessage } from "../inputs/rules.ts";
import { type Target, targetName, variantVariable } from "../inputs/target.ts";
import type { Go } from "../project/project.ts";
import type { PlannedBinary } from "./binaries.ts";
import { variableSince } from "./capabilities.ts";
import type { Facts } from "./facts.ts";
import type { ImagePlan } from "./image.ts";

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
  return inputs.image.length === 0
    ? problems
    : [...problems, ...builderProblems(inputs, engine), ...programProblems(names, { inputs, project })];
}

/** What the engine's builder cannot do. */
function builderProblems(inputs: Inputs, { multiPlatform, imageBuilder }: EngineFacts): readonly Problem[] {
  const none = "this engine makes none: it takes buildx and the containerd image store. Turn that on, or leave it out.";
  const attestations = (["provenance", "sbom"] as const).filter((input) => inputs[input] && !multiPlatform);
  const mounts = inputs.imageSecrets.length > 0 && imageBuilder === "legacy";
  return [
    ...attestations.map((input) => ({ input, message: none })),
    ...(mounts
      ? [{ input: "image-secrets", message: "this engine's builder mounts none. Install docker's buildx plugin." }]
      : []),
    ...(inputs.imageExtract.length > 0 && imageBuilder === "legacy"
      ? [{ input: "image-extract", message: "this engine's builder gives no files. Install docker's buildx plugin." }]
      : []),
  ];
}

/** `image-extract` names stages, and only a Dockerfile tells which there are. */
export function unknownStages(image: ImagePlan | undefined): readonly Problem[] {
  const [build] = image?.builds ?? [];
  if (image === undefined || build === undefined || image.extracts.length === 0) return [];
  const names = stageNames(build.dockerfile);
  return image.extracts
    .filter(({ stage }) => !names.includes(stage.toLowerCase()))
    .map(({ stage }) => ({
      input: "image-extract",
      item: stage,
      message: `the Dockerfile has no stage of that name. It has ${names.join(", ") || "none with a name"}.`,
    }));
}

function programProblems(
  names: readonly string[],
  { inputs, project }: Pick<Facts, "inputs" | "project">,
): readonly Problem[] {
  // An own Dockerfile starts what it wants, and may need none of the binaries.
  if (project.dockerfile !== undefined) return [];
  if (names.length === 0) {
    const message = "there is no main package to make an image of. Check `working-directory` and `main`.";
    return [{ input: "image", message }];
  }
  if (names.length === 1 || inputs.imageEntrypoint.length > 0) return [];
  const message = `the image would hold several programs (${names.join(", ")}). Name the one that it starts.`;
  return [{ input: "image-entrypoint", message }];
}
