import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./projects.ts";

export interface TlsServer {
  readonly url: string;
  /** The certificate of the only authority that vouches for it, as PEM. */
  readonly root: string;
}

/** An HTTPS server on loopback that answers every request with the same text. */
export async function tlsServer(text: string): Promise<TlsServer> {
  const folder = await temporaryFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const certificate = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const names = ["-subj", "/CN=the test's own", "-addext", "subjectAltName=IP:127.0.0.1"];
  await promisify(execFile)("openssl", ["req", ...certificate, ...names, "-keyout", key, "-out", cert]);
  const root = await readFile(cert, "utf8");
  const server = createServer({ key: await readFile(key), cert: root }, (_, response) => response.end(text));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, root };
}
