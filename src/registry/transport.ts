import { BlockList, isIP } from "node:net";
import { connect } from "node:tls";
import { isLoopback } from "../loopback.ts";

export type Transport = "https" | "http";

/**
 * Whether what is only read may come from there, to which no login goes: also from another host without TLS, where the
 * registry does without as well. Its digest is looked at all the same.
 */
export function isReadable(url: URL, registry: URL): boolean {
  const plain = url.protocol === "http:" && registry.protocol === "http:" && !isLoopback(url.hostname);
  return plain || isSafe(url, registry);
}

/** Where a registry is asked. */
export function originOf(registry: string, transport: Transport): URL {
  return new URL(`${transport}://${registry === "docker.io" ? "registry-1.docker.io" : registry}`);
}

/**
 * Whether a registry may lead there. Without TLS only to itself, or on this machine, where it is on this machine, too:
 * another one has no business with what listens here.
 */
export function isSafe({ protocol, hostname, origin }: URL, registry: URL): boolean {
  if (protocol === "https:" || origin === registry.origin) return true;
  return protocol === "http:" && isLoopback(hostname) && isLoopback(registry.hostname);
}

/** TLS, but where nobody listens on the way or the engine is told to do without: there it is what the registry speaks. */
export async function transportOf(registry: string, insecure: readonly string[]): Promise<Transport> {
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
