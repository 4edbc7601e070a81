import { createHash } from "node:crypto";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { eachTarEntry } from "../tar-entries.ts";
import type { PackedLayer } from "./packed-layer.ts";

export interface LayerFiles {
  /** sha256 of the wanted files, by their paths without a leading slash. */
  readonly found: ReadonlyMap<string, string>;
  /** Whether the layer takes away what the layers below it have under a path. */
  readonly hides: (path: string) => boolean;
}

/** Goes through a layer. */
export async function layerFiles(
  { head, content }: PackedLayer,
  wanted: (path: string, size: number) => boolean,
): Promise<LayerFiles> {
  const found = new Map<string, string>();
  const removed: string[] = [];
  const unpacker = decompressor(head);
  await eachTarEntry(unpacker === undefined ? [content] : [content, unpacker], async (entry) => {
    const path = entry.header.name.replace(/^(\.?\/)+/, "");
    removed.push(...whiteout(path));
    if (entry.header.type !== "file" || !wanted(path, entry.header.size ?? 0)) return;
    const hash = createHash("sha256");
    for await (const piece of entry) hash.update(piece as Buffer);
    found.set(path, hash.digest("hex"));
  });
  return { found, hides: (path) => removed.some((one) => path === one || path.startsWith(`${one}/`)) };
}

/** What a layer's mark takes away: a file or folder, or all that was in a folder. */
function whiteout(path: string): readonly string[] {
  const [, folder = "", name] = /^(.*\/)?\.wh\.(.+)$/.exec(path) ?? [];
  if (name === undefined || name.includes("/")) return [];
  return [name === ".wh..opq" ? folder.replace(/\/$/, "") : `${folder}${name}`];
}

/** By the first bytes: what a manifest says of a layer's kind is not always so. */
function decompressor(head: Uint8Array) {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x1f, 0x8b)) return createGunzip();
  return starts(0x28, 0xb5, 0x2f, 0xfd) ? createZstdDecompress() : undefined;
}
