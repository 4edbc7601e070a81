import { expect, it } from "vitest";
import { pushedDigest } from "../../../src/engine/pushed-digest.ts";

const one = `sha256:${"1".repeat(64)}`;
const two = `sha256:${"2".repeat(64)}`;

it.each([
  ["docker push", `a1b2: Pushed\n1.2: digest: ${one} size: 737\n`, one],
  ["BuildKit", `#7 exporting manifest ${two} done\n#7 pushing manifest for r/a:1@${one} 0.1s done\n`, one],
  ["docker manifest push", `Pushed ref r/a@${two} with digest: ${two}\n${one}\n`, one],
  ["nothing", "Loaded\n", ""],
  ["a digest that was not pushed", `#3 FROM golang@${one}\n`, ""],
])("reads %s", (_, output, digest) => {
  expect(pushedDigest(output)).toBe(digest);
});
