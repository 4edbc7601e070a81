import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { certificate } from "../../faults/certificates.ts";
import { temporaryFolder } from "./projects.ts";

export interface TlsServer {
  readonly url: string;
  /** The certificate of the only authority that vouches for it, as PEM. */
  readonly root: string;
}

/** An HTTPS server on loopback that answers every request with the same text. */
export async function tlsServer(text: string): Promise<TlsServer> {
  const folder = await temporaryFolder();
  const pair = await certificate("127.0.0.1", "unknown", folder);
  const server = createServer(pair, (_, response) => response.end(text));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, root: pair.cert };
}
