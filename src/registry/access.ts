import { BlockList, isIP } from "node:net";
import { connect } from "node:tls";
import type { RegistryLogin } from "../engine/engine.ts";
import type { ImageRef } from "../inputs/image-ref.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { RegistryClient } from "./client.ts";
import { type Fetch, isLoopback, type Patience, patience } from "./connection.ts";
import { type StoredCredentials, storedCredentials } from "./stored-credentials.ts";

/** How the run may speak to registries. */
export interface RegistryAccess {
  /** By the inputs. */
  readonly login: RegistryLogin | undefined;
  /** Hosts and subnets that the engine reaches without TLS: `registry.lan:5000`, `10.0.0.0/8`. */
  readonly insecure: readonly string[];
  readonly signal: AbortSignal;
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
  const credentials = await credentialsFor(ref.registry, login);
  const transport = await transportOf(ref.registry, insecure);
  return new RegistryClient(ref, { credentials, transport, fetch, signal, patience: waiting });
}

/** The inputs' credentials go to the registry they are for, and to no other: those have an earlier login's, or none. */
export function credentialsFor(
  registry: string,
  login: RegistryLogin | undefined,
): Promise<StoredCredentials | undefined> {
  return login?.registry === registry ? Promise.resolve(login) : storedCredentials(registry);
}

/** TLS, but where nobody listens on the way or the engine is told to do without: there it is what the registry speaks. */
export async function transportOf(registry: string, insecure: readonly string[]): Promise<"https" | "http"> {
  const { hostname, port } = new URL(`http://${registry}`);
  if (!isLoopback(hostname) && !isInsecure(registry, insecure)) return "https";
  return (await speaksTls(hostname.replace(/^\[|\]$/g, ""), Number(port || 443))) ? "https" : "http";
}

/** Whether there is TLS at all; whom it is with is looked at by the connection that counts. */
function speaksTls(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: 2_000 });
    const end = (speaks: boolean) => {
      socket.destroy();
      resolve(speaks);
    };
    socket.once("secureConnect", () => end(true));
    socket.once("timeout", () => end(false));
    socket.once("error", () => end(false));
  });
}

/** By name, or by the address that stands there: no name is looked up. */
function isInsecure(registry: string, insecure: readonly string[]): boolean {
  if (insecure.includes(registry)) return true;
  const address = new URL(`http://${registry}`).hostname.replace(/^\[|\]$/g, "");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (isIP(address) === 0) return false;
  const list = new BlockList();
  for (const subnet of insecure) {
    const [net = "", bits] = subnet.split("/");
    if (bits !== undefined && isIP(net) !== 0) list.addSubnet(net, Number(bits), isIP(net) === 6 ? "ipv6" : "ipv4");
  }
  return list.check(address, family);
}
