import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { eachTarEntry, type TarEntry } from "../tar-entries.ts";
import type { PackedLayer } from "./packed-layer.ts";

export interface LayerFiles {
  /** sha256 of the wanted files, by their paths without a leading slash. */
  readonly found: ReadonlyMap<string, string>;
  /** Whether the layer takes away what the layers below it have under a path. */
  readonly hides: (path: string) => boolean;
}

/** Characters of the paths that are kept in memory. */
const mostNames = 32 * 2 ** 20;

/** Goes through a layer. */
export async function layerFiles(
  packed: PackedLayer,
  wanted: (path: string, size: number) => boolean,
  most = mostNames,
): Promise<LayerFiles> {
  const found = new Map<string, string>();
  const removed = new Set<string>();
  let names = 0;
  const keep = (path: string) => {
    names += path.length + 64;
    if (names > most) throw new Error("it has too many files of the size that is looked for, or of marks");
    return path;
  };
  const look = async (entry: TarEntry) => {
    const path = entry.header.name.replace(/^(\.?\/)+/, "");
    const hidden = whiteout(path);
    if (hidden !== undefined) removed.add(keep(hidden));
    if (entry.header.type !== "file" || !wanted(path, entry.header.size ?? 0)) return;
    const hash = createHash("sha256");
    for await (const piece of entry) hash.update(piece as Buffer);
    found.set(keep(path), hash.digest("hex"));
  };
  const { head, content } = await beginning(packed);
  const unpacker = decompressor(head);
  await eachTarEntry(unpacker === undefined ? [content] : [content, unpacker], look);
  return { found, hides: (path) => removed.size > 0 && ancestors(path).some((one) => removed.has(one)) };
}

/** The first bytes, enough to know the kind by, and all of them. */
async function beginning(packed: PackedLayer): Promise<{ readonly head: Uint8Array; readonly content: Readable }> {
  const pieces = packed[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  for (let length = 0; length < 4; length += first.at(-1)?.length ?? 0) {
    const next = await pieces.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const all = async function* () {
    try {
      yield* first;
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  };
  return { head: Buffer.concat(first), content: Readable.from(all(), { objectMode: false }) };
}

/** A path, the folders that it is in, and the root. */
function ancestors(path: string): readonly string[] {
  const parts = path.split("/");
  return [...parts.map((_, i) => parts.slice(0, parts.length - i).join("/")), ""];
}

/** What a layer's mark takes away: a file or folder, or all that was in a folder. */
function whiteout(path: string): string | undefined {
  const [, folder = "", name] = /^(.*\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  return name === ".wh..opq" ? folder.replace(/\/$/, "") : `${folder}${name}`;
}

/** Bytes that are unpacked at once: one that is all zeros takes a quarter of the time. */
const chunkSize = 256 * 1024;

/** By the first bytes: what a manifest says of a layer's kind is not always so. */
function decompressor(head: Uint8Array) {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x1f, 0x8b)) return createGunzip({ chunkSize });
  return starts(0x28, 0xb5, 0x2f, 0xfd) ? createZstdDecompress({ chunkSize }) : undefined;
}
