import { gunzipSync } from "node:zlib";
import { accept, registry } from "./registry.ts";

interface Manifest {
  readonly manifests?: readonly { readonly digest: string }[];
  readonly config?: { readonly digest: string };
  readonly layers?: readonly { readonly digest: string }[];
}

/** All that the registry holds of a tag: its manifests, configurations with their history, and layers, unpacked. */
export async function storedBytes(name: string, reference: string): Promise<readonly Buffer[]> {
  const manifest = await read(`${name}/manifests/${reference}`);
  const { manifests = [], config, layers = [] } = JSON.parse(manifest.toString()) as Manifest;
  const below = await Promise.all(manifests.map(({ digest }) => storedBytes(name, digest)));
  const blobs = [...(config === undefined ? [] : [config]), ...layers];
  const bytes = await Promise.all(blobs.map(({ digest }) => read(`${name}/blobs/${digest}`)));
  return [
    manifest,
    ...below.flat(),
    ...bytes.map((blob) => (blob[0] === 0x1f && blob[1] === 0x8b ? gunzipSync(blob) : blob)),
  ];
}

async function read(path: string): Promise<Buffer> {
  const answer = await fetch(`http://${registry}/v2/${path}`, { headers: { accept } });
  if (!answer.ok) throw new Error(`${path}: the registry answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
