import type { Engine, OnOutput, OwnImageBuild } from "../engine/engine.ts";
import type { BuiltBinary } from "../execute/outcome.ts";
import type { Log } from "../host/host.ts";
import { type ImageRef, imageName } from "../inputs/image-ref.ts";
import type { ImagePlan } from "../plan/image.ts";
import type { RegistryAccess } from "../registry/access.ts";

/** All that making an image takes. */
export interface ImageWork {
  readonly image: ImagePlan;
  readonly binaries: readonly BuiltBinary[];
  readonly engine: Engine;
  readonly log: Log;
  readonly access: RegistryAccess;
  /** Where the engine's own words go. */
  readonly show: OnOutput;
  /** With its secrets, as files. */
  readonly own: OwnImageBuild | undefined;
  /** Of the commit, ISO 8601. */
  readonly date: string;
  /** One folder for each of the plan's builds. */
  readonly contexts: readonly string[];
}

/** Of an image that is not pushed. */
export const plain = { annotations: {}, provenance: false, sbom: false } as const;

export function allRefs({ names, tags }: ImagePlan): readonly ImageRef[] {
  return names.flatMap((name) => tags.map((tag) => ({ ...name, tag })));
}

export function refText(ref: ImageRef | undefined): string {
  return ref === undefined ? "" : `${imageName(ref)}:${ref.tag}`;
}

export function wantedPlatforms({ builds }: ImagePlan): readonly string[] {
  return builds.flatMap(({ platforms }) => platforms);
}
