import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type LayoutImage, manifestList } from "../../../src/registry/image-layout.ts";

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
