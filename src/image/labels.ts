import type { GitContext } from "./git-context.ts";

export type Labels = Readonly<Record<string, string>>;

/** The OCI labels that are known, sorted; the user's own come on top, and an empty value takes a label away. */
export function imageLabels(git: GitContext, version: string, own: readonly (readonly [string, string])[]): Labels {
  const url = publicUrl(git.repositoryUrl);
  const computed = {
    created: git.commitDate,
    description: git.description,
    licenses: git.license,
    revision: git.sha,
    source: url,
    title: url.slice(url.lastIndexOf("/") + 1),
    url,
    version,
  };
  const labels = new Map(Object.entries(computed).map(([key, value]) => [`org.opencontainers.image.${key}`, value]));
  for (const [key, value] of own) labels.set(key, value);
  return Object.fromEntries([...labels].filter(([, value]) => value !== "").toSorted(byKey));
}

function byKey([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

/** A clone's address may hold a token, which must not be published. */
function publicUrl(text: string): string {
  const address = text.replace(/\/+$/, "").replace(/\.git$/, "");
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.username = "";
  url.password = "";
  return url.href.replace(/\/$/, "");
}
