import { createReadStream, createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { archiveError } from "../archive-error.ts";
import { DockerfileError, ImageError } from "../errors.ts";
import { extractStage, forgiving, withExtract } from "../image/dockerfile-stages.ts";
import type { ImageExtract } from "../inputs/image-extract.ts";
import { eachTarEntry } from "../tar-entries.ts";
import { type ImageWork, plain } from "./image-work.ts";
import type { Placer } from "./place.ts";

export interface Extracted {
  /** Relative to the workspace. */
  readonly files: readonly string[];
  /** A stage that fails, or has not what was wanted of it; undefined: all is well. */
  readonly failure: unknown;
}

/** The build whose Dockerfile the files come out of. */
interface StageBuild {
  readonly folder: string;
  /** Of the Dockerfile in it, and its text. */
  readonly path: string;
  readonly text: string;
  readonly platform: string;
  /** Where the files come to. */
  readonly archive: string;
}

/**
 * Takes files out of the Dockerfile's stages, before the image is made: what a stage made is delivered also where it
 * fails then, and the image is not made.
 */
export async function extractFiles(work: ImageWork, placer: Placer): Promise<Extracted> {
  const build = stageBuild(work);
  const files: string[] = [];
  let failure: unknown;
  for (const wanted of work.image.extracts) {
    const found = await extractOne(wanted, build, work, placer).catch((error: unknown) => ({
      files: [],
      failure: error,
    }));
    files.push(...found.files);
    failure ??= found.failure;
  }
  return { files, failure };
}

/** That of the engine's own platform, where there is one. */
function stageBuild({ image: { builds, own }, contexts, engine }: ImageWork): StageBuild {
  const { platform } = engine.facts;
  const native = builds.findIndex(({ platforms }) => platforms.includes(platform));
  const at = Math.max(native, 0);
  const folder = contexts[at] ?? "";
  return {
    folder,
    path: own?.path ?? "Dockerfile",
    text: builds[at]?.dockerfile ?? "",
    platform: native === -1 ? (builds[0]?.platforms[0] ?? "") : platform,
    archive: `${folder}-files.tar`,
  };
}

async function extractOne(
  { stage, path, file }: ImageExtract,
  build: StageBuild,
  work: ImageWork,
  placer: Placer,
): Promise<Extracted> {
  try {
    const failure = await buildStage(withExtract(build.text, stage, path), build, work);
    if (failure !== undefined) {
      work.log.info(`image-extract: ${stage} fails; its commands run once more, for what they leave behind.`);
      const again = await buildStage(withExtract(forgiving(build.text, stage), stage, path), build, work).catch(
        () => failure,
      );
      // What cannot be taken out of a stage that fails is less to know than why it fails.
      if (again !== undefined) throw failure;
    }
    const files = await placeFiles(build.archive, file, placer);
    if (files.length === 0)
      throw failure ?? new ImageError("there is no file.", `Look for what ${stage} leaves there.`);
    work.log.info(`image-extract: ${stage}:${path} -> ${files.join(", ")}`);
    return { files, failure };
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    throw new ImageError(`image-extract: ${stage}:${path}: ${error.message}`, error.remedy);
  } finally {
    await rm(build.archive, { force: true });
  }
}

/** Gives the failure of the Dockerfile's own commands; throws any other. */
async function buildStage(
  text: string,
  { folder, path, text: original, platform, archive }: StageBuild,
  work: ImageWork,
): Promise<DockerfileError | undefined> {
  const own = { args: [], secrets: [], labels: {}, ...work.own, path, stage: extractStage };
  const into = { files: archive };
  try {
    await writeFile(join(folder, path), text);
    await work.engine.buildImage(
      { context: folder, platforms: [platform], into, own, date: work.date, ...plain },
      work.show,
    );
    return undefined;
  } catch (error) {
    if (error instanceof DockerfileError) return error;
    throw error;
  } finally {
    await writeFile(join(folder, path), original);
  }
}

/** Plain files alone: no link of a stage is to lead anywhere here. */
async function placeFiles(archive: string, to: string, placer: Placer): Promise<readonly string[]> {
  const placed: string[] = [];
  const partial = `${archive}.entry`;
  try {
    await eachTarEntry([createReadStream(archive)], async (entry) => {
      const { type, name, mode } = entry.header;
      if (type !== "file") return;
      const path = `${to}${name.replace(/^0/, "")}`;
      await pipeline(entry, createWriteStream(partial));
      await placer.take(partial, path, mode & 0o111 ? 0o755 : 0o644);
      placed.push(path);
    });
  } catch (error) {
    throw archiveError("What the stage has left", error);
  } finally {
    await rm(partial, { force: true });
  }
  return placed;
}
