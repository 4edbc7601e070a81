import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { digesting } from "../digest.ts";
import type { RegistryClient } from "../registry/client.ts";
import type { StoredBlob } from "../registry/image-layout.ts";
import type { Descriptor } from "../registry/manifest.ts";

/** A layer as a registry keeps it: packed by gzip or zstd, or not at all. */
export interface PackedLayer {
  /** Its first bytes. */
  readonly head: Uint8Array;
  readonly content: Readable;
}

export type OpenLayer = (layer: Descriptor) => Promise<PackedLayer>;

/** As the registry gives it. */
export function fromRegistry(registry: RegistryClient): OpenLayer {
  return async (layer) => {
    const head = await registry.blob(layer);
    return { head, content: Readable.from([head]) };
  };
}

/** As it was sent there: the same bytes where their digest is the same, which is looked at in the end. */
export function fromFiles(blobs: readonly StoredBlob[]): OpenLayer {
  return async ({ digest }) => {
    const file = blobs.find((blob) => blob.digest === digest)?.file;
    if (file === undefined) throw new Error(`the image that was built has no ${digest}`);
    const content = digesting(createReadStream(file), (found) => {
      if (found !== digest) throw new Error(`the built layer ${digest} has changed since`);
    });
    return { head: await headOf(file), content: Readable.from(content) };
  };
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    return (await handle.read(Buffer.alloc(4), 0, 4, 0)).buffer;
  } finally {
    await handle.close();
  }
}
