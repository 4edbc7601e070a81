import type { Credentials, RegistryLogin } from "../engine/engine.ts";
import { storedCredentials } from "../engine/stored-credentials.ts";
import type { Inputs } from "../inputs/inputs.ts";

/** What the inputs give: it is for the registry of the image's first name. */
export function loginOf({ image, username, password }: Pick<Inputs, "image" | "username" | "password">) {
  const [first] = image;
  if (username === undefined || password === undefined || first === undefined) return undefined;
  return { registry: first.registry, username, password };
}

/** The inputs' credentials go to the registry they are for, and to no other: those have an earlier login's, or none. */
export function credentialsFor(registry: string, login: RegistryLogin | undefined): Promise<Credentials | undefined> {
  return login?.registry === registry ? Promise.resolve(login) : storedCredentials(registry);
}
