import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { archiveError } from "../archive-error.ts";
import { eachTarEntry } from "../tar-entries.ts";

/** Unpacks an OCI layout that BuildKit has written as a tar, and nothing that does not belong to one. */
export async function unpackLayout(archive: string, folder: string, signal?: AbortSignal): Promise<void> {
  await mkdir(join(folder, "blobs/sha256"), { recursive: true });
  try {
    await eachTarEntry([createReadStream(archive, { signal })], async (entry) => {
      const { name, type } = entry.header;
      if (type === "file" && /^(index\.json|oci-layout|blobs\/sha256\/[0-9a-f]{64})$/.test(name))
        await pipeline(entry, createWriteStream(join(folder, name)));
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw archiveError("The layout that the builder has written", error);
  }
}
