import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseImageRef } from "../../../src/inputs/image-ref.ts";
import { RegistryClient } from "../../../src/registry/client.ts";
import { manner } from "../../support/manner.ts";
import { temporaryFolder } from "../../support/projects.ts";

const digest = `sha256:${"a".repeat(64)}`;

interface Seen {
  readonly request: string;
  readonly authorization: string | undefined;
}

/** A stand-in for a registry on this machine, with what it was asked. */
async function standIn(answer: (request: string, asked: IncomingMessage, response: ServerResponse) => void) {
  const seen: Seen[] = [];
  const server = createServer((asked, response) => {
    const request = `${asked.method} ${asked.url}`;
    seen.push({ request, authorization: asked.headers.authorization });
    asked.resume().on("end", () => answer(request, asked, response));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

async function upload(host: string) {
  const file = join(await temporaryFolder(), "blob");
  await writeFile(file, "layer");
  const credentials = { username: "ada", password: "s3cret" };
  const client = new RegistryClient(parseImageRef(`${host}/a/b`), { ...manner, credentials });
  return client.upload(digest, { file, size: 5 }).catch((error: Error) => error.message);
}

/** A registry that wants a login, and leads uploads to `location`. */
const leadingTo = (location: string) =>
  standIn((request, { headers }, response) => {
    const [method = ""] = request.split(" ");
    if (headers.authorization === undefined) response.writeHead(401, { "www-authenticate": 'Basic realm="r"' }).end();
    else response.writeHead({ HEAD: 404, POST: 202 }[method] ?? 201, { location }).end();
  });

describe("an upload", () => {
  it("goes where the registry leads it, and keeps what that address says", async () => {
    const { host, seen } = await leadingTo("/v2/a/b/blobs/uploads/7?state=x%3Dy");
    expect(await upload(host)).toBe(5);
    expect(seen.at(-1)?.request).toBe(`PUT /v2/a/b/blobs/uploads/7?state=x%3Dy&digest=${encodeURIComponent(digest)}`);
    expect(seen.at(-1)?.authorization).toBe(`Basic ${btoa("ada:s3cret")}`);
  });

  it("of what is there sends nothing", async () => {
    const { host, seen } = await standIn((_, __, response) => response.writeHead(200).end());
    expect(await upload(host)).toBe(0);
    expect(seen.map(({ request }) => request)).toEqual([`HEAD /v2/a/b/blobs/${digest}`]);
  });

  it("to another host takes no login there, even when it is asked for one", async () => {
    const other = await standIn((_, __, response) =>
      response.writeHead(401, { "www-authenticate": 'Basic realm="r"' }).end(),
    );
    const { host } = await leadingTo(`http://${other.host}/upload`);
    expect(await upload(host)).toMatch(/^The registry answered 401 for /);
    expect(other.seen.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it("to another host without TLS is not begun", async () => {
    const { host } = await leadingTo("http://registry.example.org/upload");
    expect(await upload(host)).toBe(
      `The registry ${host} leads an upload to "registry.example.org", which is not https.`,
    );
  });
});
