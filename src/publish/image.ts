import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { withSecrets } from "../engine/build-secrets.ts";
import type { Engine } from "../engine/engine.ts";
import type { Outcome } from "../execute/outcome.ts";
import type { Log } from "../host/host.ts";
import { UntrustedLines } from "../host/untrusted.ts";
import { imageName } from "../inputs/image-ref.ts";
import type { ImagePlan } from "../plan/image.ts";
import type { Plan } from "../plan/plan.ts";
import { plural } from "../report/human.ts";
import type { PublishedImage } from "../report/report.ts";
import { buildImage } from "./build-image.ts";
import { makeContext } from "./image-context.ts";
import { allRefs, type ImageWork, refText } from "./image-work.ts";
import { proveBinaries } from "./prove-binaries.ts";
import { readBack } from "./read-back.ts";
import type { RegistryManifest } from "./read-manifest.ts";
import { patience, RegistryClient } from "./registry-client.ts";
import { credentialsFor, loginOf } from "./registry-credentials.ts";
import { tryOut } from "./try-out.ts";

/** Builds the image out of the tested binaries, pushes it if asked, and reads back what the registry then holds. */
export async function publishImage(
  plan: Plan,
  image: ImagePlan,
  outcome: Outcome,
  engine: Engine,
  log: Log,
  scratch: string,
): Promise<PublishedImage> {
  const login = loginOf(plan.facts.inputs);
  const contexts = image.builds.map((_, i) => join(scratch, "image", String(i)));
  for (const [i, build] of image.builds.entries()) {
    await mkdir(contexts[i] ?? "", { recursive: true });
    await makeContext(contexts[i] ?? "", build, image, plan, outcome.binaries, scratch);
  }
  log.info(explanation(image, engine));
  const lines = new UntrustedLines(log);
  const show = (_: string, text: string) => lines.write(text);
  const date = plan.facts.project.git.commitDate;
  return withSecrets(image.own?.secrets ?? [], plan.facts.project, scratch, (secrets) => {
    const own = image.own && { ...image.own, secrets, labels: image.labels };
    const work = (loggedIn: Engine) =>
      make({ image, binaries: outcome.binaries, engine: loggedIn, log, login, show, contexts, own, date }).finally(() =>
        lines.end(),
      );
    return image.push && login !== undefined ? engine.loggedIn(login, work) : work(engine);
  });
}

const contents = {
  binary: "the tested binaries are copied",
  source: "the sources are compiled inside",
  own: "by the repository's own Dockerfile, with the tested binaries in its context",
};

function explanation({ kind, builds, push }: ImagePlan, { facts }: Engine): string {
  const content = contents[kind];
  const platforms = builds.flatMap((build) => build.platforms).join(", ");
  const way = builds.length > 1 ? "one build per platform and a manifest list" : "one build";
  return `Image for ${platforms}: ${content}; ${way} by ${facts.builder || facts.imageBuilder}${push ? ", pushed" : ", kept in the engine"}.`;
}

async function make(work: ImageWork): Promise<PublishedImage> {
  const { image, log } = work;
  await tryOut(work);
  const pushed = await buildImage(work);
  const refs = allRefs(image);
  const manifests = image.push ? await Promise.all(refs.map((ref) => readBack(ref, pushed, work))) : [];
  const [first] = manifests;
  const proven = first === undefined ? [] : await prove(first, work);
  for (const [i, manifest] of manifests.entries()) log.info(`${refText(refs[i])} is ${manifest.digest}`);
  return {
    name: image.names.map(imageName).join(", "),
    tags: image.tags,
    digest: first?.digest ?? "",
    platforms: image.builds
      .flatMap(({ platforms }) => platforms)
      .flatMap((platform) => first?.platforms.filter((found) => found.platform === platform) ?? []),
    proven,
    dockerfile: image.builds[0]?.dockerfile ?? "",
    kind: image.kind,
  };
}

/** Once, since every reference has the same digest or layers: the image holds what was tested, or the run says not. */
async function prove(manifest: RegistryManifest, { image, binaries, login, log }: ImageWork) {
  const [name] = image.names;
  if (name === undefined || image.kind === "source") return [];
  const registry = new RegistryClient(name, await credentialsFor(name.registry, login), fetch, patience);
  const proven = await proveBinaries(registry, manifest, binaries, image.kind);
  log.info(
    proven.length > 0
      ? `The registry holds the tested bytes: ${plural(proven.length, "binary", "binaries")} compared.`
      : "The image holds none of the tested binaries: its Dockerfile makes its own.",
  );
  return proven;
}
