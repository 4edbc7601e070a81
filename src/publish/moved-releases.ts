import { valid } from "semver";
import { ImageError } from "../errors.ts";
import { type ImageRef, imageName } from "../inputs/image-ref.ts";
import type { Plan } from "../plan/plan.ts";
import { openRepository, type RegistryAccess } from "../registry/access.ts";
import type { RegistryClient } from "../registry/client.ts";
import type { Fetch } from "../registry/connection.ts";
import { patience } from "../registry/patience.ts";

const revision = "org.opencontainers.image.revision";

/** Waits for no registry that is slow to say. */
const quick = { ...patience, deadline: 5_000, tries: 1 };

/**
 * Versions that lead to another commit's image already, told before anything is compiled. Whether the registry lets them
 * be moved only the push shows; that nobody takes `1.2.3` for what it was can be said now.
 */
export async function movedReleases(
  { facts, image }: Pick<Plan, "facts" | "image">,
  access: RegistryAccess,
  fetch: Fetch = globalThis.fetch,
): Promise<readonly string[]> {
  const { sha } = facts.project.git;
  const releases = image?.push === true ? image.tags.filter((tag) => valid(tag) !== null) : [];
  if (sha === "" || image === undefined || releases.length === 0) return [];
  const notes = image.names.map(async (name) => {
    const client = await openRepository(name, access, quick, fetch);
    return Promise.all(releases.map((tag) => noteOf(client, name, tag, sha)));
  });
  return (await Promise.all(notes)).flat().filter((note) => note !== "");
}

async function noteOf(client: RegistryClient, name: ImageRef, tag: string, sha: string): Promise<string> {
  const made = await revisionOf(client, tag).catch((error: unknown) => {
    if (error instanceof ImageError) return "";
    throw error;
  });
  if (made === "" || made === sha) return "";
  return `${imageName(name)}:${tag} is there already, made from commit ${made.slice(0, 12)}; this run moves it to ${sha.slice(0, 12)}, where the registry lets it.`;
}

/** By the annotations of the list, or the labels of the image; empty where nothing says. */
async function revisionOf(client: RegistryClient, tag: string): Promise<string> {
  const { manifest } = await client.manifest(tag);
  const annotated = commitIn(manifest.annotations);
  if (annotated !== "") return annotated;
  const [child] = manifest.manifests ?? [];
  const { config } = child === undefined ? manifest : (await client.manifest(child.digest)).manifest;
  return config === undefined ? "" : commitIn((await client.config(config.digest)).labels);
}

/** What a foreign machine sent is a commit where it looks like one. */
function commitIn(words: Readonly<Record<string, unknown>> | null = {}): string {
  const made = words?.[revision];
  return typeof made === "string" && /^[0-9a-f]{7,64}$/.test(made) ? made : "";
}
