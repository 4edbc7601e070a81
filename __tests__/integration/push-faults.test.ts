import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Accident, accidents, type Kind, kinds, startRegistryProxy } from "../../faults/registry-proxy.ts";
import { ImageError } from "../../src/errors.ts";
import { parseImageRef } from "../../src/inputs/image-ref.ts";
import { RegistryClient } from "../../src/registry/client.ts";
import { readLayout } from "../../src/registry/image-layout.ts";
import { pushLayout } from "../../src/registry/push-layout.ts";
import { readManifest } from "../../src/registry/read-manifest.ts";
import { setTag } from "../../src/registry/set-tag.ts";
import { manner } from "../support/manner.ts";
import { newLayout } from "../support/new-layout.ts";
import { registry, startRegistry, stored } from "../support/registry.ts";

/** What passes by itself when it is tried again. */
const transient: readonly Accident[] = ["429", "500", "502", "503", "reset", "hang", "truncated"];
/** Requests of an answer without a body, for which "not there" is a good answer. */
const heads: readonly Kind[] = ["blob HEAD", "manifest HEAD"];
const always = Number.POSITIVE_INFINITY;

const cases = kinds
  .filter((kind) => kind !== "ping")
  .flatMap((kind) =>
    accidents
      .filter((accident) => accident !== "swapped")
      .flatMap((accident) =>
        [1, 3, always].map((count): [Accident, Kind, number, boolean] => [
          accident,
          kind,
          count,
          ends(accident, kind, count),
        ]),
      ),
  );

/** Whether the image gets there in spite of it: after four tries, a new login, or because nothing was lost. */
function ends(accident: Accident, kind: Kind, count: number): boolean {
  const head = heads.includes(kind);
  if (head && (accident === "404" || accident === "truncated")) return true;
  if (transient.includes(accident)) return count < 4;
  return accident === "401" && count === 1 && kind !== "token";
}

describe("a push through a registry's faults", () => {
  beforeAll(() => startRegistry());

  test.each(cases)("%s to a %s, %d times: it ends well: %s", async (accident, kind, count, well) => {
    const proxy = await startRegistryProxy(registry, kind, accident, count, true);
    const [repository, tag] = ["fault/push", randomUUID()];
    const made = await readLayout(await newLayout());
    const patience = { ...manner.patience, deadline: accident === "hang" ? 300 : 5_000 };
    const client = new RegistryClient(parseImageRef(`${proxy.host}/${repository}`), { ...manner, patience });
    const push = async () => {
      await pushLayout(client, made);
      await setTag(client, `${repository}:${tag}`, tag, made.root);
      return (await readManifest(client, tag)).digest;
    };
    try {
      const end = await push().catch((error: unknown) => error);
      expect(proxy.hits()).toBeGreaterThan(0);
      if (well) {
        expect(end).toBe(made.root.digest);
        expect((await stored(repository, tag)).digest).toBe(made.root.digest);
      } else {
        expect(end).toBeInstanceOf(ImageError);
        expect((end as ImageError).message).not.toContain("\n");
        expect((end as ImageError).remedy).not.toBe("");
      }
      // Who is refused does not ask again; who is put off gives up in the end.
      if (count === always && !well) expect(proxy.hits()).toBeLessThanOrEqual(transient.includes(accident) ? 8 : 4);
    } finally {
      await proxy.close();
    }
  });
});
