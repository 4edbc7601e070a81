import { expect, it } from "vitest";
import { temporaryImage } from "../../../src/engine/temporary-image.ts";
import { sweepImages } from "../../../src/leftovers/sweep.ts";
import { FakeEngine } from "../../support/fake-engine.ts";

it("removes the images of runs that were killed, and nobody else's", async () => {
  const tag = () => temporaryImage().replace(/^gda-image:/, "");
  const killed = tag().replace(/^\d+/, "4194305");
  const engine = new FakeEngine(() => ({}));
  engine.tags = [tag(), killed, "latest", "4194305-0123456789abcdef", "<none>"];

  expect(await sweepImages(engine)).toEqual([`gda-image:${killed}`]);

  expect(engine.calls).toEqual([`remove image gda-image:${killed}`]);
});

it("names them as a tag may be", () => {
  expect(temporaryImage()).toMatch(/^gda-image:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/);
});
