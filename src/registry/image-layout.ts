import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "../digest.ts";
import type { Descriptor, Manifest, Platform, StoredManifest } from "./manifest.ts";

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
  const { manifests = [] } = JSON.parse(await readFile(join(folder, "index.json"), "utf8")) as Manifest;
  const [descriptor] = manifests;
  if (descriptor === undefined) throw new Error(`the layout in ${folder} is empty`);
  const { stored: root, manifest } = await readStored(folder, descriptor);
  const children = await Promise.all((manifest.manifests ?? []).map((child) => readStored(folder, child)));
  const all = children.length === 0 ? [manifest] : children.map((child) => child.manifest);
  return { root, children: children.map(({ stored }) => stored), blobs: all.flatMap((one) => blobsOf(folder, one)) };
}

async function readStored(folder: string, { digest, mediaType }: Descriptor) {
  const bytes = new Uint8Array(await readFile(blobPath(folder, digest)));
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  const kind = mediaType ?? manifest.mediaType ?? (manifest.manifests ? listType : manifestType);
  return { manifest, stored: { digest, mediaType: kind, bytes } };
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
