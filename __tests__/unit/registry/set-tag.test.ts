import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ImageError } from "../../../src/errors.ts";
import { parseImageRef } from "../../../src/inputs/image-ref.ts";
import { RegistryClient } from "../../../src/registry/client.ts";
import { setTag } from "../../../src/registry/set-tag.ts";
import { manner } from "../../support/manner.ts";

const bytes = new TextEncoder().encode('{"manifests":[]}');
const digestOf = (text: Uint8Array) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const root = { digest: digestOf(bytes), mediaType: "application/vnd.oci.image.index.v1+json", bytes };
const other = { ...root, bytes: new TextEncoder().encode('{"manifests":[], "a": 1}') };

/** Sets the tag in a stand-in for a registry that holds `before` under it, and answers a change with `status`. */
async function tagged(before: typeof root | undefined, status: number, body = "", moves = true) {
  const asked: string[] = [];
  let held = before;
  const client = new RegistryClient(parseImageRef("127.0.0.1:5/a/b"), {
    ...manner,
    fetch: (url, init) => {
      asked.push(`${init?.method} ${String(url).replace(/.*\/v2\//, "")}`);
      if (init?.method === "PUT") {
        if (status === 201 && moves) held = root;
        return Promise.resolve(new Response(body, { status }));
      }
      const headers = { "docker-content-digest": digestOf(held?.bytes ?? bytes) };
      const answer = held === undefined ? new Response(null, { status: 404 }) : new Response(held.bytes, { headers });
      return Promise.resolve(answer);
    },
  });
  const error = await setTag(client, "127.0.0.1:5/a/b:1", "1", root).then(
    () => undefined,
    (thrown: ImageError) => thrown,
  );
  return { asked, error };
}

const head = "HEAD a/b/manifests/1";
const put = "PUT a/b/manifests/1";
const get = "GET a/b/manifests/1";

describe("a tag", () => {
  it.each([
    ["that is new is put, and looked at", undefined, [head, put, get]],
    ["that leads elsewhere is moved, and looked at", other, [head, put, get]],
    ["that leads there already is left alone: where tags cannot be moved, a run can be repeated", root, [head]],
  ])("%s", async (_, before, requests) => {
    expect(await tagged(before, 201)).toEqual({ asked: requests, error: undefined });
  });

  it("that leads elsewhere once it is set is somebody else's", async () => {
    const { error } = await tagged({ ...other, digest: digestOf(other.bytes) }, 201, "", false);
    expect(error?.message).toBe(
      `127.0.0.1:5/a/b:1 is ${digestOf(other.bytes)} in the registry, but ${root.digest} was pushed.`,
    );
  });

  it.each([400, 405, 409, 412])("that cannot be moved (%i) is told with both digests", async (status) => {
    const { error } = await tagged({ ...other, digest: digestOf(other.bytes) }, status);
    expect(error?.message).toBe(
      `127.0.0.1:5/a/b:1 is ${digestOf(other.bytes)} already, and the registry does not let it be moved to ${root.digest}: it answered ${status}.`,
    );
    expect(error?.remedy).toContain("a tag of its own");
  });

  it("that is new and refused is told in the registry's words", async () => {
    const body = JSON.stringify({ errors: [{ code: "TAG_INVALID", message: "no\nsuch::error::" }] });
    const { error } = await tagged(undefined, 400, body);
    expect(error?.message).toBe("The registry answered 400 for 127.0.0.1:5/a/b: TAG_INVALID, no such::error::");
  });

  it.each([401, 403])("that may not be written (%i) is a matter of rights", async (status) => {
    const { error } = await tagged(other, status, "<html>");
    expect(error?.message).toBe(`The registry answered ${status} for 127.0.0.1:5/a/b.`);
    expect(error?.remedy).toContain("may write");
  });
});
