import { createReadStream } from "node:fs";
import { join } from "node:path";
import { archiveError } from "../archive-error.ts";
import { boundedBytes } from "../bounded-bytes.ts";
import { digestOf } from "../digest.ts";
import { inTurns } from "../in-turns.ts";
import { bodyLimits, mostDescriptors } from "./body-limits.ts";
import { parseObject } from "./json.ts";
import { type Descriptor, isManifest, type Manifest, type Platform, type StoredManifest } from "./manifest.ts";

/** An image as files, in the way that registries are to hold it. */
export interface LayoutImage {
  /** What tags lead to. */
  readonly root: StoredManifest;
  /** What a manifest list leads to. */
  readonly children: readonly StoredManifest[];
  /** Configurations and layers, each once. */
  readonly blobs: readonly StoredBlob[];
}

export interface StoredBlob {
  readonly digest: string;
  readonly file: string;
}

const listType = "application/vnd.oci.image.index.v1+json";
const manifestType = "application/vnd.oci.image.manifest.v1+json";

/** The one image of an OCI layout that a builder has written. */
export async function readLayout(folder: string): Promise<LayoutImage> {
  try {
    const { manifests: [descriptor] = [] } = parseManifest(await readSmall(join(folder, "index.json")));
    if (descriptor === undefined) throw new Error("it is empty");
    const { stored: root, manifest } = await readStored(folder, descriptor);
    const children = await inTurns(manifest.manifests ?? [], width, (child) => readStored(folder, child));
    const all = children.length === 0 ? [manifest] : children.map((child) => child.manifest);
    return { root, children: children.map(({ stored }) => stored), blobs: all.flatMap((one) => blobsOf(folder, one)) };
  } catch (error) {
    throw archiveError("The layout of the built image", error);
  }
}

/** Manifests that are read at the same time. */
const width = 8;

async function readStored(folder: string, { digest, mediaType }: Descriptor) {
  const bytes = await readSmall(blobPath(folder, digest));
  const manifest = parseManifest(bytes);
  const kind = mediaType ?? manifest.mediaType ?? (manifest.manifests ? listType : manifestType);
  return { manifest, stored: { digest, mediaType: kind, bytes } };
}

function parseManifest(bytes: Uint8Array): Manifest {
  const manifest = parseObject<Manifest>(bytes, (what) => new Error(`it holds ${what}`));
  const { manifests = [], layers = [] } = manifest;
  if (!isManifest(manifest) || manifests.length > mostDescriptors || layers.length > mostDescriptors)
    throw new Error(`it holds something that is no manifest, or one of more than ${mostDescriptors} images or layers`);
  return manifest;
}

/** As a registry takes manifests. */
async function readSmall(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, whole } = await boundedBytes(createReadStream(file), bodyLimits.manifest);
  if (whole) return bytes;
  throw new Error(`a manifest in it has more than ${bodyLimits.manifest} bytes`);
}

function blobsOf(folder: string, { config, layers = [] }: Manifest): readonly StoredBlob[] {
  const digests = [config, ...layers].flatMap((one) => one?.digest ?? []);
  return digests.map((digest) => ({ digest, file: blobPath(folder, digest) }));
}

function blobPath(folder: string, digest: string): string {
  return join(folder, "blobs", ...digest.split(":"));
}

/** One image for several platforms, out of one for each. */
export function manifestList(
  images: readonly { readonly platform: string; readonly image: LayoutImage }[],
  annotations: Readonly<Record<string, string>>,
): LayoutImage {
  const manifests = images.map(({ platform, image: { root } }) => ({
    mediaType: root.mediaType,
    digest: root.digest,
    size: root.bytes.length,
    platform: platformOf(platform),
  }));
  const list = { schemaVersion: 2, mediaType: listType, manifests, annotations };
  const bytes = new TextEncoder().encode(JSON.stringify(list));
  return {
    root: { digest: digestOf(bytes), mediaType: listType, bytes },
    children: images.map(({ image }) => image.root),
    blobs: images.flatMap(({ image }) => image.blobs),
  };
}

function platformOf(platform: string): Platform {
  const [os = "", architecture = "", variant] = platform.split("/");
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}
