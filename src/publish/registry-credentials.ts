import type { Credentials, RegistryLogin } from "../engine/engine.ts";
import { storedCredentials } from "../engine/stored-credentials.ts";

/** The inputs' credentials go to the registry they are for, and to no other: those have an earlier login's, or none. */
export function credentialsFor(registry: string, login: RegistryLogin | undefined): Promise<Credentials | undefined> {
  return login?.registry === registry ? Promise.resolve(login) : storedCredentials(registry);
}
