import { randomBytes } from "node:crypto";
import { SmokeTestError } from "../errors.ts";
import { type ImageWork, plain } from "./image-work.ts";

/** Before anything is pushed or named: the image of the engine's own platform does what is asked of it. */
export async function tryOut({ image, engine, log, show, contexts, own, date }: ImageWork): Promise<void> {
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
