import { ImageError } from "../errors.ts";
import { type ImageRef, imageName } from "../inputs/image-ref.ts";
import { openRepository } from "../registry/access.ts";
import type { RegistryClient } from "../registry/client.ts";
import type { LayoutImage } from "../registry/image-layout.ts";
import { pushLayout } from "../registry/push-layout.ts";
import { type RegistryManifest, readManifest } from "../registry/read-manifest.ts";
import { setTag } from "../registry/set-tag.ts";
import { humanSize } from "../report/human.ts";
import type { ImagePlace, PublishedImage } from "../report/report.ts";
import { type ImageWork, refText, wantedPlatforms } from "./image-work.ts";
import { prove } from "./prove-binaries.ts";
import { tryPushed } from "./try-out.ts";

/** What the registries hold, and what kept one of them from holding it. */
export interface Push extends Pick<PublishedImage, "digest" | "platforms" | "proven" | "places"> {
  readonly failure: ImageError | undefined;
}

/** One name of the image, while it is pushed. */
interface Place {
  readonly name: ImageRef;
  client: RegistryClient | undefined;
  failure: ImageError | undefined;
}

/**
 * Under its digest first, in each registry; then, when it is what was built and tested and does what it should, the tags.
 * A registry that fails does not keep the others from it.
 */
export async function pushImage(made: LayoutImage, work: ImageWork): Promise<Push> {
  const places: Place[] = work.image.names.map((name) => ({ name, client: undefined, failure: undefined }));
  for (const place of places) {
    await attempt(place, async () => {
      place.client = await openRepository(place.name, work.access);
      await pushDigest(place.client, place.name, made, work);
    });
  }
  const first = places.find(({ failure }) => failure === undefined);
  if (first?.client === undefined) throw failureOf(places);
  const { digest } = made.root;
  const manifest = allThere(await readManifest(first.client, digest), work);
  const proven = await prove(first.client, manifest, made, work);
  await tryPushed({ ...first.name, digest }, work);
  for (const place of places) await attempt(place, () => setTags(place, made, work));
  if (places.every(({ failure }) => failure)) throw failureOf(places);
  return {
    digest,
    platforms: wantedPlatforms(work.image).flatMap((name) => manifest.platforms.filter((one) => one.platform === name)),
    proven,
    places: places.map(({ name, failure }) => placeOf(name, failure)),
    failure: places.some(({ failure }) => failure) ? failureOf(places) : undefined,
  };
}

async function attempt(place: Place, work: () => Promise<void>): Promise<void> {
  if (place.failure !== undefined) return;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    place.failure = error;
  }
}

async function pushDigest(client: RegistryClient, name: ImageRef, made: LayoutImage, { log }: ImageWork) {
  const sent = await pushLayout(client, made);
  log.info(`${imageName(name)}@${made.root.digest} is there: ${humanSize(sent)} sent.`);
}

async function setTags({ name, client }: Place, { root }: LayoutImage, { image, log }: ImageWork): Promise<void> {
  if (client === undefined) return;
  for (const tag of image.tags) {
    const ref = refText({ ...name, tag });
    await setTag(client, ref, tag, root);
    log.info(`${ref} is ${root.digest}`);
  }
}

/** Every wanted platform must be in it. */
function allThere(manifest: RegistryManifest, { image }: ImageWork): RegistryManifest {
  const there = manifest.platforms.map(({ platform }) => platform);
  const missing = wantedPlatforms(image).filter((platform) => !there.includes(platform));
  if (missing.length === 0) return manifest;
  throw new ImageError(
    `The pushed image has nothing for ${missing.join(", ")} (it has ${there.join(", ") || "no platform"}); no tag leads to it.`,
    "The base image may not be there for that platform. Choose another, or leave the platform out.",
  );
}

function placeOf(name: ImageRef, failure: ImageError | undefined): ImagePlace {
  return { name: imageName(name), problem: failure?.message ?? "" };
}

function failureOf(places: readonly Place[]): ImageError {
  const failed = places.flatMap(({ failure }) => failure ?? []);
  const [first] = failed;
  if (first !== undefined && places.length === 1) return first;
  const good = places.filter(({ failure }) => failure === undefined).map(({ name }) => imageName(name));
  const rest = good.length === 0 ? "" : ` It is in ${good.join(", ")}.`;
  const problems = failed.map(({ message }) => message).join(" ");
  return new ImageError(
    `The image is not in ${failed.length} of ${places.length} registries. ${problems}${rest}`,
    first?.remedy ?? "",
  );
}
