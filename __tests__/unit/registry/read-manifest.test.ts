import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { ImageError } from "../../../src/errors.ts";
import { parseImageRef } from "../../../src/inputs/image-ref.ts";
import { RegistryClient } from "../../../src/registry/client.ts";
import { type RegistryManifest, readManifest } from "../../../src/registry/read-manifest.ts";
import type { StoredCredentials } from "../../../src/registry/stored-credentials.ts";
import { manner } from "../../support/manner.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const oci = "application/vnd.oci.image";
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A stand-in for a registry on this machine: a real server and real connections, the test's own answers. */
async function standInRegistry(handler: Handler): Promise<{ host: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

function digestOf(body: string): string {
  return `sha256:${createHash("sha256").update(body).digest("hex")}`;
}

const config = JSON.stringify({ os: "linux", architecture: "arm64", variant: "v8" });
const imageOf = (layers: readonly number[], configText = config) =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: `${oci}.manifest.v1+json`,
    config: { digest: digestOf(configText), size: configText.length },
    layers: layers.map((size) => ({ digest: digestOf(`${size}`), size })),
  });
const arm64 = imageOf([1000, 200]);
const armv7 = imageOf([30]);
const attestation = imageOf([4]);
const index = JSON.stringify({
  schemaVersion: 2,
  manifests: [
    { digest: digestOf(arm64), size: arm64.length, platform: { os: "linux", architecture: "arm64", variant: "v8" } },
    { digest: digestOf(armv7), size: armv7.length, platform: { os: "linux", architecture: "arm", variant: "v7" } },
    {
      digest: digestOf(attestation),
      size: attestation.length,
      platform: { os: "unknown", architecture: "unknown" },
      annotations: { "vnd.docker.reference.type": "attestation-manifest" },
    },
  ],
});

/** What the stand-in holds, by path. */
function content(tagged: string): Readonly<Record<string, string>> {
  const manifests = [arm64, armv7, index, tagged].map((body) => [`/v2/acme/hello/manifests/${digestOf(body)}`, body]);
  const blob = [`/v2/acme/hello/blobs/${digestOf(config)}`, config];
  return Object.fromEntries([...manifests, blob, ["/v2/acme/hello/manifests/1", tagged]]);
}

function serve(tagged: string, mediaType = `${oci}.index.v1+json`): Handler {
  const held = content(tagged);
  return ({ url = "" }, response) => {
    const body = held[url];
    if (body === undefined) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": mediaType, "docker-content-digest": digestOf(body) }).end(body);
  };
}

const delays: number[] = [];
const waiting = { deadline: 5_000, tries: 4, delay: async (milliseconds: number) => delays.push(milliseconds) };

function read(
  host: string,
  credentials?: StoredCredentials,
  reference = ":1",
  deadline = 5_000,
): Promise<RegistryManifest> {
  delays.length = 0;
  const ref = parseImageRef(`${host}/acme/hello${reference}`);
  const client = new RegistryClient(ref, { ...manner, credentials, patience: { ...waiting, deadline } });
  return readManifest(client, ref.digest || ref.tag);
}

describe("what is read back", () => {
  test("an index: its digest, and each platform with the size of its content", async () => {
    const { host, seen } = await standInRegistry(serve(index));
    expect(await read(host)).toEqual({
      digest: digestOf(index),
      mediaType: `${oci}.index.v1+json`,
      size: index.length,
      platforms: [
        { platform: "linux/arm64", digest: digestOf(arm64), size: 1200 + config.length },
        { platform: "linux/arm/v7", digest: digestOf(armv7), size: 30 + config.length },
      ],
    });
    expect(seen[0]?.headers.accept).toContain("application/vnd.oci.image.index.v1+json");
    expect(seen[0]?.headers.accept).toContain("application/vnd.docker.distribution.manifest.v2+json");
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });

  test("one manifest: the platform from its configuration", async () => {
    const { host } = await standInRegistry(serve(arm64, `${oci}.manifest.v1+json`));
    expect(await read(host)).toEqual({
      digest: digestOf(arm64),
      mediaType: `${oci}.manifest.v1+json`,
      size: arm64.length,
      platforms: [{ platform: "linux/arm64", digest: digestOf(arm64), size: 1200 + config.length }],
    });
  });

  test("a digest is asked for before a tag", async () => {
    const { host, seen } = await standInRegistry(serve(index));
    await read(host, undefined, `:1@${digestOf(armv7)}`);
    expect(seen[0]?.url).toBe(`/v2/acme/hello/manifests/${digestOf(armv7)}`);
  });

  test.each([
    ["not JSON", "<html>", /no JSON object/],
    ["null", "null", /no JSON object/],
    ["no descriptors", '{"manifests":[null]}', /no manifest/],
    ["a path for a digest", '{"manifests":[{"digest":"../../x","size":1}]}', /no manifest/],
    ["words for layers", '{"layers":"x","config":{}}', /no manifest/],
    ["schema 1", '{"schemaVersion":1}', /without a configuration/],
  ])("%s is refused", async (_, body, message) => {
    const { host } = await standInRegistry(serve(body));
    await expect(read(host)).rejects.toThrow(message);
    await expect(read(host)).rejects.toThrow(ImageError);
  });
});

describe("digests", () => {
  test("other bytes than the registry promises are an error", async () => {
    const { host } = await standInRegistry((_, response) => {
      response.writeHead(200, { "docker-content-digest": digestOf("other") }).end(index);
    });
    await expect(read(host)).rejects.toThrow(`${digestOf(index)} where it promised ${digestOf("other")}`);
  });

  test("other bytes than were asked for are an error, whatever the header says", async () => {
    const { host } = await standInRegistry((_, response) => {
      response.writeHead(200, { "docker-content-digest": digestOf(arm64) }).end(index);
    });
    await expect(read(host, undefined, `@${digestOf(arm64)}`)).rejects.toThrow(ImageError);
  });

  test("so is a changed child of an index", async () => {
    const held = serve(index);
    const { host } = await standInRegistry((request, response) =>
      request.url?.endsWith(digestOf(armv7)) ? response.writeHead(200).end(arm64) : held(request, response),
    );
    await expect(read(host)).rejects.toThrow(/promised/);
  });

  test("a registry that sends no digest header is believed by the bytes", async () => {
    const { host } = await standInRegistry((_, response) => response.writeHead(200).end('{"manifests":[]}'));
    expect((await read(host)).digest).toBe(digestOf('{"manifests":[]}'));
  });
});

describe("logins", () => {
  const credentials = { username: "zoë", password: "s3cret:word" };
  const basic = `Basic ${Buffer.from("zoë:s3cret:word").toString("base64")}`;

  function withTokens(accepted: string | undefined, tokenServer: () => string, field = "token"): Handler {
    const held = serve(index);
    return (request, response) => {
      if (request.url?.startsWith("/token")) {
        if (request.headers.authorization !== accepted) return response.writeHead(401).end();
        return response.writeHead(200).end(JSON.stringify({ [field]: "t0ken" }));
      }
      if (request.headers.authorization === "Bearer t0ken") return held(request, response);
      const challenge = `Bearer realm="${tokenServer()}/token",service="registry",scope="repository:acme/hello:pull"`;
      return response.writeHead(401, { "www-authenticate": challenge }).end();
    };
  }

  test.each([
    ["with credentials", credentials, basic, "token"],
    ["anonymously", undefined, undefined, "token"],
    ["by its OAuth name", undefined, undefined, "access_token"],
  ])("a token is fetched %s, once", async (_, given, sent, field) => {
    let own = "";
    const { host, seen } = await standInRegistry(withTokens(sent, () => `http://${own}`, field));
    own = host;
    expect((await read(host, given)).platforms).toHaveLength(2);
    const tokens = seen.filter(({ url }) => url?.startsWith("/token"));
    expect(tokens.map(({ url }) => url)).toEqual(["/token?service=registry&scope=repository%3Aacme%2Fhello%3Apull"]);
    expect(seen.filter(({ url }) => url?.startsWith("/v2/")).map(({ headers }) => headers.authorization)).not.toContain(
      basic,
    );
  });

  test("a token that an earlier login was given is renewed", async () => {
    const held = serve(index);
    const forms: string[] = [];
    const { host } = await standInRegistry(async (request, response) => {
      const { headers, url, method } = request;
      if (url === "/token" && method === "POST") {
        forms.push(String(headers["content-type"]), String(headers.authorization), await text(request));
        response.end(JSON.stringify({ access_token: "t0ken" }));
      } else if (headers.authorization === "Bearer t0ken") held(request, response);
      else {
        const challenge = `Bearer realm="http://${headers.host}/token",service="r",scope="repository:acme/hello:pull"`;
        response.writeHead(401, { "www-authenticate": challenge }).end();
      }
    });
    const given = { username: "0-0", password: "", identityToken: "of/ten+renewed" };
    expect((await read(host, given)).platforms).toHaveLength(2);
    expect(forms.slice(0, 3)).toEqual([
      "application/x-www-form-urlencoded",
      "undefined",
      "service=r&scope=repository%3Aacme%2Fhello%3Apull&grant_type=refresh_token&client_id=go-docker-action&refresh_token=of%2Ften%2Brenewed",
    ]);
  });

  test("a wrong password is told, once and without the password", async () => {
    let own = "";
    const { host, seen } = await standInRegistry(withTokens("Basic other", () => `http://${own}`));
    own = host;
    const error = await read(host, credentials).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ImageError);
    expect(error).toMatchObject({
      message: expect.stringContaining("401"),
      remedy: expect.stringContaining("Check `username`"),
    });
    expect(JSON.stringify(error) + String(error)).not.toContain("s3cret");
    expect(seen).toHaveLength(2);
  });

  test("no credentials where some are needed", async () => {
    const { host } = await standInRegistry((_, response) =>
      response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end(),
    );
    await expect(read(host)).rejects.toMatchObject({ remedy: expect.stringContaining("Set `username`") });
  });

  test("Basic goes to the registry, and only when it asks", async () => {
    const held = serve(index);
    const { host, seen } = await standInRegistry((request, response) =>
      request.headers.authorization === basic
        ? held(request, response)
        : response.writeHead(401, { "www-authenticate": 'Basic realm="registry"' }).end(),
    );
    expect((await read(host, credentials)).digest).toBe(digestOf(index));
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([undefined, basic, basic, basic]);
  });

  test("a realm without TLS gets no password", async () => {
    const { host, seen } = await standInRegistry((_, response) =>
      response.writeHead(401, { "www-authenticate": 'Bearer realm="http://tokens.example.com/x",service="y"' }).end(),
    );
    await expect(read(host, credentials)).rejects.toThrow(/"http:\/\/tokens.example.com\/x", which is not https/);
    expect(seen).toHaveLength(1);
  });

  test("a blob store that the registry redirects to gets no login", async () => {
    const store = await standInRegistry((_, response) => response.writeHead(200).end(config));
    const held = serve(arm64);
    const { host } = await standInRegistry((request, response) => {
      if (request.headers.authorization !== basic)
        return response.writeHead(401, { "www-authenticate": "Basic" }).end();
      if (!request.url?.includes("/blobs/")) return held(request, response);
      return response.writeHead(307, { location: `http://${store.host}/blob` }).end();
    });
    expect((await read(host, credentials)).platforms[0]?.platform).toBe("linux/arm64");
    expect(store.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});

describe("patience", () => {
  function failing(times: number, fail: (response: ServerResponse) => void): Handler {
    const held = serve('{"manifests":[]}');
    let left = times;
    return (request, response) => (left-- > 0 ? fail(response) : held(request, response));
  }

  const date = new Date(0).toUTCString();
  test.each<[string, (response: ServerResponse) => void, number[]]>([
    ["503", (response) => response.writeHead(503).end(), [1000, 2000, 4000]],
    ["429 with seconds", (response) => response.writeHead(429, { "retry-after": "7" }).end(), [7000, 7000, 7000]],
    [
      "429 with a date",
      (response) => response.writeHead(429, { date, "retry-after": new Date(9000).toUTCString() }).end(),
      [9000, 9000, 9000],
    ],
    [
      "429 with a long wait",
      (response) => response.writeHead(429, { "retry-after": "86400" }).end(),
      [30_000, 30_000, 30_000],
    ],
    ["a lost connection", (response) => response.destroy(), [1000, 2000, 4000]],
    [
      "a connection lost on the way",
      (response) => response.writeHead(200, { "content-length": "99" }).write("{", () => response.destroy()),
      [1000, 2000, 4000],
    ],
  ])("%s passes within four tries, and not later", async (_, fail, expected) => {
    const passing = await standInRegistry(failing(3, fail));
    expect((await read(passing.host)).digest).toBe(digestOf('{"manifests":[]}'));
    expect(delays).toEqual(expected);
    const lasting = await standInRegistry(failing(99, fail));
    await expect(read(lasting.host)).rejects.toThrow(ImageError);
    expect(lasting.seen).toHaveLength(4);
  });

  test.each([401, 403, 404])("%i is final", async (status) => {
    const { host } = await standInRegistry((_, response) => response.writeHead(status).end());
    await expect(read(host)).rejects.toThrow(`answered ${status} for ${host}/acme/hello:1`);
    expect(delays).toEqual([]);
  });

  test.each([
    [
      "nobody vouches for",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "self-signed certificate; if the root CA is installed locally …",
    ],
    ["is old", "CERT_HAS_EXPIRED", "certificate has expired"],
    ["is another host's", "ERR_TLS_CERT_ALTNAME_INVALID", "Host: elsewhere.example.org"],
  ])("a certificate that %s is final, and says what helps", async (_, code, message) => {
    let asked = 0;
    const distrusted: typeof fetch = () => {
      asked += 1;
      throw new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
    };
    const client = new RegistryClient(parseImageRef("ghcr.io/a/b"), { ...manner, fetch: distrusted });
    const error = await readManifest(client, "1").catch((thrown: ImageError) => thrown);
    const reason = message.replace(/;.*/, "");
    expect(error).toMatchObject({ message: `ghcr.io could not be asked for ghcr.io/a/b: ${reason}.` });
    expect((error as ImageError).remedy).toContain("`ca-certificates`");
    expect(asked).toBe(1);
  });

  test("a registry that hangs ends at the deadline", async () => {
    const { host, seen } = await standInRegistry(() => undefined);
    await expect(read(host, undefined, ":1", 50)).rejects.toThrow(
      `${host} could not be asked for ${host}/acme/hello:1: no answer within 0.05 s, 4 times.`,
    );
    expect(seen).toHaveLength(4);
  });

  test("so does one that stops in the middle", async () => {
    const { host } = await standInRegistry((_, response) => response.writeHead(200).write("{"));
    await expect(read(host, undefined, ":1", 50)).rejects.toThrow(/no answer within 0.05 s/);
  });

  test("nobody there: the reason is told", async () => {
    const { host } = await standInRegistry(() => undefined);
    for (const close of closers.splice(0)) close();
    await expect(read(host)).rejects.toThrow(/ECONNREFUSED/);
  });
});

test.each([
  ["ghcr.io/acme/hello", "https", "https://ghcr.io/v2/acme/hello/manifests/1"],
  ["alpine", "https", "https://registry-1.docker.io/v2/library/alpine/manifests/1"],
  ["registry.local:5000/a", "http", "http://registry.local:5000/v2/a/manifests/1"],
] as const)("%s is asked by %s at %s", async (ref, transport, expected) => {
  const asked: string[] = [];
  const recording: typeof fetch = async (url) => {
    asked.push(String(url));
    return new Response('{"manifests":[]}');
  };
  const client = new RegistryClient(parseImageRef(ref), { ...manner, transport, fetch: recording });
  await readManifest(client, "1");
  expect(asked).toEqual([expected]);
});
