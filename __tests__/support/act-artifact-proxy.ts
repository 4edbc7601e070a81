import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterwards } from "./afterwards.ts";

/**
 * Makes act's artifact server as lenient as GitHub's: act 0.2.89 refuses the field `mime_type`, and an upload address
 * whose signature lost the `=` at its end, which the Azure client cuts off. Gives the address for ACTIONS_RUNTIME_URL.
 */
export async function startArtifactProxy(server: string): Promise<string> {
  const proxy = createServer((request, response) => {
    forward(request, response, server, `http://${request.headers.host}`).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  afterwards(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}/`;
}

async function forward(request: IncomingMessage, response: ServerResponse, server: string, self: string) {
  const { method = "GET", headers } = request;
  const url = new URL(request.url ?? "/", server);
  const signature = url.searchParams.get("sig");
  if (signature !== null) url.searchParams.set("sig", signature.padEnd(Math.ceil(signature.length / 4) * 4, "="));
  const body = await buffer(request);
  const isCall = headers["content-type"]?.startsWith("application/json") === true;
  const answer = await fetch(url, {
    method,
    headers: { "content-type": headers["content-type"] ?? "", authorization: headers.authorization ?? "" },
    ...(method === "GET" || method === "HEAD" ? {} : { body: isCall ? withoutMimeType(body) : body }),
  });
  const text = await answer.text();
  response
    .writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" })
    .end(text.replaceAll(server, self));
}

function withoutMimeType(body: Buffer): string {
  return JSON.stringify({ ...(JSON.parse(body.toString()) as object), mime_type: undefined, mimeType: undefined });
}
