import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CancelledError, ImageError } from "../../../src/errors.ts";
import { parseImageRef } from "../../../src/inputs/image-ref.ts";
import { bodyLimits } from "../../../src/registry/body-limits.ts";
import { RegistryClient } from "../../../src/registry/client.ts";
import type { Manner } from "../../../src/registry/connection.ts";
import { readManifest } from "../../../src/registry/read-manifest.ts";
import { httpServer, sendEndlessly } from "../../support/http-server.ts";
import { manner } from "../../support/manner.ts";
import { temporaryFolder } from "../../support/projects.ts";

const mebibyte = 2 ** 20;
const sha256 = (bytes: Uint8Array | string) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const layer = { digest: sha256("layer"), size: 5 };

/** A client that counts the bytes that it takes of bodies. */
function counting(host: string, more: Partial<Manner> = {}) {
  const taken = { bytes: 0, requests: [] as string[] };
  const fetchCounted: typeof fetch = async (url, init) => {
    taken.requests.push(`${init?.method} ${new URL(String(url)).pathname}`);
    const answer = await fetch(url, init);
    const counter = new TransformStream<Uint8Array, Uint8Array>(
      {
        transform(piece, controller) {
          taken.bytes += piece.length;
          controller.enqueue(piece);
        },
      },
      undefined,
      { highWaterMark: 0 },
    );
    const body = answer.body === null ? null : answer.body.pipeThrough(counter);
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
  const patience = { ...manner.patience, deadline: 20_000, tries: 1 };
  const client = new RegistryClient(parseImageRef(`${host}/acme/hello`), {
    ...manner,
    patience,
    fetch: fetchCounted,
    ...more,
  });
  return { client, taken };
}

const failing = (work: Promise<unknown>): Promise<ImageError> =>
  work.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: ImageError) => error,
  );

async function all(content: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of content) text += Buffer.from(piece).toString();
  return text;
}

async function blobFile() {
  const file = join(await temporaryFolder(), "blob");
  await writeFile(file, "layer");
  return { file, size: 5 };
}

const endless = (status: number, piece = Buffer.alloc(64 * 1024, "x"), headers = {}): RequestListener => {
  return (_, response) => void sendEndlessly(response.writeHead(status, headers), piece, 500 * mebibyte);
};
const challenge = (host: string) => ({ "www-authenticate": `Bearer realm="http://${host}/token"` });

describe("a body without an end", () => {
  const ask = {
    manifest: (client: RegistryClient) => client.manifest("1"),
    configuration: (client: RegistryClient) => client.config(layer.digest),
    layer: (client: RegistryClient) => client.layer(layer, all),
    upload: async (client: RegistryClient) => client.upload(layer.digest, await blobFile()),
  };

  it.each<[string, keyof typeof ask, number, number, RegExp]>([
    ["a manifest", "manifest", 200, bodyLimits.manifest, /more than 4.0 MiB/],
    ["a configuration", "configuration", 200, bodyLimits.config, /more than 8.0 MiB/],
    ["a layer of 5 bytes", "layer", 200, 5, /more than the 5 bytes that it promised/],
    ["a manifest that is refused", "manifest", 403, bodyLimits.refusal, /answered 403/],
    ["a manifest that is not there", "manifest", 404, bodyLimits.refusal, /answered 404/],
    ["a manifest, by an error", "manifest", 500, bodyLimits.refusal, /answered 500/],
    ["a layer that is refused", "layer", 403, bodyLimits.refusal, /answered 403/],
    ["an upload that is refused", "upload", 403, bodyLimits.refusal, /answered 403/],
  ])("in the place of %s is read to its limit only", async (_, what, status, limit, message) => {
    const { client, taken } = counting(await httpServer(endless(status)));
    const error = await failing(ask[what](client));
    expect(error).toBeInstanceOf(ImageError);
    expect(error.message).toMatch(message);
    expect(error.remedy).not.toBe("");
    // What the connection reads ahead is a few pieces.
    expect(taken.bytes).toBeLessThan(limit + mebibyte);
  });

  it.each([401, 200])("of a token realm that answers %i is read to its limit only", async (status) => {
    const host: string = await httpServer((request, response) =>
      request.url?.startsWith("/token")
        ? endless(status)(request, response)
        : response.writeHead(401, challenge(host)).end(),
    );
    const { client, taken } = counting(host);
    const error = await failing(client.manifest("1"));
    expect(error.message).toMatch(status === 200 ? /more than 1.0 MiB/ : /answered 401/);
    expect(taken.bytes).toBeLessThan(bodyLimits.token + mebibyte);
  });

  it("to a file that is put is read to its limit only", async () => {
    let taken = 0;
    const host = await httpServer((request, response) => {
      if (request.method === "HEAD") return response.writeHead(404).end();
      if (request.method === "POST") return response.writeHead(202, { location: "/v2/upload" }).end();
      request.resume();
      response.on("close", () => {
        taken = response.socket?.bytesWritten ?? 0;
      });
      return endless(403)(request, response);
    });
    const { client } = counting(host);
    expect((await failing(client.upload(layer.digest, await blobFile()))).message).toMatch(/answered 403/);
    await expect.poll(() => taken).toBeGreaterThan(0);
    // The rest is what two kernel buffers hold.
    expect(taken).toBeLessThan(32 * mebibyte);
  });

  it("that is packed is measured unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(100 * mebibyte));
    const host = await httpServer((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb));
    const { client, taken } = counting(host);
    expect((await failing(client.manifest("1"))).message).toMatch(/more than 4.0 MiB/);
    expect(taken.bytes).toBeLessThan(bodyLimits.manifest + mebibyte);
  });
});

describe("a body that drips", () => {
  const drip: RequestListener = (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(" "), 5);
    response.on("close", () => clearInterval(timer));
  };
  const putDrip: RequestListener = (request, response) => {
    if (request.method === "HEAD") return response.writeHead(404).end();
    if (request.method === "POST") return response.writeHead(202, { location: "/v2/upload" }).end();
    return drip(request, response);
  };
  const asks: readonly [string, RequestListener, (client: RegistryClient) => Promise<unknown>][] = [
    ["a manifest", drip, (client) => client.manifest("1")],
    ["a layer", drip, (client) => client.layer({ ...layer, size: 1e4 }, all)],
    ["the answer to an upload", putDrip, async (client) => client.upload(layer.digest, await blobFile())],
  ];

  it.each(asks)("in the place of %s ends at the deadline", async (_, listener, ask) => {
    const patience = { ...manner.patience, deadline: 200, tries: 2 };
    const { client } = counting(await httpServer(listener), { patience });
    expect((await failing(ask(client))).message).toMatch(/no answer within 0\.\d+ s, 2 times/);
  });

  it.each(asks)("in the place of %s ends with the run", async (_, listener, ask) => {
    const controller = new AbortController();
    const host = await httpServer((request, response) => {
      listener(request, response);
      if (response.headersSent && !response.writableEnded)
        setTimeout(() => controller.abort(new CancelledError("SIGINT")), 20);
    });
    const { client } = counting(host, { signal: controller.signal });
    await expect(ask(client)).rejects.toThrow(CancelledError);
  });
});

describe("JSON that is more than it seems", () => {
  const deep = "[".repeat(2_000_000);
  const send = (status: number, body: string, headers = {}): RequestListener => {
    return (_, response) => response.writeHead(status, headers).end(body);
  };

  it.each([
    ["a manifest", deep, /not read: it is nested deeper than 64 levels/],
    ["a manifest of empty objects", `[${"{},".repeat(1e6)}{}]`, /not read: it has more than 200000/],
    ["a manifest list of thousands", list(1_001), /a manifest of more than 1000 images or layers/],
    ["a manifest of thousands of layers", layersOf(1_001), /a manifest of more than 1000 images or layers/],
    ["sizes that are no numbers", '{"layers":[{"digest":"sha256:x","size":"9"}]}', /no manifest/],
    ["a size beyond all numbers", layersOf(1, "1e400"), /no manifest/],
    ["a platform that is no text", list(1, '{"os":{"a":1},"architecture":[]}'), /no manifest/],
    ["a platform with a line feed", list(1, '{"os":"linux\\n::error::x","architecture":"x"}'), /no manifest/],
  ])("in the place of %s is refused, and nothing more is asked for", async (_, body, message) => {
    const { client, taken } = counting(await httpServer(send(200, body)));
    const error = await failing(readManifest(client, "1"));
    expect(error).toBeInstanceOf(ImageError);
    expect(error.message).toMatch(message);
    expect(taken.requests).toHaveLength(1);
  });

  it("asks for the children of a list a few at a time", async () => {
    let open = 0;
    let most = 0;
    const host = await httpServer((request, response) => {
      if (request.url?.endsWith("/1")) return response.end(list(300));
      open += 1;
      most = Math.max(most, open);
      return setTimeout(() => {
        open -= 1;
        response.writeHead(404).end();
      }, 5);
    });
    await failing(readManifest(counting(host).client, "1"));
    expect(most).toBeLessThanOrEqual(8);
  });

  it.each([
    ["deep", deep],
    ["of a million errors", JSON.stringify({ errors: Array(10_000).fill({ code: "A", message: "b" }) })],
    ["whose errors are no list", '{"errors":{"length":1e9}}'],
    ["whose errors are lists", `{"errors":[[[${"[],".repeat(1000)}[]]]]}`],
    ["whose error is null", '{"errors":[null]}'],
    ["whose words are no text", '{"errors":[{"code":{"a":1},"message":[1]}]}'],
  ])("%s is a refusal all the same", async (_, body) => {
    const { client } = counting(await httpServer(send(403, body)));
    expect((await failing(client.manifest("1"))).message).toMatch(/answered 403 for \S+\/acme\/hello(: A, b)?\.?$/);
  });

  it("shows one short line of a refusal", async () => {
    const body = JSON.stringify({ errors: [{ code: "DENIED", message: `x\n::error::${"y".repeat(10_000)}` }] });
    const { client } = counting(await httpServer(send(403, body)));
    const { message } = await failing(client.manifest("1"));
    expect(message).toContain("DENIED, x ::error::yyy");
    expect(message.length).toBeLessThan(300);
  });

  it.each([
    ["a list", '{"token":["x"]}'],
    ["two lines", JSON.stringify({ token: "s3cret\r\nx: y" })],
    ["too long", JSON.stringify({ token: "s3cret".repeat(20_000) })],
    ["deep", "[".repeat(1000)],
  ])("a token that is %s is not shown", async (_, body) => {
    const host: string = await httpServer((request, response) =>
      request.url?.startsWith("/token") ? response.end(body) : response.writeHead(401, challenge(host)).end(),
    );
    const error = await failing(counting(host).client.manifest("1"));
    expect(error.message).toMatch(/where a token was asked for/);
    expect(error.message).not.toContain("s3cret");
  });
});

function list(count: number, platform = '{"os":"linux","architecture":"arm64"}'): string {
  const child = `{"digest":"${layer.digest}","size":5,"platform":${platform}}`;
  return `{"manifests":[${Array(count).fill(child).join()}]}`;
}

function layersOf(count: number, size = "5"): string {
  return `{"layers":[${Array(count).fill(`{"digest":"${layer.digest}","size":${size}}`).join()}]}`;
}

describe("headers", () => {
  it("that are larger than any need are an error of the connection", async () => {
    const host = await httpServer((_, response) => response.writeHead(200, { "x-a": "y".repeat(1_000_000) }).end());
    const error = await failing(counting(host).client.manifest("1"));
    expect(error).toBeInstanceOf(ImageError);
    expect(error.message).toMatch(/could not be asked for .*Header/i);
  });

  it.each([
    ["a word without an end", `Bearer ${"a".repeat(14_000)}`],
    ["words without an end", `Bearer ${"a,".repeat(7_000)}`],
    ["values without an end", `Bearer ${'a="'.repeat(4_000)}`],
    ["a realm that is no address", `Bearer realm="${"x".repeat(14_000)}"`],
    ["a realm of a program", 'Bearer realm="file:///etc/passwd"'],
    ["a realm on another host, in the clear", 'Bearer realm="http://example.org/token"'],
  ])("ask for a login by %s: no request, a short message", async (_, asked) => {
    const host = await httpServer((_request, response) => response.writeHead(401, { "www-authenticate": asked }).end());
    const { client, taken } = counting(host);
    const error = await failing(client.manifest("1"));
    expect(error.message).toMatch(/sends logins to ".*", which is not https/);
    expect(error.message.length).toBeLessThan(300);
    expect(taken.requests).toHaveLength(1);
  });

  it.each(["9".repeat(400), "1e308", "-5", "Fri, 31 Dec 9999 23:59:59 GMT"])(
    "that ask to come again after %s are waited for half a minute at most",
    async (after) => {
      const delays: number[] = [];
      const patience = {
        ...manner.patience,
        tries: 2,
        delay: async (milliseconds: number) => delays.push(milliseconds),
      };
      const host = await httpServer((_, response) => response.writeHead(429, { "retry-after": after }).end());
      await failing(counting(host, { patience }).client.manifest("1"));
      expect(delays).toHaveLength(1);
      expect(delays[0]).toBeLessThanOrEqual(30_000);
      expect(delays[0]).toBeGreaterThanOrEqual(0);
    },
  );

  it("do not become part of a message as they are", async () => {
    const host = await httpServer((_, response) =>
      response.writeHead(200, { "docker-content-digest": "z".repeat(5_000) }).end("{}"),
    );
    expect((await failing(counting(host).client.manifest("1"))).message.length).toBeLessThan(400);
  });
});

describe("redirects", () => {
  const credentials = { username: "u", password: "p" };

  it.each([
    ["a circle", (host: string) => `http://${host}/v2/again`, /more than 5 times/],
    ["a file", () => "file:///etc/passwd", /leads a request to "", which is not https/],
    ["data", () => "data:application/json,{}", /which is not https/],
    ["no address", () => "http://[", /leads a request to "http:\/\/\[", which is not https/],
  ])("to %s end", async (_, target, message) => {
    const host: string = await httpServer((_request, response) =>
      response.writeHead(307, { location: target(host) }).end(),
    );
    const { client, taken } = counting(host);
    expect((await failing(client.manifest("1"))).message).toMatch(message);
    expect(taken.requests.length).toBeLessThanOrEqual(6);
  });

  it("are followed to another host without the login", async () => {
    const seen: (string | undefined)[] = [];
    const manifest = '{"manifests":[]}';
    const other = await httpServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end(manifest);
    });
    const host = await httpServer(({ headers }, response: ServerResponse) =>
      headers.authorization === undefined
        ? response.writeHead(401, { "www-authenticate": "Basic" }).end()
        : response.writeHead(302, { location: `http://${other}/blob` }).end(),
    );
    const { client } = counting(host, { credentials });
    expect((await client.manifest("1")).digest).toBe(sha256(manifest));
    expect(seen).toEqual([undefined]);
  });

  it("do not take the login along again on their way back", async () => {
    const seen: string[] = [];
    const other = await httpServer((_, response) =>
      response.writeHead(302, { location: `http://${back}/v2/chosen` }).end(),
    );
    const back: string = await httpServer(({ url = "", headers }, response) => {
      seen.push(`${url} ${headers.authorization === undefined ? "without" : "with"}`);
      if (url.endsWith("chosen")) return response.end('{"manifests":[]}');
      return headers.authorization === undefined
        ? response.writeHead(401, { "www-authenticate": "Basic" }).end()
        : response.writeHead(302, { location: `http://${other}/` }).end();
    });
    await counting(back, { credentials }).client.manifest("1");
    const path = "/v2/acme/hello/manifests/1";
    expect(seen).toEqual([`${path} without`, `${path} with`, "/v2/chosen without"]);
  });

  it("take what is sent to no other host", async () => {
    const seen: string[] = [];
    const other = await httpServer((request, response) => {
      seen.push(request.url ?? "");
      response.end("{}");
    });
    const host = await httpServer((request, response) =>
      request.url?.startsWith("/token")
        ? response.writeHead(307, { location: `http://${other}/stolen` }).end()
        : response.writeHead(401, challenge(request.headers.host ?? "")).end(),
    );
    const { client } = counting(host, { credentials: { ...credentials, identityToken: "t0ken" } });
    expect((await failing(client.manifest("1"))).message).toMatch(/answered 307/);
    expect(seen).toEqual([]);
  });

  it("of a registry elsewhere do not reach what listens on this machine", async () => {
    const asked: string[] = [];
    const lan: typeof fetch = (url) => {
      asked.push(String(url));
      return Promise.resolve(new Response(null, { status: 302, headers: { location: "http://127.0.0.1:8080/admin" } }));
    };
    const error = await failing(counting("registry.lan:5000", { fetch: lan, transport: "http" }).client.manifest("1"));
    expect(error.message).toContain('leads a request to "127.0.0.1:8080", which is not https');
    expect(asked).toHaveLength(1);
  });
});

describe("a layer that is read back", () => {
  const read = (client: RegistryClient) => client.layer(layer, all);

  it("counts only where its digest is right", async () => {
    expect(await read(counting(await httpServer((_, response) => response.end("layer"))).client)).toBe("layer");
    const other = await httpServer((_, response) => response.end("liers"));
    expect((await failing(read(counting(other).client))).message).toMatch(
      /answered for sha256:\S+ of \S+ with sha256:/,
    );
    const short = await httpServer((_, response) => response.end("lay"));
    await expect(read(counting(short).client)).rejects.toThrow(ImageError);
  });

  it("is asked for again where the connection breaks, and used from its beginning", async () => {
    let count = 0;
    const host = await httpServer((_, response) => {
      count += 1;
      response.writeHead(200, { "content-length": 5 });
      if (count > 2) return response.end("layer");
      response.write("lay");
      return setTimeout(() => response.destroy(), 20);
    });
    const patience = { ...manner.patience, deadline: 5_000, tries: 4 };
    expect(await read(counting(host, { patience }).client)).toBe("layer");
    expect(count).toBe(3);
  });

  it("that its reader cannot read is the registry's fault, and not tried again", async () => {
    const { client, taken } = counting(await httpServer((_, response) => response.end("layer")), {
      patience: { ...manner.patience, tries: 4 },
    });
    const work = client.layer(layer, async (content) => {
      for await (const _ of content) throw new Error("no tar");
    });
    expect((await failing(work)).message).toMatch(/something that is no layer \(no tar\)/);
    expect(taken.requests).toHaveLength(1);
  });
});
