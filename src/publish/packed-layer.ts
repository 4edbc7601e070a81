import { createReadStream } from "node:fs";
import { archiveError } from "../archive-error.ts";
import { digesting } from "../digest.ts";
import type { RegistryClient } from "../registry/client.ts";
import type { StoredBlob } from "../registry/image-layout.ts";
import type { Descriptor } from "../registry/manifest.ts";

/** A layer as a registry keeps it: packed by gzip or zstd, or not at all. */
export type PackedLayer = AsyncIterable<Uint8Array>;

/** Hands a layer to `use` as it comes. What `use` gives counts only where the bytes were the layer's. */
export type ReadLayer = <T>(layer: Descriptor, use: (packed: PackedLayer) => Promise<T>) => Promise<T>;

/** As the registry gives it. */
export function fromRegistry(registry: Pick<RegistryClient, "layer">): ReadLayer {
  return (layer, use) => registry.layer(layer, use);
}

/** As it was sent there: the same bytes where their digest is the same, which is looked at in the end. */
export function fromFiles(blobs: readonly StoredBlob[], signal?: AbortSignal): ReadLayer {
  return async ({ digest }, use) => {
    const file = blobs.find((blob) => blob.digest === digest)?.file;
    if (file === undefined) throw new Error(`the image that was built has no ${digest}`);
    const content = digesting(createReadStream(file, { signal }), (found) => {
      if (found !== digest) throw new Error("it has changed since it was built");
    });
    try {
      return await use(content);
    } catch (error) {
      signal?.throwIfAborted();
      throw archiveError(`The layer ${digest} of the built image`, error);
    }
  };
}
