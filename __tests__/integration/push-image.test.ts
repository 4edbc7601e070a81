import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ImageError, SmokeTestError } from "../../src/errors.ts";
import { parseImageRef } from "../../src/inputs/image-ref.ts";
import { makePlan } from "../../src/plan/plan.ts";
import { pushImage } from "../../src/publish/push-image.ts";
import { readLayout } from "../../src/registry/image-layout.ts";
import { facts } from "../support/facts.ts";
import { FakeEngine } from "../support/fake-engine.ts";
import { newLayout } from "../support/new-layout.ts";
import { registry, startRegistry, stored, storedTags } from "../support/registry.ts";

/** Pushes an image with a program `/hello` of that content to a real registry; an engine that is a fake tries it out. */
async function pushed({ hello = "tested", platforms = ["linux/amd64"], trialEnd = 0 }) {
  const repository = `gda-test/push-${randomUUID()}`;
  const image = `${registry}/${repository}`;
  const plan = makePlan(facts({ image, push: "true", "image-tags": "1.2\nlatest", "image-smoke-test": "help" })).image;
  if (plan === undefined) throw new Error("no image is planned");
  const engine = Object.assign(new FakeEngine(() => ({})), { trialEnd });
  const made = await readLayout(await newLayout({ hello }));
  const sha256 = createHash("sha256").update("tested").digest("hex");
  const file = { target: "linux/amd64", platform: "linux/amd64", name: "hello", file: "/f", path: "dist/hello" };
  const end = await pushImage(made, {
    image: {
      ...plan,
      names: [parseImageRef(image)],
      builds: platforms.map((one) => ({ platforms: [one], dockerfile: "" })),
    },
    binaries: [{ ...file, size: 6, sha256 }],
    engine,
    log: { info: () => undefined } as never,
    access: { login: undefined, insecure: [], signal: new AbortController().signal },
    ...{ show: () => undefined, own: undefined, date: "", contexts: [] },
  }).catch((error: unknown) => error);
  const tried = engine.calls.filter((call) => call.startsWith("try image"));
  return { end, tried, digest: made.root.digest, repository, tags: await storedTags(repository) };
}

describe("a pushed image", () => {
  beforeAll(() => startRegistry());

  test("is tried out by its digest, and only then has tags", async () => {
    const { end, tried, digest, repository, tags } = await pushed({});
    expect(end).toMatchObject({
      ...{ digest, platforms: [{ platform: "linux/amd64", digest }], failure: undefined },
      ...{ proven: [{ inImage: "/hello" }], places: [{ name: `${registry}/${repository}`, problem: "" }] },
    });
    expect(tried).toEqual([`try image ${registry}/${repository}@${digest}`]);
    expect(tags).toEqual(["1.2", "latest"]);
    expect((await stored(repository, "latest")).digest).toBe(digest);
  });

  test.each([
    ["with other bytes than were tested", { hello: "other" }, ImageError, 0],
    ["without a wanted platform", { platforms: ["linux/amd64", "linux/arm64"] }, ImageError, 0],
    ["that fails in its smoke test", { trialEnd: 1 }, SmokeTestError, 1],
  ])("%s has no tag", async (_, given, kind, trials) => {
    const { end, tried, tags } = await pushed(given);
    expect(end).toBeInstanceOf(kind);
    expect(tried).toHaveLength(trials);
    expect(tags).toEqual([]);
  });
});
