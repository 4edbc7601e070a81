import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import { parseImageRef } from "../../../src/inputs/image-ref.ts";
import { layerFiles } from "../../../src/publish/layer-files.ts";
import { fromFiles, fromRegistry } from "../../../src/publish/packed-layer.ts";
import { proveBinaries } from "../../../src/publish/prove-binaries.ts";
import { RegistryClient } from "../../../src/registry/client.ts";
import { manner } from "../../support/manner.ts";
import { temporaryFolder } from "../../support/projects.ts";

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

async function layer(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, content);
  archive.entry({ name: "hello-link", type: "symlink", linkname: "hello" });
  archive.finalize();
  return buffer(archive);
}

/** As a connection may give it: the first piece is too short to tell the kind by. */
const packed = (bytes: Uint8Array) => Readable.from([bytes.subarray(0, 1), bytes.subarray(1)]);

describe("layerFiles", () => {
  const names = (path: string) => ["hello", "hello-link", "gone"].includes(path);

  it.each([
    ["gzip", gzipSync],
    ["zstd", zstdCompressSync],
    ["nothing", (bytes: Buffer) => bytes],
  ])("finds files of a layer, packed by %s", async (_, compress) => {
    const bytes = compress(await layer({ "etc/passwd": "x", "./hello": "binary" }));
    expect((await layerFiles(packed(bytes), names)).found).toEqual(new Map([["hello", sha256("binary")]]));
  });

  it.each([
    ["opt/.wh.hello", ["opt/hello", "opt/hello/x"], ["opt/hello2", "hello", "opt"]],
    [".wh.opt", ["opt", "opt/hello"], ["optional"]],
    ["opt/.wh..wh..opq", ["opt/hello", "opt/a/b"], ["other/hello"]],
    ["opt/.who", [], ["opt/o", "opt/.who"]],
  ])("hides by %s what lies below", async (mark, hidden, seen) => {
    const { hides } = await layerFiles(packed(await layer({ [mark]: "" })), () => false);
    expect(hidden.filter((path) => !hides(path))).toEqual([]);
    expect(seen.filter(hides)).toEqual([]);
  });

  it.each([gzipSync, (bytes: Buffer) => bytes])(
    "reads a layer from a file, which has to be what it was",
    async (pack) => {
      const bytes = pack(await layer({ hello: "binary" }));
      const file = join(await temporaryFolder(), "layer");
      await writeFile(file, bytes);
      const digest = `sha256:${sha256(bytes)}`;
      const read = (blob: string) =>
        fromFiles([{ digest: blob, file }])({ digest: blob, size: 0 }, (one) => layerFiles(one, names));
      expect((await read(digest)).found).toEqual(new Map([["hello", sha256("binary")]]));
      const other = `sha256:${sha256("other")}`;
      await expect(read(other)).rejects.toThrow(`${other} of the built image cannot be read: it has changed`);
    },
  );

  it("does not keep the names of any number of marks", async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`opt/.wh.${i}`, ""]));
    const bytes = await layer(files);
    await expect(layerFiles(packed(bytes), () => false, 10_000)).rejects.toThrow("too many files");
    await expect(layerFiles(packed(bytes), () => true, 10_000)).rejects.toThrow("too many files");
    expect((await layerFiles(packed(bytes), () => false, 20_000)).hides("opt/199")).toBe(true);
  });

  it("does not take a broken layer for an empty one", async () => {
    const bytes = gzipSync(await layer({ hello: "binary" }));
    await expect(layerFiles(packed(bytes.subarray(0, bytes.length - 20)), names)).rejects.toThrow();
  });
});

describe("proveBinaries", () => {
  /** A registry with one image, of the given layers. */
  async function registryWith(layers: readonly Buffer[]) {
    const blobs = new Map(layers.map((bytes) => [`sha256:${sha256(bytes)}`, bytes]));
    const descriptors = [...blobs].map(([digest, bytes]) => ({ digest, size: bytes.length }));
    const config = { digest: `sha256:${sha256("{}")}`, size: 2 };
    const manifest = Buffer.from(JSON.stringify({ layers: descriptors, config }));
    const digest = `sha256:${sha256(manifest)}`;
    const all = new Map([...blobs, [digest, manifest]]);
    const asked: string[] = [];
    const ask = (url: Parameters<typeof fetch>[0]) => {
      asked.push(String(url));
      const found = all.get(String(url).replace(/.*\//, ""));
      return Promise.resolve(
        new Response(found === undefined ? null : new Uint8Array(found), { status: found ? 200 : 404 }),
      );
    };
    const client = new RegistryClient(parseImageRef("127.0.0.1:5/a/b"), { ...manner, fetch: ask });
    const platforms = [{ platform: "linux/amd64", digest, size: 1 }];
    return { asked, client, read: { digest, mediaType: "", size: 1, platforms } };
  }

  const tested = (content: string, platform = "linux/amd64") => ({
    ...{ target: platform, platform, name: "hello", file: "/f", path: `dist/hello-${platform}`, size: 1 },
    sha256: sha256(content),
  });

  it("tells which binaries the image holds, of those for its platforms", async () => {
    const { client, read } = await registryWith([
      await layer({ hello: "old" }),
      gzipSync(await layer({ hello: "new" })),
    ]);
    expect(
      await proveBinaries(client, read, [tested("new"), tested("x", "linux/arm64")], "binary", fromRegistry(client)),
    ).toEqual([{ platform: "linux/amd64", path: "dist/hello-linux/amd64", inImage: "/hello", sha256: sha256("new") }]);
  });

  it.each([
    ["another one", { hello: "evil" }, `/hello has the sha256 ${sha256("evil")}`],
    ["none", { other: "x" }, "/hello is missing"],
  ])("ends the run where the image holds %s", async (_, files, words) => {
    const { client, read } = await registryWith([gzipSync(await layer(files))]);
    await expect(proveBinaries(client, read, [tested("new")], "binary", fromRegistry(client))).rejects.toThrow(words);
  });

  it("does not find what a later layer of the image has taken away", async () => {
    const { client, read } = await registryWith([
      await layer({ "opt/hello": "n" }),
      await layer({ "opt/.wh.hello": "", "opt/other": "o" }),
    ]);
    expect(await proveBinaries(client, read, [tested("n")], "own", fromRegistry(client))).toEqual([]);
    expect(await proveBinaries(client, read, [tested("o")], "own", fromRegistry(client))).toMatchObject([
      { inImage: "/opt/other" },
    ]);
  });

  it("finds them anywhere in an image of the user's own, by what they hold", async () => {
    const { client, read } = await registryWith([gzipSync(await layer({ "usr/bin/x": "n", "usr/bin/y": "o" }))]);
    expect(await proveBinaries(client, read, [tested("n")], "own", fromRegistry(client))).toMatchObject([
      { inImage: "/usr/bin/x" },
    ]);
    expect(await proveBinaries(client, read, [tested("z")], "own", fromRegistry(client))).toEqual([]);
  });

  it("asks for no layer below those that hold them", async () => {
    const base = await layer({ "bin/sh": "shell" });
    const { asked, client, read } = await registryWith([base, gzipSync(await layer({ hello: "n" }))]);
    for (const kind of ["binary", "own"] as const)
      await proveBinaries(client, read, [tested("n")], kind, fromRegistry(client));
    expect(asked.filter((url) => url.includes("/blobs/"))).toHaveLength(2);
    expect(asked.join()).not.toContain(sha256(base));
  });
});
