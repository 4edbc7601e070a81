import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { eachTarEntry } from "../tar-entries.ts";

/** sha256 of the wanted files in a layer, by their paths without a leading slash. */
export async function layerFiles(
  layer: Uint8Array,
  wanted: (path: string, size: number) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const unpacker = decompressor(layer);
  const source = Readable.from([layer]);
  await eachTarEntry(unpacker === undefined ? [source] : [source, unpacker], async (entry) => {
    const path = entry.header.name.replace(/^(\.?\/)+/, "");
    if (entry.header.type !== "file" || !wanted(path, entry.header.size ?? 0)) return;
    const hash = createHash("sha256");
    for await (const piece of entry) hash.update(piece as Buffer);
    found.set(path, hash.digest("hex"));
  });
  return found;
}

/** By the first bytes: what a manifest says of a layer's kind is not always so. */
function decompressor(layer: Uint8Array) {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => layer[i] === byte);
  if (starts(0x1f, 0x8b)) return createGunzip();
  return starts(0x28, 0xb5, 0x2f, 0xfd) ? createZstdDecompress() : undefined;
}
