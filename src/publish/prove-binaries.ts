import { ImageError } from "../errors.ts";
import type { BuiltBinary } from "../execute/outcome.ts";
import type { RegistryClient } from "../registry/client.ts";
import type { LayoutImage } from "../registry/image-layout.ts";
import type { RegistryManifest } from "../registry/read-manifest.ts";
import { plural } from "../report/human.ts";
import type { ProvenBinary } from "../report/report.ts";
import type { ImageWork } from "./image-work.ts";
import { type LayerFiles, layerFiles } from "./layer-files.ts";
import { fromFiles, fromRegistry, type ReadLayer } from "./packed-layer.ts";

/** The image holds what was tested, or the run says not. */
export async function prove(
  registry: RegistryClient,
  manifest: RegistryManifest,
  { blobs }: LayoutImage,
  { image, binaries, log, access }: Pick<ImageWork, "image" | "binaries" | "log" | "access">,
): Promise<readonly ProvenBinary[]> {
  if (image.kind === "source") return [];
  // A base of the user's own may be large, and is looked through to its first layer where it holds no tested binary.
  const read = image.kind === "own" ? fromFiles(blobs, access.signal) : fromRegistry(registry);
  const proven = await proveBinaries(registry, manifest, binaries, image.kind, read);
  log.info(
    proven.length > 0
      ? `The registry holds the tested bytes: ${plural(proven.length, "binary", "binaries")} compared.`
      : "The image holds none of the tested binaries: its Dockerfile makes its own.",
  );
  return proven;
}

/**
 * Takes each platform's binaries out of the layers of the manifests that the registry holds, and compares them with the
 * tested ones. In an image of ours they lie in the root, and one that is missing or another throws ImageError; in one of
 * the user's own they may lie anywhere, and those that are found are told.
 */
export async function proveBinaries(
  registry: RegistryClient,
  { platforms }: RegistryManifest,
  binaries: readonly BuiltBinary[],
  kind: "binary" | "own",
  read: ReadLayer,
): Promise<readonly ProvenBinary[]> {
  const find = kind === "binary" ? inTheRoot : anywhere;
  const proven: ProvenBinary[] = [];
  for (const { platform, digest } of platforms) {
    const own = binaries.filter((one) => one.platform === platform);
    proven.push(...(await find(await contentsOf(registry, digest, read), own)));
  }
  return proven;
}

type Held = ReadonlyMap<string, string>;

/** sha256 by path of the wanted files of an image, of its last layers first, until they are enough. */
type Contents = (wanted: (path: string, size: number) => boolean, enough: (held: Held) => boolean) => Promise<Held>;

async function inTheRoot(contents: Contents, own: readonly BuiltBinary[]): Promise<readonly ProvenBinary[]> {
  const held = await contents(
    (path) => own.some(({ name }) => name === path),
    (found) => own.every(({ name }) => found.has(name)),
  );
  return own.map(({ platform, name, path, sha256 }) => {
    if (held.get(name) !== sha256) throw otherBytes(platform, name, path, held.get(name));
    return { platform, path, inImage: `/${name}`, sha256 };
  });
}

async function anywhere(contents: Contents, own: readonly BuiltBinary[]): Promise<readonly ProvenBinary[]> {
  const held = await contents(
    (_, size) => own.some((one) => one.size === size),
    (found) => own.every(({ sha256 }) => [...found.values()].includes(sha256)),
  );
  return own.flatMap(({ platform, path, sha256 }) => {
    const [found] = [...held].find(([, inside]) => inside === sha256) ?? [];
    return found === undefined ? [] : [{ platform, path, inImage: `/${found}`, sha256 }];
  });
}

/** What the last layers hold outweighs those below. */
async function contentsOf(registry: RegistryClient, digest: string, read: ReadLayer): Promise<Contents> {
  const { manifest } = await registry.manifest(digest);
  return async (wanted, enough) => {
    let held: Held = new Map();
    const above: LayerFiles[] = [];
    for (const layer of (manifest.layers ?? []).toReversed()) {
      if (enough(held)) break;
      const files = await read(layer, (packed) => layerFiles(packed, wanted));
      const seen = [...files.found].filter(([path]) => !above.some((one) => one.hides(path)));
      // What is held already lies above.
      held = new Map([...seen, ...held]);
      above.push(files);
    }
    return held;
  };
}

function otherBytes(platform: string, name: string, path: string, held: string | undefined): ImageError {
  const what = held === undefined ? "is missing" : `has the sha256 ${held}`;
  return new ImageError(
    `In the pushed image for ${platform}, /${name} ${what}: it is not the tested ${path}.`,
    "Do not use the image. Look for what changes files between the build and the registry, and push again.",
  );
}
