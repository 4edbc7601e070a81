import { stat } from "node:fs/promises";
import type { RegistryClient } from "./client.ts";
import type { LayoutImage } from "./image-layout.ts";

/** Uploads at the same time. */
const width = 4;

/** Brings an image into a repository, under its digest and no tag. Gives the bytes that were not there yet. */
export async function pushLayout(client: RegistryClient, { root, children, blobs }: LayoutImage): Promise<number> {
  const files = [...new Map(blobs.map(({ digest, file }) => [digest, file]))];
  let sent = 0;
  const worker = async () => {
    for (let next = files.shift(); next !== undefined; next = files.shift()) {
      const [digest, file] = next;
      sent += await client.upload(digest, { file, size: (await stat(file)).size });
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  for (const manifest of [...children, root]) {
    const refused = await client.putManifest(manifest.digest, manifest);
    if (refused !== undefined) throw client.refusal(refused, "write");
  }
  return sent;
}
