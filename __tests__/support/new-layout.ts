import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { temporaryFolder } from "./projects.ts";

/** An image for linux/amd64 that no registry has, with these files: the folder of an OCI layout. */
export async function newLayout(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "blobs/sha256"), { recursive: true });
  const put = async (content: Buffer | object) => {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    const hex = createHash("sha256").update(bytes).digest("hex");
    await writeFile(join(folder, "blobs/sha256", hex), bytes);
    return { digest: `sha256:${hex}`, size: bytes.length };
  };
  const archive = pack();
  for (const [name, content] of Object.entries({ ...files, id: randomUUID() })) archive.entry({ name }, content);
  archive.finalize();
  const kind = "application/vnd.oci.image";
  const layer = { mediaType: `${kind}.layer.v1.tar+gzip`, ...(await put(gzipSync(await buffer(archive)))) };
  const config = { os: "linux", architecture: "amd64", rootfs: { type: "layers", diff_ids: [layer.digest] } };
  const described = { mediaType: `${kind}.config.v1+json`, ...(await put(config)) };
  const mediaType = `${kind}.manifest.v1+json`;
  const root = await put({ schemaVersion: 2, mediaType, config: described, layers: [layer] });
  await writeFile(join(folder, "index.json"), JSON.stringify({ manifests: [{ mediaType, ...root }] }));
  return folder;
}
