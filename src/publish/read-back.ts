import type { RegistryLogin } from "../engine/engine.ts";
import { ImageError } from "../errors.ts";
import type { ImageRef } from "../inputs/image-ref.ts";
import { type ImageWork, type Pushed, refText } from "./image-work.ts";
import { type RegistryManifest, readManifest } from "./read-manifest.ts";
import { credentialsFor } from "./registry-credentials.ts";

/** The registry's word is the truth, where it is what the engine has pushed: every wanted platform must be there. */
export async function readBack(ref: ImageRef, pushed: Pushed, { image, login }: ImageWork): Promise<RegistryManifest> {
  const manifest = agreed(await manifestOf(ref, login), pushed.get(refText(ref)) ?? "", ref);
  const there = manifest.platforms.map(({ platform }) => platform);
  const missing = image.builds.flatMap(({ platforms }) => platforms).filter((platform) => !there.includes(platform));
  if (missing.length === 0) return manifest;
  throw new ImageError(
    `After the push, ${refText(ref)} has no image for ${missing.join(", ")} (it has ${there.join(", ") || "none"}).`,
    "Another job may have pushed the same tag at the same time. Give it a tag of its own, and run again.",
  );
}

/** Two witnesses: what the engine says it has pushed, and what the registry says it holds. */
export function agreed(manifest: RegistryManifest, said: string, ref: ImageRef): RegistryManifest {
  if (said === "" || said === manifest.digest) return manifest;
  throw new ImageError(
    `${refText(ref)} is ${manifest.digest} in the registry, but ${said} was pushed.`,
    "Somebody else has pushed the same tag meanwhile, or something between changes it. Give it a tag of its own, and run again.",
  );
}

export async function manifestOf(ref: ImageRef, login: RegistryLogin | undefined): Promise<RegistryManifest> {
  return readManifest(ref, await credentialsFor(ref.registry, login), fetch);
}
