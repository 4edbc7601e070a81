import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { putFile } from "../../../src/registry/put-file.ts";
import { temporaryFolder } from "../../support/projects.ts";

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/upload?digest=x`);
}

async function fileOf(content: Buffer) {
  const file = join(await temporaryFolder(), "blob");
  await writeFile(file, content);
  return { file, size: content.length };
}

const how = { headers: { authorization: "Bearer t" }, signal: new AbortController().signal };

describe("a file that is put", () => {
  it("arrives whole, with its length, and the answer comes back", async () => {
    const content = Buffer.alloc(3_000_000, "abc");
    const seen: unknown[] = [];
    const url = await serve(async (request, response) => {
      const { authorization, "content-length": length } = request.headers;
      seen.push(request.method, request.url, authorization, length, (await buffer(request)).equals(content));
      response.writeHead(201, { location: "/there" }).end("made");
    });
    const answer = await putFile(url, await fileOf(content), how);
    expect(seen).toEqual(["PUT", "/upload?digest=x", "Bearer t", "3000000", true]);
    expect([answer.status, answer.headers.get("location"), await answer.text()]).toEqual([201, "/there", "made"]);
  });

  it("that is refused before all of it is there ends with the answer", async () => {
    const url = await serve((_, response) => response.writeHead(413).end("too large"));
    const answer = await putFile(url, await fileOf(Buffer.alloc(30_000_000)), how);
    expect([answer.status, await answer.text()]).toEqual([413, "too large"]);
  });

  it.each([
    ["nobody takes", "ECONNRESET", (): RequestListener => (request) => request.socket.resetAndDestroy()],
    ["is never answered", "TimeoutError", (): RequestListener => (request) => request.resume()],
  ])("that %s is an error: %s", async (_, kind, listener) => {
    const url = await serve(listener());
    const signal = AbortSignal.timeout(300);
    const error = await putFile(url, await fileOf(Buffer.from("x")), { ...how, signal }).catch((thrown) => thrown);
    expect([error.name, error.code]).toContain(kind);
  });
});
