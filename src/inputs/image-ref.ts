import { quoted } from "../quoted.ts";

/** An image reference as the OCI distribution specification names its parts; what is not written is empty. */
export interface ImageRef {
  /** Where it is kept: `ghcr.io`, `127.0.0.1:5000`, or `docker.io` when none is written. */
  readonly registry: string;
  /** Complete, also where people leave out a part: `library/alpine`. */
  readonly repository: string;
  readonly tag: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
}

const hub = "docker.io";
const host = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[a-f0-9:]+\])(:\d{1,5})?$/i;
const path = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

export function isTag(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text);
}

export function isDigest(text: string): boolean {
  return /^sha256:[a-f0-9]{64}$/.test(text);
}

/** Reads a reference as docker does; throws the reason and the remedy. */
export function parseImageRef(text: string): ImageRef {
  checkShape(text);
  const [named = "", digest] = text.split(/@(.*)/s);
  const [, name = "", tag] = /^(.*?)(?::([^/]*))?$/s.exec(named) ?? [];
  if (tag !== undefined && !isTag(tag)) throw new Error(badTag(tag));
  if (digest !== undefined && !isDigest(digest)) {
    throw new Error(
      'a digest is "sha256:" and 64 hex digits in lower case. Copy it whole, or leave out everything from the "@".',
    );
  }
  return { ...parseName(name, text), tag: tag ?? "", digest: digest ?? "" };
}

/** A registry's host; Docker Hub's by any of its names. */
export function parseRegistry(text: string): string {
  checkShape(text);
  const [name = ""] = text.split("/");
  if (name !== text || !host.test(text))
    throw new Error(`${quoted(text)} is not a registry's host. Write for instance "ghcr.io".`);
  return isHub(text) ? hub : text;
}

function checkShape(text: string): void {
  if (text === "") throw new Error('the image name is empty. Write for instance "ghcr.io/acme/app".');
  const scheme = /^[a-z]+:\/\//i.exec(text)?.[0];
  if (scheme !== undefined) throw new Error(`an image name has no "${scheme}". Write "${text.slice(scheme.length)}".`);
  if (/\s/.test(text)) throw new Error('an image name has no spaces. Write for instance "ghcr.io/acme/app".');
}

function badTag(tag: string): string {
  if (tag === "") return 'there is no tag after the ":". Write one, or leave out the ":".';
  if (tag.length > 128) return `the tag has ${tag.length} characters. Shorten it to 128.`;
  return 'a tag is made of letters, digits and "_.-", and does not begin with "." or "-". Change the tag.';
}

function parseName(name: string, text: string): Pick<ImageRef, "registry" | "repository"> {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  const hasRegistry = /[.:]/.test(first) || first.toLowerCase() === "localhost";
  const registry = hasRegistry ? first : hub;
  const repository = hasRegistry ? name.slice(slash + 1) : name;
  if (!host.test(registry) || !URL.canParse(`https://${registry}`))
    throw new Error(`"${registry}" is not a registry's host. Write for instance "ghcr.io/acme/app".`);
  checkRepository(repository, text, name);
  return isHub(registry) ? { registry: hub, repository: hubRepository(repository) } : { registry, repository };
}

function isHub(registry: string): boolean {
  return registry === hub || registry === `index.${hub}`;
}

function hubRepository(repository: string): string {
  return repository.includes("/") ? repository : `library/${repository}`;
}

function checkRepository(repository: string, text: string, name: string): void {
  if (/[A-Z]/.test(repository)) {
    throw new Error(`repository names are lower case. Write "${name.toLowerCase()}${text.slice(name.length)}".`);
  }
  if (/^[a-f0-9]{64}$/.test(repository)) throw new Error("64 hex digits are an image ID. Write the image's name.");
  if (repository.length > 255) throw new Error(`the name has ${repository.length} characters. Shorten it to 255.`);
  if (path.test(repository)) return;
  throw new Error(
    'a repository is lower-case letters and digits, divided by "/", ".", "_", "__" or "-". Write for instance "ghcr.io/acme/app".',
  );
}

/** The repository as people write it: without `docker.io/` and `library/`. */
export function imageName({ registry, repository }: ImageRef): string {
  return registry === hub ? repository.replace(/^library\/(?=[^/]+$)/, "") : `${registry}/${repository}`;
}

/** The whole reference as people write it. */
export function imageRefText(ref: ImageRef): string {
  return `${imageName(ref)}${ref.tag && `:${ref.tag}`}${ref.digest && `@${ref.digest}`}`;
}
