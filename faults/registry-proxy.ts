import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The kinds of requests that a push and its reading back are made of. */
export const kinds = [
  "ping",
  "token",
  "blob HEAD",
  "blob POST",
  "blob PUT",
  "manifest HEAD",
  "manifest PUT",
  "manifest GET",
] as const;
export type Kind = (typeof kinds)[number];

/** How a request can go wrong. `swapped` answers with what the tag `swapped` holds, whatever tag was asked for. */
export const accidents = [
  "429",
  "500",
  "502",
  "503",
  "reset",
  "hang",
  "truncated",
  "401",
  "403",
  "404",
  "swapped",
] as const;
export type Accident = (typeof accidents)[number];

export interface RegistryProxy {
  /** `127.0.0.1:…` */
  readonly host: string;
  /** How many requests went wrong. */
  readonly hits: () => number;
  close(): Promise<void>;
}

const token = "of-a-stand-in";

/**
 * Stands before a registry on loopback: the first `count` requests of a kind go wrong. With `asksToken` it wants a login,
 * for which it stands in itself.
 */
export async function startRegistryProxy(
  registry: string,
  kind: Kind,
  accident: Accident,
  count: number,
  asksToken = kind === "token",
): Promise<RegistryProxy> {
  let hits = 0;
  const server = createServer((asked, answer) => {
    const hit = kindOf(asked) === kind && hits < count;
    if (hit) hits += 1;
    if (hit) return goWrong(registry, asked, answer, accident);
    if (!(asksToken && challenged(asked, answer))) pass(registry, asked, answer);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => hits,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function goWrong(registry: string, asked: IncomingMessage, answer: ServerResponse, accident: Accident): void {
  if (accident === "truncated" || accident === "swapped") {
    pass(registry, asked, answer, accident);
    return;
  }
  asked.resume();
  if (accident === "hang") return;
  if (accident === "reset") {
    asked.socket.resetAndDestroy();
    return;
  }
  const headers = accident === "429" ? { "retry-after": "1" } : accident === "401" ? challenge(asked) : {};
  const html = { ...headers, "content-type": "text/html" };
  answer.writeHead(Number(accident), html).end(`<html><body>${accident} ::error::no</body></html>`);
}

function challenge({ headers }: IncomingMessage) {
  return { "www-authenticate": `Bearer realm="http://${headers.host}/token",service="stand-in"` };
}

/** Gives tokens, and asks for one. */
function challenged(asked: IncomingMessage, answer: ServerResponse): boolean {
  if (kindOf(asked) === "token") {
    answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ token }));
    return true;
  }
  if (asked.headers.authorization === `Bearer ${token}`) return false;
  asked.resume();
  answer.writeHead(401, challenge(asked)).end();
  return true;
}

function kindOf({ method = "", url = "" }: IncomingMessage): Kind | undefined {
  if (/^\/v2\/?$/.test(url)) return "ping";
  if (/\/blobs\//.test(url)) return kinds.find((kind) => kind === `blob ${method}`);
  if (url.startsWith("/token")) return "token";
  if (/\/manifests\//.test(url)) return kinds.find((kind) => kind === `manifest ${method}`);
  return undefined;
}

function pass(
  registry: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  accident?: "truncated" | "swapped",
): void {
  const { method, headers } = asked;
  const url =
    accident === "swapped" ? asked.url?.replace(/\/manifests\/(?!sha256:)[^/]+$/, "/manifests/swapped") : asked.url;
  const target = request(`http://${registry}${url}`, { method, headers }, (got) => {
    if (accident !== "truncated" || method === "HEAD") {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
      return;
    }
    const length = Number(got.headers["content-length"] ?? 100) + 100;
    answer.writeHead(got.statusCode ?? 502, { ...got.headers, "content-length": length });
    got.pipe(answer, { end: false });
    got.on("end", () => answer.destroy());
  });
  target.on("error", () => answer.destroy());
  asked.pipe(target);
}
