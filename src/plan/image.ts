import { binaryDockerfile, sourceDockerfile } from "../image/dockerfile.ts";
import { imageLabels } from "../image/labels.ts";
import { type RootFiles, rootFiles } from "../image/root-files.ts";
import { tagFlavor } from "../image/tag-flavor.ts";
import { imageTags } from "../image/tags.ts";
import type { ImageFile } from "../inputs/fields.ts";
import type { ImageRef } from "../inputs/image-ref.ts";
import { type Target, targetName, targetPlatform } from "../inputs/target.ts";
import { chosenTargets, type PlannedBinary } from "./binaries.ts";
import type { Facts } from "./facts.ts";
import { buildFlags } from "./steps/build.ts";

/** One call of the image builder: several platforms at once only where the engine can. */
export interface PlannedImageBuild {
  readonly platforms: readonly string[];
  readonly dockerfile: string;
}

/** The image that a green run publishes. */
export interface ImagePlan {
  readonly kind: "binary" | "source";
  readonly names: readonly ImageRef[];
  /** The first is the main one. */
  readonly tags: readonly string[];
  readonly builds: readonly PlannedImageBuild[];
  /** What goes into the context beside the Dockerfile. */
  readonly rootFiles: RootFiles;
  readonly files: readonly ImageFile[];
  readonly push: boolean;
  readonly notes: readonly string[];
}

/** Decides about the image; undefined when none is asked for. */
export function planImage(facts: Facts, binaries: readonly PlannedBinary[]): ImagePlan | undefined {
  const { inputs, project, engine } = facts;
  if (inputs.image.length === 0) return undefined;
  const { tags, version, notes } = imageTags(inputs.imageTags, project.git, tagFlavor(inputs.imageFlavor));
  const wanted = imageTargets(facts);
  // Without a push the image stays in the engine, which holds one platform only unless it has the containerd store.
  const targets =
    inputs.push || engine.multiPlatform
      ? wanted
      : wanted.filter((target) => targetPlatform(target) === engine.platform);
  const left = wanted.filter((target) => !targets.includes(target)).map(targetName);
  const groups = engine.multiPlatform ? [targets] : targets.map((target) => [target]);
  return {
    kind: inputs.imageBuild,
    names: inputs.image,
    tags,
    builds: groups.map((group) => ({
      platforms: group.map(targetPlatform),
      dockerfile: dockerfile(facts, binaries, group, version),
    })),
    rootFiles: rootFiles(inputs.imageUser),
    files: inputs.imageFiles,
    push: inputs.push,
    notes: [...notes, ...notMade(left), ...(project.hasDockerfile ? [ownDockerfile] : [])],
  };
}

const ownDockerfile =
  "The image is built from the generated Dockerfile, shown in the summary; the repository's own is not taken up yet.";

function notMade(left: readonly string[]): readonly string[] {
  if (left.length === 0) return [];
  return [`The engine keeps images of its own platform only: ${left.join(", ")} is made when pushed.`];
}

function imageTargets(facts: Facts): readonly Target[] {
  const { imagePlatforms } = facts.inputs;
  const linux = chosenTargets(facts).filter(({ os }) => os === "linux");
  if (imagePlatforms.length === 0) return linux;
  const wanted = imagePlatforms.map(targetPlatform);
  return linux.filter((target) => wanted.includes(targetPlatform(target)));
}

function dockerfile(
  facts: Facts,
  binaries: readonly PlannedBinary[],
  targets: readonly Target[],
  version: string,
): string {
  const { inputs, project, engine } = facts;
  const names = [...new Set(binaries.map(({ name }) => name))];
  const final = {
    base: inputs.imageBase,
    certificates: inputs.caCertificates !== undefined,
    entrypoint: inputs.imageEntrypoint,
    cmd: inputs.imageCmd,
    user: inputs.imageUser,
    labels: imageLabels(project.git, version, inputs.imageLabels),
    files: inputs.imageFiles.map(({ to }, i) => ({ from: String(i), to })),
  };
  const [only] = targets;
  if (inputs.imageBuild === "binary") {
    const platformPath = engine.multiPlatform || only === undefined ? "${TARGETPLATFORM}" : targetPlatform(only);
    return binaryDockerfile({ ...final, platformPath, binaries: names });
  }
  const [module] = project.modules;
  return sourceDockerfile({
    ...final,
    goImage: project.goImage,
    buildkit: engine.multiPlatform,
    targets,
    source: module === undefined || module.dir === "." ? "source" : `source/${module.dir}`,
    moduleFiles: project.mode === "module" && module?.dir === "." ? project.moduleFiles : [],
    importPath: project.importPath,
    flags: buildFlags(facts),
    commands: uniqueByName(binaries).map(({ name, main }) => ({ name, package: main.importPath })),
  });
}

function uniqueByName(binaries: readonly PlannedBinary[]): readonly PlannedBinary[] {
  return [...new Map(binaries.map((binary) => [binary.name, binary])).values()];
}
