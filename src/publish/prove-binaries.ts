import { ImageError } from "../errors.ts";
import type { BuiltBinary } from "../execute/outcome.ts";
import type { ProvenBinary } from "../report/report.ts";
import { layerFiles } from "./layer-files.ts";
import type { RegistryManifest } from "./read-manifest.ts";
import type { RegistryClient } from "./registry-client.ts";

/**
 * Takes each platform's binaries out of the layers that the registry holds, and compares them with the tested ones.
 * Throws ImageError where one is missing or another.
 */
export async function proveBinaries(
  registry: RegistryClient,
  { platforms }: RegistryManifest,
  binaries: readonly BuiltBinary[],
): Promise<readonly ProvenBinary[]> {
  const proven: ProvenBinary[] = [];
  for (const { platform, digest } of platforms) {
    const own = binaries.filter((one) => one.platform === platform);
    const held = await filesOf(registry, digest, new Set(own.map(({ name }) => name)));
    for (const { name, path, sha256 } of own) {
      if (held.get(name) !== sha256) throw otherBytes(platform, name, path, held.get(name));
      proven.push({ platform, path, inImage: `/${name}`, sha256 });
    }
  }
  return proven;
}

/** What the last layers hold outweighs those below. */
async function filesOf(registry: RegistryClient, digest: string, names: ReadonlySet<string>) {
  const { manifest } = await registry.manifest(digest);
  const held = new Map<string, string>();
  for (const layer of (manifest.layers ?? []).toReversed()) {
    const missing = new Set([...names].filter((name) => !held.has(name)));
    if (missing.size === 0) break;
    for (const [name, sha256] of await layerFiles(await registry.blob(layer.digest), missing)) held.set(name, sha256);
  }
  return held;
}

function otherBytes(platform: string, name: string, path: string, held: string | undefined): ImageError {
  const what = held === undefined ? "is missing" : `has the sha256 ${held}`;
  return new ImageError(
    `In the pushed image for ${platform}, /${name} ${what}: it is not the tested ${path}.`,
    "Do not use the image. Look for what changes files between the build and the registry, and push again.",
  );
}
