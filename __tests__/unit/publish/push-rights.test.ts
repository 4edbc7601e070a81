import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseInputs } from "../../../src/inputs/inputs.ts";
import { requirePushRights } from "../../../src/publish/push-rights.ts";
import { temporaryFolder } from "../../support/projects.ts";

interface Sent {
  readonly method: string | undefined;
  readonly url: string;
  readonly authorization: string;
}

const bearer = {
  "www-authenticate": 'Bearer realm="https://auth.example.org/token",service="r",scope="repository:a/b:pull,push"',
};
const json = (body: object) => new Response(JSON.stringify(body));

/** Asks with the given answers, by method and the end of the path. */
async function ask(answer: (sent: Sent) => Response, raw: Record<string, string> = {}) {
  const sent: Sent[] = [];
  const login = { username: "ada", password: "s3cret" };
  const { inputs } = parseInputs({ image: "registry.example.org/a/b", push: "true", ...login, ...raw });
  const refusal = await requirePushRights(inputs, new AbortController().signal, (url, init) => {
    const headers = new Headers(init?.headers);
    const one = { method: init?.method, url: String(url), authorization: headers.get("authorization") ?? "" };
    sent.push(one);
    return Promise.resolve(answer(one));
  }).then(
    () => "",
    (error: Error & { remedy?: string }) => `${error.message}\n${error.remedy}`,
  );
  return { sent, refusal };
}

describe("the right to push", () => {
  beforeEach(async () => vi.stubEnv("DOCKER_CONFIG", await temporaryFolder()));
  afterEach(() => vi.unstubAllEnvs());

  it("is there where the registry takes an upload, which is given up at once", async () => {
    const { sent, refusal } = await ask(({ method, url, authorization }) => {
      if (url.startsWith("https://auth.example.org/")) return json({ token: "t" });
      if (authorization !== "Bearer t") return new Response(null, { status: 401, headers: bearer });
      const location = { location: "/v2/a/b/blobs/uploads/1?x" };
      return method === "POST"
        ? new Response(null, { status: 202, headers: location })
        : new Response(null, { status: 204 });
    });
    expect(refusal).toBe("");
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST https://registry.example.org/v2/a/b/blobs/uploads/",
      "GET https://auth.example.org/token?service=r&scope=repository%3Aa%2Fb%3Apull%2Cpush",
      "POST https://registry.example.org/v2/a/b/blobs/uploads/",
      "DELETE https://registry.example.org/v2/a/b/blobs/uploads/1?x",
    ]);
  });

  it("is not carried to another host by the upload's address", async () => {
    const headers = { location: "https://evil.example.org/upload" };
    const { sent } = await ask(() => new Response(null, { status: 202, headers }));
    expect(sent.map(({ method }) => method)).toEqual(["POST"]);
  });

  it.each<[string, number, Record<string, string>, RegExp]>([
    [
      "403",
      403,
      {},
      /registry\.example\.org\/a\/b takes no image from ada: the registry answered 403\. Nothing was compiled/,
    ],
    ["401", 401, {}, /takes no image from ada: the registry answered 401/],
    ["403 at GHCR", 403, { image: "ghcr.io/a/b" }, /packages: write/],
    ["500", 500, {}, /^$/],
    ["404", 404, {}, /^$/],
    ["403, but nothing is pushed", 403, { push: "false" }, /^$/],
  ])("with the answer %s", { timeout: 30_000 }, async (_, status, raw, expected) => {
    expect((await ask(() => new Response(null, { status }), raw)).refusal).toMatch(expected);
  });

  it("is told as missing where the login is refused", async () => {
    const { refusal } = await ask(({ url }) =>
      url.startsWith("https://auth.example.org/")
        ? new Response(null, { status: 401 })
        : new Response(null, { status: 401, headers: bearer }),
    );
    expect(refusal).toMatch(/takes no image from ada: the registry answered 401/);
  });

  it("is left to the push where nobody can be asked", async () => {
    const { refusal } = await ask(() => {
      throw new Error("no such host");
    });
    expect(refusal).toBe("");
  });
});
