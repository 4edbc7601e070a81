import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ImageError } from "../../../src/errors.ts";
import { type LayoutImage, manifestList, readLayout } from "../../../src/registry/image-layout.ts";
import { temporaryFolder } from "../../support/projects.ts";

function image(name: string): LayoutImage {
  const bytes = new TextEncoder().encode(name);
  const root = { digest: `sha256:${name}`, mediaType: "application/vnd.oci.image.manifest.v1+json", bytes };
  return { root, children: [], blobs: [{ digest: `sha256:layer-${name}`, file: `/f/${name}` }] };
}

describe("a manifest list", () => {
  it("leads to an image for each platform, with variants, and says what it is", () => {
    const images = ["linux/amd64", "linux/arm/v7"].map((platform, i) => ({ platform, image: image(`${i}`) }));
    const { root, children, blobs } = manifestList(images, { "org.a": "b" });
    const mediaType = "application/vnd.oci.image.manifest.v1+json";
    expect(JSON.parse(new TextDecoder().decode(root.bytes))).toEqual({
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.index.v1+json",
      manifests: [
        { mediaType, digest: "sha256:0", size: 1, platform: { os: "linux", architecture: "amd64" } },
        { mediaType, digest: "sha256:1", size: 1, platform: { os: "linux", architecture: "arm", variant: "v7" } },
      ],
      annotations: { "org.a": "b" },
    });
    expect(root.digest).toBe(`sha256:${createHash("sha256").update(root.bytes).digest("hex")}`);
    expect(children.map(({ digest }) => digest)).toEqual(["sha256:0", "sha256:1"]);
    expect(blobs.map(({ digest }) => digest)).toEqual(["sha256:layer-0", "sha256:layer-1"]);
  });
});

describe("a layout that a builder has written", () => {
  const digest = `sha256:${"0".repeat(64)}`;
  const list = (count: number) => JSON.stringify({ manifests: Array(count).fill({ digest, size: 1 }) });

  it.each([
    ["is empty", "{}", "", "it is empty"],
    ["leads elsewhere", '{"manifests":[{"digest":"sha256:../../../secret","size":1}]}', "", "no manifest"],
    ["names layers elsewhere", list(1), '{"layers":[{"digest":"x:../../../secret","size":1}]}', "no manifest"],
    ["is too long", " ".repeat(5_000_000), "", "more than 4194304 bytes"],
    ["is too deep", "[".repeat(100_000), "", "deeper than 64 levels"],
    ["has thousands of images", list(1), list(1_001), "more than 1000"],
  ])("and that %s is refused", async (_, index, manifest, reason) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "blobs/sha256"), { recursive: true });
    await writeFile(join(folder, "index.json"), index);
    await writeFile(join(folder, "blobs", ...digest.split(":")), manifest);
    const error = await readLayout(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImageError);
    expect((error as ImageError).message).toMatch(`The layout of the built image cannot be read: `);
    expect((error as ImageError).message).toContain(reason);
  });
});
