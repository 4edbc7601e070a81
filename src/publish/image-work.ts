import type { Engine, OnOutput, OwnImageBuild, RegistryLogin } from "../engine/engine.ts";
import type { BuiltBinary } from "../execute/outcome.ts";
import type { Log } from "../host/host.ts";
import { type ImageRef, imageName } from "../inputs/image-ref.ts";
import type { ImagePlan } from "../plan/image.ts";

/** All that making an image takes. */
export interface ImageWork {
  readonly image: ImagePlan;
  readonly binaries: readonly BuiltBinary[];
  readonly engine: Engine;
  readonly log: Log;
  /** By the inputs, for the first name's registry. */
  readonly login: RegistryLogin | undefined;
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

/** By reference: the digest that the engine says it has pushed. */
export type Pushed = ReadonlyMap<string, string>;

export function allRefs({ names, tags }: ImagePlan): readonly ImageRef[] {
  return names.flatMap((name) => tags.map((tag) => ({ ...name, tag })));
}

export function refText(ref: ImageRef | undefined): string {
  return ref === undefined ? "" : `${imageName(ref)}:${ref.tag}`;
}
