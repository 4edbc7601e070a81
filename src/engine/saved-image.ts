import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { archiveError } from "../archive-error.ts";
import { boundedBytes } from "../bounded-bytes.ts";
import { parseBoundedJson } from "../bounded-json.ts";
import { digesting, digestOf } from "../digest.ts";
import { bodyLimits, mostDescriptors } from "../registry/body-limits.ts";
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
export async function layoutOfSaved(
  archive: string,
  folder: string,
  date: string,
  signal?: AbortSignal,
): Promise<void> {
  await mkdir(join(folder, "blobs/sha256"), { recursive: true });
  try {
    await makeLayout(archive, folder, date, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw archiveError("What docker has saved of the image", error);
  }
}

async function makeLayout(archive: string, folder: string, date: string, signal: AbortSignal | undefined) {
  const saved = await savedImage(createReadStream(archive, { signal }));
  const { config, packed } = await takeOut(createReadStream(archive, { signal }), folder, saved);
  const manifest = {
    schemaVersion: 2,
    mediaType: `${kind}.manifest.v1+json`,
    config: await store(folder, `${kind}.config.v1+json`, dated(config, date)),
    layers: saved.Layers.map((path) => packed.get(path)),
  };
  const root = await store(folder, manifest.mediaType, Buffer.from(JSON.stringify(manifest)));
  await writeFile(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [root] }));
}

async function savedImage(archive: Readable): Promise<SavedImage> {
  let found: Buffer | undefined;
  await eachTarEntry([archive], async (entry) => {
    if (entry.header.name === "manifest.json") found = await small(entry, bodyLimits.manifest);
  });
  const [image] = [parseBoundedJson((found ?? missing("manifest.json")).toString())].flat();
  if (!isSavedImage(image)) throw new Error("its manifest.json names no image");
  return image;
}

function isSavedImage(value: unknown): value is SavedImage {
  const { Config, Layers } = { ...(value as Partial<SavedImage> | null) };
  const isText = (one: unknown) => typeof one === "string";
  return isText(Config) && Array.isArray(Layers) && Layers.length <= mostDescriptors && Layers.every(isText);
}

async function small(entry: TarEntry, limit: number): Promise<Buffer> {
  const { bytes, whole } = await boundedBytes(entry as AsyncIterable<Uint8Array>, limit);
  if (whole) return Buffer.from(bytes);
  throw new Error(`${entry.header.name} in it has more than ${limit} bytes`);
}

/** Its layers by the archive's paths: one that comes twice is a link to the first. */
async function takeOut(archive: Readable, folder: string, { Config, Layers }: SavedImage) {
  const wanted = new Set(Layers);
  const packed = new Map<string, Descriptor>();
  const links = new Map<string, string>();
  let config: Buffer | undefined;
  await eachTarEntry([archive], async (entry) => {
    const { name, type, linkname } = entry.header;
    if (name === Config) config = await small(entry, bodyLimits.config);
    else if (!wanted.has(name)) return;
    else if (type === "symlink") links.set(name, posix.join(posix.dirname(name), linkname ?? ""));
    else packed.set(name, await packLayer(entry, folder));
  });
  for (const [name, target] of links) packed.set(name, packed.get(target) ?? missing(target));
  return { config: config ?? missing(Config), packed };
}

function missing(name: string): never {
  throw new Error(`it has no ${name}`);
}

async function packLayer(entry: TarEntry, folder: string): Promise<Descriptor> {
  const partial = join(folder, "layer");
  let digest = "";
  const digested = (pieces: AsyncIterable<Buffer>) =>
    digesting(pieces, (found) => {
      digest = found;
    });
  await pipeline(entry, createGzip(), digested, createWriteStream(partial));
  const { size } = await stat(partial);
  await rename(partial, blobPath(folder, digest));
  return { mediaType: `${kind}.layer.v1.tar+gzip`, digest, size };
}

async function store(folder: string, mediaType: string, bytes: Buffer): Promise<Descriptor> {
  const digest = digestOf(bytes);
  await writeFile(blobPath(folder, digest), bytes);
  return { mediaType, digest, size: bytes.length };
}

function blobPath(folder: string, digest: string): string {
  return join(folder, "blobs", ...digest.split(":"));
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
  } = parseBoundedJson(bytes.toString()) as ImageConfig & Readonly<Record<string, unknown>>;
  const latest = new Date(date).toISOString();
  const clamped = (created: string | undefined) =>
    created === undefined || Date.parse(created) <= Date.parse(latest) ? created : latest;
  const history = config.history?.map((one) => ({ ...one, created: clamped(one.created) }));
  return Buffer.from(JSON.stringify({ ...config, created: clamped(config.created), history }));
}
