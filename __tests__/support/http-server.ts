import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { onTestFinished } from "vitest";

/** A server of the test's own on loopback: its host and port. */
export async function httpServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends the same piece again and again, as fast as it is taken, for as long as somebody listens or `most` bytes. */
export async function sendEndlessly(response: ServerResponse, piece: Uint8Array, most: number): Promise<void> {
  const pieces = function* () {
    for (let sent = 0; sent < most; sent += piece.length) yield piece;
  };
  await pipeline(Readable.from(pieces()), response).catch(() => undefined);
}
