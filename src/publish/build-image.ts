import { imageName } from "../inputs/image-ref.ts";
import { allRefs, type ImageWork, type Pushed, plain, refText } from "./image-work.ts";
import { agreed, manifestOf } from "./read-back.ts";

/** One build for all platforms where that can be, else one for each and a list. Pushed, where that is asked for. */
export function buildImage(work: ImageWork): Promise<Pushed> {
  return work.image.builds.length === 1 ? oneBuild(work) : buildPerPlatform(work);
}

async function oneBuild({ image, engine, show, contexts, own, date }: ImageWork): Promise<Pushed> {
  const [build] = image.builds;
  const { provenance, sbom } = image;
  const refs = allRefs(image).map(refText);
  const together = image.push && engine.facts.imageBuilder === "buildx";
  const digest = await engine.buildImage(
    {
      context: contexts[0] ?? "",
      platforms: build?.platforms ?? [],
      refs,
      push: together,
      own,
      date,
      annotations: image.labels,
      provenance,
      sbom,
    },
    show,
  );
  const pushed = new Map(refs.map((ref) => [ref, digest]));
  if (!image.push || together) return pushed;
  for (const ref of refs) pushed.set(ref, await engine.pushImage(ref, show));
  return pushed;
}

/** An engine without the containerd store: each platform under a tag of its own, then a list under the wanted ones. */
async function buildPerPlatform(work: ImageWork): Promise<Pushed> {
  const { image, engine, show, contexts, own, date } = work;
  const pushed = new Map<string, string>();
  for (const name of image.names) {
    const entries: { platform: string; ref: string }[] = [];
    for (const [i, { platforms }] of image.builds.entries()) {
      const platform = platforms[0] ?? "";
      const ref = { ...name, tag: `${image.tags[0]?.slice(0, 100)}-${platform.replaceAll("/", "-")}` };
      await engine.buildImage(
        { context: contexts[i] ?? "", platforms, refs: [refText(ref)], push: false, own, date, ...plain },
        show,
      );
      const said = await engine.pushImage(refText(ref), show);
      const { digest } = agreed(await manifestOf(ref, work.login), said, ref);
      entries.push({ platform, ref: `${imageName(name)}@${digest}` });
    }
    for (const tag of image.tags) {
      const ref = refText({ ...name, tag });
      pushed.set(ref, await engine.pushManifestList(ref, entries, show));
    }
  }
  return pushed;
}
