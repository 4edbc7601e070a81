import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { withSecrets } from "../engine/build-secrets.ts";
import type { Credentials, Engine, OnOutput, OwnImageBuild, RegistryLogin } from "../engine/engine.ts";
import { storedCredentials } from "../engine/stored-credentials.ts";
import { ImageError, SmokeTestError } from "../errors.ts";
import type { BuiltBinary, Outcome } from "../execute/outcome.ts";
import type { Log } from "../host/host.ts";
import { UntrustedLines } from "../host/untrusted.ts";
import { type ImageRef, imageName } from "../inputs/image-ref.ts";
import type { ImagePlan } from "../plan/image.ts";
import type { Plan } from "../plan/plan.ts";
import { plural } from "../report/human.ts";
import type { PublishedImage } from "../report/report.ts";
import { makeContext } from "./image-context.ts";
import { proveBinaries } from "./prove-binaries.ts";
import { type RegistryManifest, readManifest } from "./read-manifest.ts";
import { patience, RegistryClient } from "./registry-client.ts";

interface Work {
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

/** Builds the image out of the tested binaries, pushes it if asked, and reads back what the registry then holds. */
export async function publishImage(
  plan: Plan,
  image: ImagePlan,
  outcome: Outcome,
  engine: Engine,
  log: Log,
  scratch: string,
): Promise<PublishedImage> {
  const { username, password } = plan.facts.inputs;
  const [name] = image.names;
  const login =
    username === undefined || password === undefined || name === undefined
      ? undefined
      : { registry: name.registry, username, password };
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

async function make(work: Work): Promise<PublishedImage> {
  const { image, log } = work;
  await tryOut(work);
  const pushed = await (image.builds.length === 1 ? oneBuild(work) : buildPerPlatform(work));
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

/** Before anything is pushed or named: the image of the engine's own platform does what is asked of it. */
async function tryOut({ image, engine, log, show, contexts, own, date }: Work): Promise<void> {
  if (image.trial === undefined) return;
  const { platform, args } = image.trial;
  const context = contexts[image.builds.findIndex(({ platforms }) => platforms.includes(platform))] ?? "";
  const ref = `gda-smoke-test:${randomBytes(8).toString("hex")}`;
  const build = { context, platforms: [platform], refs: [ref], push: false, own, date, ...plain };
  try {
    await engine.buildImage(build, show);
    log.info(`image-smoke-test: ${args.join(" ")}`);
    const { exitCode, timedOut, said } = await engine.tryImage(ref, args, show);
    if (exitCode === 0) return;
    const how = timedOut ? "did not end within a minute" : `ended with exit code ${exitCode}`;
    throw new SmokeTestError(
      `image-smoke-test: the image for ${platform}, started with ${JSON.stringify(args.join(" "))}, ${how}${said === "" ? "" : `: ${said}`}`,
      "Nothing was pushed. The image has no network there, and no rights: a program that needs them takes other arguments for the test.",
    );
  } finally {
    await engine.removeImage(ref);
  }
}

/** Of an image that is not pushed. */
const plain = { annotations: {}, provenance: false, sbom: false } as const;

/** By reference: the digest that the engine says it has pushed. */
type Pushed = ReadonlyMap<string, string>;

async function oneBuild({ image, engine, show, contexts, own, date }: Work): Promise<Pushed> {
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
async function buildPerPlatform(work: Work): Promise<Pushed> {
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

/** Once, since every reference has the same digest or layers: the image holds what was tested, or the run says not. */
async function prove(manifest: RegistryManifest, { image, binaries, login, log }: Work) {
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

function allRefs({ names, tags }: ImagePlan): readonly ImageRef[] {
  return names.flatMap((name) => tags.map((tag) => ({ ...name, tag })));
}

function refText(ref: ImageRef | undefined): string {
  return ref === undefined ? "" : `${imageName(ref)}:${ref.tag}`;
}

/** The registry's word is the truth, where it is what the engine has pushed: every wanted platform must be there. */
async function readBack(ref: ImageRef, pushed: Pushed, { image, login }: Work): Promise<RegistryManifest> {
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
function agreed(manifest: RegistryManifest, said: string, ref: ImageRef): RegistryManifest {
  if (said === "" || said === manifest.digest) return manifest;
  throw new ImageError(
    `${refText(ref)} is ${manifest.digest} in the registry, but ${said} was pushed.`,
    "Somebody else has pushed the same tag meanwhile, or something between changes it. Give it a tag of its own, and run again.",
  );
}

async function manifestOf(ref: ImageRef, login: RegistryLogin | undefined): Promise<RegistryManifest> {
  return readManifest(ref, await credentialsFor(ref.registry, login), fetch);
}

/** The inputs' credentials go to the registry they are for, and to no other: those have an earlier login's, or none. */
export function credentialsFor(registry: string, login: RegistryLogin | undefined): Promise<Credentials | undefined> {
  return login?.registry === registry ? Promise.resolve(login) : storedCredentials(registry);
}
