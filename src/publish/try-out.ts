import { temporaryImage } from "../engine/temporary-image.ts";
import { ImageError, SmokeTestError } from "../errors.ts";
import { type ImageRef, imageRefText } from "../inputs/image-ref.ts";
import { type ImageWork, plain } from "./image-work.ts";

/** The image of the engine's own platform does what is asked of it, as the registry gives it: before any tag leads to it. */
export async function tryPushed(ref: ImageRef, work: ImageWork): Promise<void> {
  if (work.image.trial === undefined) return;
  const text = imageRefText(ref);
  try {
    await work.engine.ensureImage(text, work.show).catch((error: unknown) => {
      if (!(error instanceof ImageError)) throw error;
      throw new ImageError(
        `image-smoke-test: ${error.message}`,
        "The engine pulls what it is to try out: it must reach the registry as the push does. No tag leads to the image.",
      );
    });
    await tryImage(text, "No tag leads to it.", work);
  } finally {
    await work.engine.removeImage(text);
  }
}

/** The same of an image that is not pushed, before it is named. */
export async function tryBuilt(work: ImageWork): Promise<void> {
  const { image, engine, show, contexts, own, date } = work;
  if (image.trial === undefined) return;
  const { platform } = image.trial;
  const context = contexts[image.builds.findIndex(({ platforms }) => platforms.includes(platform))] ?? "";
  const ref = temporaryImage();
  try {
    await engine.buildImage({ context, platforms: [platform], into: { refs: [ref] }, own, date, ...plain }, show);
    await tryImage(ref, "It was not kept.", work);
  } finally {
    await engine.removeImage(ref);
  }
}

async function tryImage(ref: string, consequence: string, { image, engine, log, show }: ImageWork): Promise<void> {
  const { platform = "", args = [] } = image.trial ?? {};
  log.info(`image-smoke-test: ${args.join(" ")}`);
  const { exitCode, timedOut, said } = await engine.tryImage(ref, args, show);
  if (exitCode === 0) return;
  const how = timedOut ? "did not end within a minute" : `ended with exit code ${exitCode}`;
  throw new SmokeTestError(
    `image-smoke-test: the image for ${platform}, started with ${JSON.stringify(args.join(" "))}, ${how}${said === "" ? "" : `: ${said}`}`,
    `${consequence} The image has no network there, and no rights: a program that needs them takes other arguments for the test.`,
  );
}
