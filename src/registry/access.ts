import type { EngineFacts, RegistryLogin } from "../engine/engine.ts";
import { loginFiles } from "../engine/login-files.ts";
import type { ImageRef } from "../inputs/image-ref.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { RegistryClient } from "./client.ts";
import type { Fetch } from "./connection.ts";
import { type Patience, patience } from "./patience.ts";
import { type StoredCredentials, storedCredentials } from "./stored-credentials.ts";
import { transportOf } from "./transport.ts";

/** How the run may speak to registries. */
export interface RegistryAccess {
  /** By the inputs. */
  readonly login: RegistryLogin | undefined;
  /** Hosts and subnets that the engine reaches without TLS: `registry.lan:5000`, `10.0.0.0/8`. */
  readonly insecure: readonly string[];
  readonly signal: AbortSignal;
}

/** By the inputs and the engine's own account. */
export function registryAccess(
  inputs: Pick<Inputs, "image" | "registry" | "username" | "password">,
  { insecureRegistries: insecure }: Pick<EngineFacts, "insecureRegistries">,
  signal: AbortSignal,
): RegistryAccess {
  return { login: loginOf(inputs), insecure, signal };
}

/** What the inputs give: it is for one registry, and no other. */
export function loginOf(inputs: Pick<Inputs, "image" | "registry" | "username" | "password">) {
  const { username, password } = inputs;
  const registry = loginRegistry(inputs);
  if (username === undefined || password === undefined || registry === undefined) return undefined;
  return { registry, username, password };
}

/** Whose `username` and `password` are. */
export function loginRegistry({ image, registry }: Pick<Inputs, "image" | "registry">): string | undefined {
  return registry ?? image[0]?.registry;
}

/** One repository, ready to be asked. */
export async function openRepository(
  ref: ImageRef,
  { login, insecure, signal }: RegistryAccess,
  waiting: Patience = patience,
  fetch: Fetch = globalThis.fetch,
): Promise<RegistryClient> {
  const credentials = await credentialsFor(ref.registry, login, signal);
  const transport = await transportOf(ref.registry, insecure);
  return new RegistryClient(ref, { credentials, transport, fetch, signal, patience: waiting });
}

/** The inputs' credentials go to the registry they are for, and to no other: those have an earlier login's, or none. */
export function credentialsFor(
  registry: string,
  login: RegistryLogin | undefined,
  signal?: AbortSignal,
): Promise<StoredCredentials | undefined> {
  return login?.registry === registry ? Promise.resolve(login) : storedCredentials(registry, loginFiles(), signal);
}
