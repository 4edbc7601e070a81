import { inTurns } from "../in-turns.ts";
import { targetPlatform } from "../inputs/target.ts";
import type { RegistryClient } from "./client.ts";
import type { Descriptor, Manifest, Platform } from "./manifest.ts";

/** What a registry holds under a reference. */
export interface RegistryManifest {
  readonly digest: string;
  readonly mediaType: string;
  /** Bytes of the manifest itself. */
  readonly size: number;
  /** What can be run; attestations are left out. */
  readonly platforms: readonly PlatformManifest[];
}

interface PlatformManifest {
  /** `linux/arm/v7` */
  readonly platform: string;
  readonly digest: string;
  /** Bytes of the layers, as they are kept, and of the configuration. */
  readonly size: number;
}

/** Manifests that are asked for at the same time. */
const width = 8;

/** Reads a pushed image back, and believes only bytes whose digest is right. */
export async function readManifest(registry: RegistryClient, reference: string): Promise<RegistryManifest> {
  const { digest, type, bytes, manifest } = await registry.manifest(reference);
  const platforms = manifest.manifests
    ? await inTurns(manifest.manifests.filter(isRunnable), width, (child) => childPlatform(registry, child))
    : [{ platform: await configPlatform(registry, manifest), digest, size: contentSize(registry, manifest) }];
  return { digest, mediaType: manifest.mediaType ?? type, size: bytes.length, platforms };
}

/** BuildKit keeps attestations beside the images, under a platform that does not exist. */
function isRunnable({ platform, annotations }: Descriptor): boolean {
  return platform?.os !== "unknown" && annotations?.["vnd.docker.reference.type"] === undefined;
}

async function childPlatform(registry: RegistryClient, child: Descriptor): Promise<PlatformManifest> {
  const { digest, manifest } = await registry.manifest(child.digest);
  const size = contentSize(registry, manifest);
  return {
    platform: child.platform ? platformName(child.platform) : await configPlatform(registry, manifest),
    digest,
    size,
  };
}

async function configPlatform(registry: RegistryClient, { config }: Manifest): Promise<string> {
  if (config === undefined) throw registry.strange("a manifest without a configuration");
  return platformName(await registry.config(config.digest));
}

function platformName({ os, architecture, variant = "" }: Platform): string {
  return targetPlatform({ os, arch: architecture, variant });
}

function contentSize(registry: RegistryClient, { config, layers }: Manifest): number {
  if (config === undefined || layers === undefined) throw registry.strange("a manifest without layers");
  return [config, ...layers].reduce((sum, { size }) => sum + size, 0);
}
