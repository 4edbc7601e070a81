import { type LayoutImage, manifestList, readLayout } from "../registry/image-layout.ts";
import { allRefs, type ImageWork, plain, refText } from "./image-work.ts";

/** The image, as files: one build for all platforms where that can be, else one for each and a manifest list. */
export async function buildImage({ image, engine, show, contexts, own, date }: ImageWork): Promise<LayoutImage> {
  const { provenance, sbom, labels: annotations } = image;
  const images: { readonly platform: string; readonly image: LayoutImage }[] = [];
  for (const [i, { platforms }] of image.builds.entries()) {
    const context = contexts[i] ?? "";
    const layout = `${context}-layout`;
    await engine.buildImage({ context, platforms, into: { layout }, own, date, annotations, provenance, sbom }, show);
    images.push({ platform: platforms[0] ?? "", image: await readLayout(layout) });
  }
  const [only] = images;
  return only !== undefined && images.length === 1 ? only.image : manifestList(images, annotations);
}

/** Without a push the image stays in the engine, under its tags. */
export async function keepImage({ image, engine, show, contexts, own, date }: ImageWork): Promise<void> {
  const [build] = image.builds;
  const refs = allRefs(image).map(refText);
  const platforms = build?.platforms ?? [];
  await engine.buildImage({ context: contexts[0] ?? "", platforms, into: { refs }, own, date, ...plain }, show);
}
