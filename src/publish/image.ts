import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { withSecrets } from "../engine/build-secrets.ts";
import type { Engine, OwnImageBuild } from "../engine/engine.ts";
import type { Outcome } from "../execute/outcome.ts";
import type { Log } from "../host/host.ts";
import { UntrustedLines } from "../host/untrusted.ts";
import { imageName } from "../inputs/image-ref.ts";
import type { ImagePlan } from "../plan/image.ts";
import type { Plan } from "../plan/plan.ts";
import { registryAccess } from "../registry/access.ts";
import type { PublishedImage } from "../report/report.ts";
import { buildImage, keepImage } from "./build-image.ts";
import { extractFiles } from "./extract-files.ts";
import { makeContext } from "./image-context.ts";
import { type ImageWork, wantedPlatforms } from "./image-work.ts";
import type { Placer } from "./place.ts";
import { type Push, pushImage } from "./push-image.ts";
import { tryBuilt } from "./try-out.ts";

export interface ImageResult {
  readonly image: PublishedImage | undefined;
  /** What `image-extract` has put into the workspace. */
  readonly extracted: readonly string[];
  /** What kept it from being made, or one of several registries from it. */
  readonly failure: unknown;
}

/** What there is to make the image of, and with. */
export interface ImageOrder {
  readonly plan: Plan;
  readonly image: ImagePlan;
  readonly outcome: Outcome;
  readonly engine: Engine;
  readonly log: Log;
  /** Hides a value in all that is shown. */
  readonly hide: (secret: string) => void;
  readonly scratch: string;
  readonly placer: Placer;
  readonly signal: AbortSignal;
}

/**
 * Builds the image out of the tested binaries, pushes it if asked, and reads back what the registry then holds. What keeps
 * it from that is in the result; what goes wrong before, throws.
 */
export async function publishImage(order: ImageOrder): Promise<ImageResult> {
  const { plan, image, outcome, engine, log, hide, scratch, placer, signal } = order;
  const { inputs, project } = plan.facts;
  const access = registryAccess(inputs, engine.facts, signal);
  const contexts = image.builds.map((_, i) => join(scratch, "image", String(i)));
  for (const [i, build] of image.builds.entries()) {
    await mkdir(contexts[i] ?? "", { recursive: true });
    await makeContext(contexts[i] ?? "", build, image, plan, order);
  }
  log.info(explanation(image, engine));
  const lines = new UntrustedLines(log);
  const show = (_: string, text: string) => lines.write(text);
  const date = project.git.commitDate;
  const body = (secrets: OwnImageBuild["secrets"]) => {
    const own = image.own && { ...image.own, secrets, labels: image.labels };
    const { binaries } = outcome;
    const work = (loggedIn: Engine) =>
      make({ image, binaries, engine: loggedIn, log, access, show, contexts, own, date }, placer).finally(() =>
        lines.end(),
      );
    return access.login !== undefined && pulls(image) ? engine.loggedIn(access.login, work) : work(engine);
  };
  return withSecrets(image.own?.secrets ?? [], project, scratch, body, hide);
}

/** Whether the engine itself asks a registry for something. */
function pulls({ push, pullsBase, trial }: ImagePlan): boolean {
  return pullsBase || (push && trial !== undefined);
}

const contents = {
  binary: "the tested binaries are copied",
  source: "the sources are compiled inside",
  own: "by the repository's own Dockerfile, with the tested binaries in its context",
};

function explanation(image: ImagePlan, { facts }: Engine): string {
  const { kind, builds, push } = image;
  const content = contents[kind];
  const platforms = wantedPlatforms(image).join(", ");
  const way = builds.length > 1 ? "one build per platform and a manifest list" : "one build";
  return `Image for ${platforms}: ${content}; ${way} by ${facts.builder || facts.imageBuilder}${push ? ", pushed" : ", kept in the engine"}.`;
}

async function make(work: ImageWork, placer: Placer): Promise<ImageResult> {
  const { files: extracted, failure } = await extractFiles(work, placer);
  if (failure !== undefined) return { image: undefined, extracted, failure };
  try {
    return { extracted, ...(await published(work)) };
  } catch (error) {
    return { image: undefined, extracted, failure: error };
  }
}

async function published(work: ImageWork): Promise<Omit<ImageResult, "extracted">> {
  const { image } = work;
  const { failure, ...pushed } = image.push ? await pushImage(await buildImage(work), work) : await kept(work);
  const made = {
    ...pushed,
    name: pushed.places
      .filter(({ problem }) => problem === "")
      .map(({ name }) => name)
      .join(", "),
    tags: image.tags,
    dockerfile: image.builds[0]?.dockerfile ?? "",
    kind: image.kind,
  };
  return { image: made, failure };
}

async function kept(work: ImageWork): Promise<Push> {
  await tryBuilt(work);
  await keepImage(work);
  const places = work.image.names.map((name) => ({ name: imageName(name), problem: "" }));
  return { digest: "", platforms: [], proven: [], places, failure: undefined };
}
