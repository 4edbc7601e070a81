import { isDigest } from "../inputs/image-ref.ts";

/** Every kind that a tag may lead to, as an `Accept` header. */
export const manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

export interface Descriptor {
  readonly mediaType?: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: Platform;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

export interface Manifest {
  readonly mediaType?: string;
  readonly manifests?: readonly Descriptor[];
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What an image's configuration says of it. */
export interface ImageConfig extends Platform {
  readonly labels: Readonly<Record<string, string>>;
}

/** A manifest or a manifest list as it is kept: its digest is that of these bytes. */
export interface StoredManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a foreign machine sent is looked at before it is relied on. */
export function isManifest(value: Partial<Manifest>): value is Manifest {
  const { mediaType = "", manifests = [], config, layers = [] } = value;
  if (typeof mediaType !== "string" || !Array.isArray(manifests) || !Array.isArray(layers)) return false;
  return [...manifests, ...layers, ...(config === undefined ? [] : [config])].every(isDescriptor);
}

function isDescriptor(value: unknown): boolean {
  const { digest, size, platform } = { ...(value as Partial<Descriptor> | null) };
  return (
    typeof digest === "string" &&
    isDigest(digest) &&
    Number.isSafeInteger(size) &&
    Number(size) >= 0 &&
    (platform === undefined || platform === null || isPlatform(platform))
  );
}

/** Its words become part of messages and reports. */
function isPlatform(value: unknown): boolean {
  const { os, architecture, variant = "" } = { ...(value as Partial<Platform> | null) };
  return [os, architecture, variant].every((word) => typeof word === "string" && /^[\w.-]{0,64}$/.test(word));
}
