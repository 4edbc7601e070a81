import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The kinds of requests that a push and its reading back are made of. */
export const kinds = [
  "ping",
  "blob HEAD",
  "blob POST",
  "blob PATCH",
  "blob PUT",
  "manifest PUT",
  "manifest GET",
] as const;
export type Kind = (typeof kinds)[number];

/** How a request can go wrong. `swapped` answers with what the tag `swapped` holds, whatever tag was asked for. */
export const accidents = ["429", "500", "502", "503", "reset", "truncated", "401", "403", "404", "swapped"] as const;
export type Accident = (typeof accidents)[number];

export interface RegistryProxy {
  /** `127.0.0.1:…` */
  readonly host: string;
  /** How many requests went wrong. */
  readonly hits: () => number;
  close(): Promise<void>;
}

/** Stands before a registry on loopback: the first `count` requests of a kind go wrong. */
export async function startRegistryProxy(
  registry: string,
  kind: Kind,
  accident: Accident,
  count: number,
): Promise<RegistryProxy> {
  let hits = 0;
  const server = createServer((asked, answer) => {
    const hit = kindOf(asked) === kind && hits < count;
    if (hit) hits += 1;
    if (!hit) return pass(registry, asked, answer);
    if (accident === "truncated" || accident === "swapped") return pass(registry, asked, answer, accident);
    asked.resume();
    if (accident === "reset") return asked.socket.resetAndDestroy();
    const headers = accident === "429" ? { "retry-after": "1" } : {};
    const html = { ...headers, "content-type": "text/html" };
    answer.writeHead(Number(accident), html).end(`<html><body>${accident} ::error::no</body></html>`);
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

function kindOf({ method = "", url = "" }: IncomingMessage): Kind | undefined {
  if (/^\/v2\/?$/.test(url)) return "ping";
  if (/\/blobs\//.test(url)) return kinds.find((kind) => kind === `blob ${method}`);
  if (/\/manifests\//.test(url)) return method === "PUT" ? "manifest PUT" : "manifest GET";
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
    if (accident !== "truncated") {
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
