import type { Problem } from "../errors.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { loginRegistry } from "../registry/access.ts";
import { storedCredentials } from "../registry/stored-credentials.ts";

/** Registries that take an image from nobody whom they do not know. */
const knowTheirUsers =
  /^(docker\.io|ghcr\.io|quay\.io|registry\.gitlab\.com|(.+\.)?gcr\.io|.+\.(pkg\.dev|amazonaws\.com|azurecr\.io))$/;

/** A push that cannot succeed is refused before anything is built for it. */
export async function missingLogins(
  { push, image, registry, username }: Pick<Inputs, "push" | "image" | "registry" | "username">,
  stored: (registry: string) => Promise<unknown> = storedCredentials,
): Promise<readonly Problem[]> {
  if (!push) return [];
  const registries = [...new Set(image.map(({ registry }) => registry))].filter((one) => knowTheirUsers.test(one));
  const open = registries.filter((one) => username === undefined || one !== loginRegistry({ image, registry }));
  const known = await Promise.all(open.map((registry) => stored(registry)));
  const message =
    "nobody is logged in there, and it takes no image from strangers. Set `username` and `password`, or log in before.";
  return open.filter((_, i) => known[i] === undefined).map((item) => ({ input: "push", item, message }));
}
