import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import { layoutOfSaved } from "../../../src/engine/saved-image.ts";
import { ImageError } from "../../../src/errors.ts";
import { temporaryFolder } from "../../support/projects.ts";

interface Description {
  readonly digest: string;
  readonly size: number;
}

const config = {
  architecture: "arm",
  container: "0123",
  container_config: { Hostname: "0123" },
  created: "2026-01-02T00:00:00Z",
  history: [{ created: "2020-01-01T00:00:00Z" }, { created: "2026-01-02T00:00:00.123456789Z", created_by: "COPY" }],
};

/** What `docker save` writes: the second layer is a link to the first, and the list comes last. */
async function saved(folder: string): Promise<string> {
  const archive = pack();
  archive.entry({ name: "c.json" }, JSON.stringify(config));
  archive.entry({ name: "two/layer.tar", type: "symlink", linkname: "../one/layer.tar" });
  archive.entry({ name: "one/layer.tar" }, "layer one");
  archive.entry({ name: "three/layer.tar" }, "layer three");
  const Layers = ["one/layer.tar", "two/layer.tar", "three/layer.tar"];
  archive.entry({ name: "manifest.json" }, JSON.stringify([{ Config: "c.json", RepoTags: ["a:1"], Layers }]));
  archive.finalize();
  const file = join(folder, "saved.tar");
  await pipeline(archive, createWriteStream(file));
  return file;
}

async function layoutOf(date: string) {
  const folder = await temporaryFolder();
  const layout = join(folder, "layout");
  await layoutOfSaved(await saved(folder), layout, date);
  const blob = (digest: string) => readFile(join(layout, "blobs", ...digest.split(":")));
  const json = async (digest: string) => JSON.parse((await blob(digest)).toString());
  const { manifests } = JSON.parse(await readFile(join(layout, "index.json"), "utf8"));
  const manifest = await json(manifests[0].digest);
  return { blob, manifest, digest: manifests[0].digest as string, config: await json(manifest.config.digest) };
}

describe("what docker has saved", () => {
  it("becomes a layout, its layers packed and in order, also one that comes twice", async () => {
    const { blob, manifest } = await layoutOf("");
    const layers: readonly Description[] = manifest.layers;
    const contents = await Promise.all(layers.map(async ({ digest }) => gunzipSync(await blob(digest)).toString()));
    expect(contents).toEqual(["layer one", "layer one", "layer three"]);
    const sizes = await Promise.all(layers.map(async ({ digest }) => (await blob(digest)).length));
    expect(sizes).toEqual(layers.map(({ size }) => size));
    expect(manifest.mediaType).toBe("application/vnd.oci.image.manifest.v1+json");
  });

  it("keeps no date after the commit's and nothing of the build's container: the same contents, the same digest", async () => {
    const { digest, config: dated } = await layoutOf("2025-05-05T12:00:00+02:00");
    expect(dated).toEqual({
      architecture: "arm",
      created: "2025-05-05T10:00:00.000Z",
      history: [{ created: "2020-01-01T00:00:00Z" }, { created: "2025-05-05T10:00:00.000Z", created_by: "COPY" }],
    });
    expect((await layoutOf("2025-05-05T12:00:00+02:00")).digest).toBe(digest);
    expect((await layoutOf("")).config).toEqual(config);
  });
});

describe("an archive of docker's that is not as it should be", () => {
  const names = JSON.stringify([{ Config: "c.json", Layers: ["l"] }]);

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["has no list", { "c.json": "{}" }, "it has no manifest.json"],
    ["has a long list", { "manifest.json": " ".repeat(5_000_000) }, "more than 4194304 bytes"],
    ["has a deep list", { "manifest.json": "[".repeat(100_000) }, "deeper than 64 levels"],
    ["has a list of something else", { "manifest.json": '[{"Config":7,"Layers":{}}]' }, "names no image"],
    [
      "has thousands of layers",
      { "manifest.json": JSON.stringify([{ Config: "c", Layers: Array(1_001).fill("l") }]) },
      "names no image",
    ],
    [
      "has a long configuration",
      { "manifest.json": names, "c.json": " ".repeat(9_000_000) },
      "more than 8388608 bytes",
    ],
    ["has no configuration", { "manifest.json": names }, "it has no c.json"],
  ])("and %s is an error that says so", async (_, files, reason) => {
    const folder = await temporaryFolder();
    const archive = pack();
    for (const [name, content] of Object.entries(files)) archive.entry({ name }, content);
    archive.finalize();
    await pipeline(archive, createWriteStream(join(folder, "saved.tar")));
    const error = await layoutOfSaved(join(folder, "saved.tar"), join(folder, "layout"), "").catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ImageError);
    expect(error.message).toContain(reason);
  });
});
