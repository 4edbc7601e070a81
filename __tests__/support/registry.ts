import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "./engines.ts";

/** Where `script/registry` listens. */
export const registry = "127.0.0.1:5000";

export async function startRegistry(): Promise<void> {
  await promisify(execFile)(join(repository, "script/registry"), ["start"]);
}

export interface Stored {
  /** The registry's own word: Docker-Content-Digest. */
  readonly digest: string;
  /** `linux/arm64`, sorted; empty for an image of one platform. */
  readonly platforms: readonly string[];
}

/** Every kind of manifest that a tag may lead to. */
export const accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/** What the registry holds under a tag. */
export async function stored(name: string, tag: string): Promise<Stored> {
  const answer = await fetch(`http://${registry}/v2/${name}/manifests/${tag}`, { headers: { accept } });
  if (!answer.ok) throw new Error(`${name}:${tag}: the registry answers ${answer.status}`);
  const { manifests = [] } = (await answer.json()) as {
    readonly manifests?: readonly { readonly platform: { readonly os: string; readonly architecture: string } }[];
  };
  return {
    digest: answer.headers.get("docker-content-digest") ?? "",
    // docker sorts a manifest list by its digests.
    platforms: manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`).toSorted(),
  };
}

/** Those of what a tag leads to itself. */
export async function annotations(name: string, tag: string): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`http://${registry}/v2/${name}/manifests/${tag}`, { headers: { accept } });
  return ((await answer.json()) as { readonly annotations?: Readonly<Record<string, string>> }).annotations ?? {};
}

/** The tags of a repository; none when the registry has never heard of it. */
export async function storedTags(name: string): Promise<readonly string[]> {
  const answer = await fetch(`http://${registry}/v2/${name}/tags/list`);
  if (answer.status === 404) return [];
  const { tags } = (await answer.json()) as { readonly tags: readonly string[] | null };
  return (tags ?? []).toSorted();
}
