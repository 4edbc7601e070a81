import { ImageError } from "../errors.ts";
import type { RegistryClient } from "./client.ts";
import type { StoredManifest } from "./manifest.ts";

/**
 * Lets a tag lead to a manifest that is there, and looks whether it does. One that does already stays untouched, so that a
 * run may be repeated where tags cannot be moved. `ref` is for messages.
 */
export async function setTag(client: RegistryClient, ref: string, tag: string, root: StoredManifest): Promise<void> {
  const before = await client.digestOf(tag);
  if (before === root.digest) return;
  const refused = await client.putManifest(tag, root);
  if (refused !== undefined && before !== undefined && isImmutable(refused.status)) {
    throw new ImageError(
      `${ref} is ${before || "another image"} already, and the registry does not let it be moved to ${root.digest}: it answered ${refused.status}.`,
      "Give this image a tag of its own: a new version, or one with the commit. The pushed image stays under its digest.",
    );
  }
  if (refused !== undefined) throw client.refusal(refused, "write");
  const { digest } = await client.manifest(tag);
  if (digest === root.digest) return;
  throw new ImageError(
    `${ref} is ${digest} in the registry, but ${root.digest} was pushed.`,
    "Somebody else has pushed the same tag meanwhile, or something between changes it. Give it a tag of its own, and run again.",
  );
}

/** Refused, but not for want of a right: registries have no common word for it (400, 405, 409, 412, 422). */
function isImmutable(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status);
}
