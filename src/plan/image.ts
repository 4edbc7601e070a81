import { binaryDockerfile, sourceDockerfile } from "../image/dockerfile.ts";
import { imageLabels, type Labels } from "../image/labels.ts";
import { type RootFiles, rootFiles } from "../image/root-files.ts";
import { tagFlavor } from "../image/tag-flavor.ts";
import { imageTags } from "../image/tags.ts";
import type { ImageFile } from "../inputs/fields.ts";
import type { ImageSecret } from "../inputs/image-build.ts";
import type { ImageExtract } from "../inputs/image-extract.ts";
import type { ImageRef } from "../inputs/image-ref.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { generatedOnly } from "../inputs/rules.ts";
import { type Target, targetName, targetPlatform } from "../inputs/target.ts";
import { chosenTargets, type PlannedBinary } from "./binaries.ts";
import type { Facts } from "./facts.ts";
import { buildFlags } from "./steps/build.ts";

/** One call of the image builder: several platforms at once only where the engine can. */
export interface PlannedImageBuild {
  readonly platforms: readonly string[];
  readonly dockerfile: string;
}

interface OwnBuild {
  /** Of the Dockerfile, relative to the workspace and in the context. */
  readonly path: string;
  /** Undefined: the last one. */
  readonly stage: string | undefined;
  /** `NAME=value` */
  readonly args: readonly string[];
  readonly secrets: readonly ImageSecret[];
}

/** The image that a green run publishes. */
export interface ImagePlan {
  readonly kind: "binary" | "source" | "own";
  /** What else an own Dockerfile is built with. */
  readonly own: OwnBuild | undefined;
  readonly names: readonly ImageRef[];
  /** The first is the main one. */
  readonly tags: readonly string[];
  readonly builds: readonly PlannedImageBuild[];
  /** What goes into the context beside the Dockerfile. */
  readonly rootFiles: RootFiles;
  /** What is taken out of the Dockerfile's stages. */
  readonly extracts: readonly ImageExtract[];
  readonly files: readonly ImageFile[];
  readonly labels: Labels;
  /** What the engine's own platform's image is tried out with before any tag leads to it; undefined for no trial. */
  readonly trial: { readonly platform: string; readonly args: readonly string[] } | undefined;
  readonly push: boolean;
  readonly pullsBase: boolean;
  readonly provenance: boolean;
  readonly sbom: boolean;
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
    inputs.push || (engine.multiPlatform && engine.builder === "")
      ? wanted
      : wanted.filter((target) => targetPlatform(target) === engine.platform);
  const labels = imageLabels(project.git, version, inputs.imageLabels);
  const args = inputs.imageSmokeTest;
  const runnable = targets.some((target) => targetPlatform(target) === engine.platform);
  const groups = engine.multiPlatform ? [targets] : targets.map((target) => [target]);
  const own = ownBuild(facts);
  return {
    kind: own === undefined ? inputs.imageBuild : "own",
    own,
    names: inputs.image,
    tags,
    builds: groups.map((group) => ({
      platforms: group.map(targetPlatform),
      dockerfile: own === undefined ? dockerfile(facts, binaries, group, labels) : (project.dockerfile?.text ?? ""),
    })),
    rootFiles: rootFiles(inputs.imageUser),
    extracts: inputs.imageExtract,
    files: inputs.imageFiles,
    labels,
    trial: args.length > 0 && runnable ? { platform: engine.platform, args } : undefined,
    push: inputs.push,
    pullsBase: pullsBase(inputs, own),
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    notes: [
      ...(args.length > 0 && !runnable ? [untried] : []),
      ...notes,
      ...notMade(wanted.filter((target) => !targets.includes(target)).map(targetName)),
      ...(own === undefined && project.dockerfile !== undefined ? [leftAlone(inputs)] : []),
    ],
  };
}

/** Its build asks a registry for a base. */
function pullsBase({ imageBuild, imageBase }: Inputs, own: OwnBuild | undefined): boolean {
  return own !== undefined || imageBuild === "source" || imageBase !== "scratch";
}

const untried = "`image-smoke-test`: none of the image's platforms is the engine's own, so it was not tried out.";

function ownBuild({ inputs, project }: Facts): OwnBuild | undefined {
  if (project.dockerfile === undefined || generatedOnly(inputs).length > 0) return undefined;
  return {
    path: project.dockerfile.path,
    stage: inputs.imageTarget,
    args: inputs.imageBuildArgs,
    secrets: inputs.imageSecrets,
  };
}

function leftAlone(inputs: Inputs): string {
  return `The image is built from the generated Dockerfile, because of ${generatedOnly(inputs).join(", ")}; the repository's own is left alone.`;
}

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
  labels: Labels,
): string {
  const { inputs, project, engine } = facts;
  const names = [...new Set(binaries.map(({ name }) => name))];
  const final = {
    base: inputs.imageBase,
    certificates: inputs.caCertificates !== undefined,
    entrypoint: inputs.imageEntrypoint,
    cmd: inputs.imageCmd,
    user: inputs.imageUser,
    labels,
    config: inputs.imageConfig,
    timeZones: inputs.imageTzdata,
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
