import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { eachTarEntry, type TarEntry } from "../tar-entries.ts";

interface SavedImage {
  readonly Config: string;
  readonly Layers: readonly string[];
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const kind = "application/vnd.oci.image";

/**
 * Makes an OCI layout of what `docker save` has written of one image, packed as registries keep it. The image's dates are
 * at most `date` (ISO 8601; empty: as they are), so that the same contents give the same digest.
 */
export async function layoutOfSaved(archive: string, folder: string, date: string): Promise<void> {
  await mkdir(join(folder, "blobs/sha256"), { recursive: true });
  const [{ Config, Layers } = { Config: "", Layers: [] }] = JSON.parse(
    (await readEntry(archive, "manifest.json")).toString(),
  ) as readonly SavedImage[];
  const config = await store(folder, `${kind}.config.v1+json`, dated(await readEntry(archive, Config), date));
  const packed = await packLayers(archive, folder, Layers);
  const layers = Layers.map((path) => packed.get(path));
  const manifest = { schemaVersion: 2, mediaType: `${kind}.manifest.v1+json`, config, layers };
  const root = await store(folder, manifest.mediaType, Buffer.from(JSON.stringify(manifest)));
  await writeFile(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [root] }));
}

async function readEntry(archive: string, name: string): Promise<Buffer> {
  let found: Buffer | undefined;
  await eachTarEntry([createReadStream(archive)], async (entry) => {
    if (entry.header.name === name) found = await buffer(entry);
  });
  if (found === undefined) throw new Error(`docker has saved no ${name}`);
  return found;
}

/** By the archive's paths. A layer that comes twice is a link to the first. */
async function packLayers(archive: string, folder: string, paths: readonly string[]) {
  const packed = new Map<string, Descriptor>();
  const links = new Map<string, string>();
  await eachTarEntry([createReadStream(archive)], async (entry) => {
    const { name, type, linkname } = entry.header;
    if (!paths.includes(name)) return;
    if (type === "symlink") links.set(name, posix.join(posix.dirname(name), linkname ?? ""));
    else packed.set(name, await packLayer(entry, folder));
  });
  for (const [name, target] of links) {
    const descriptor = packed.get(target);
    if (descriptor === undefined) throw new Error(`docker has saved no ${target}`);
    packed.set(name, descriptor);
  }
  return packed;
}

async function packLayer(entry: TarEntry, folder: string): Promise<Descriptor> {
  const partial = join(folder, "layer");
  const hash = createHash("sha256");
  const hashed = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
  await pipeline(entry, createGzip(), hashed, createWriteStream(partial));
  const hex = hash.digest("hex");
  const { size } = await stat(partial);
  await rename(partial, join(folder, "blobs/sha256", hex));
  return { mediaType: `${kind}.layer.v1.tar+gzip`, digest: `sha256:${hex}`, size };
}

async function store(folder: string, mediaType: string, bytes: Buffer): Promise<Descriptor> {
  const hex = createHash("sha256").update(bytes).digest("hex");
  await writeFile(join(folder, "blobs/sha256", hex), bytes);
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}

interface ImageConfig {
  readonly created?: string;
  readonly history?: readonly { readonly created?: string }[];
}

/** The configuration without what tells of this build only: its container, and dates after the commit's. */
function dated(bytes: Buffer, date: string): Buffer {
  if (date === "") return bytes;
  const {
    container: _,
    container_config: __,
    ...config
  } = JSON.parse(bytes.toString()) as ImageConfig & Readonly<Record<string, unknown>>;
  const latest = new Date(date).toISOString();
  const clamped = (created: string | undefined) =>
    created === undefined || Date.parse(created) <= Date.parse(latest) ? created : latest;
  const history = config.history?.map((one) => ({ ...one, created: clamped(one.created) }));
  return Buffer.from(JSON.stringify({ ...config, created: clamped(config.created), history }));
}
