import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makePlan } from "../../../src/plan/plan.ts";
import { movedReleases } from "../../../src/publish/moved-releases.ts";
import { facts } from "../../support/facts.ts";

const access = { login: undefined, insecure: [], signal: new AbortController().signal };
const revision = "org.opencontainers.image.revision";
const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** The notes on a push of these tags to a registry with these contents, by path; and what it was asked. */
async function notesOn(
  tags: string,
  held: Readonly<Record<string, string>>,
  raw: Readonly<Record<string, string>> = {},
) {
  const asked: string[] = [];
  const inputs = { image: "ghcr.io/acme/hello", "image-tags": tags, push: "true", ...raw };
  const plan = makePlan(facts(inputs));
  const notes = await movedReleases(plan, access, (url) => {
    const path = String(url).replace("https://ghcr.io/v2/acme/hello/", "");
    asked.push(path);
    const found = held[path];
    return Promise.resolve(new Response(found ?? null, { status: found === undefined ? 404 : 200 }));
  });
  return { notes, asked, sha: plan.facts.project.git.sha };
}

describe("a version that is there already", () => {
  const other = "b".repeat(40);
  const list = (made: string) => JSON.stringify({ manifests: [], annotations: { [revision]: made } });

  it("is told when it is another commit's, by the list", async () => {
    const { notes, asked, sha } = await notesOn("1.2.3\n1.2\nlatest", { "manifests/1.2.3": list(other) });
    expect(notes).toEqual([
      `ghcr.io/acme/hello:1.2.3 is there already, made from commit ${"b".repeat(12)}; this run moves it to ${sha.slice(0, 12)}, where the registry lets it.`,
    ]);
    expect(asked).toEqual(["manifests/1.2.3"]);
  });

  it("is told by the labels of its image", async () => {
    const config = JSON.stringify({ os: "linux", config: { Labels: { [revision]: other } } });
    const image = JSON.stringify({ config: { digest: digestOf(config), size: 1 }, layers: [] });
    const index = JSON.stringify({ manifests: [{ digest: digestOf(image), size: 1 }] });
    const held = { [`manifests/${digestOf(image)}`]: image, [`blobs/${digestOf(config)}`]: config };
    for (const first of [image, index])
      expect((await notesOn("v1.2.3-rc.1", { ...held, "manifests/v1.2.3-rc.1": first })).notes).toHaveLength(1);
  });

  it("is nothing to tell when it is this commit's, or nobody says whose", async () => {
    const { sha } = await notesOn("1.2.3", {});
    expect((await notesOn("1.2.3", { "manifests/1.2.3": list(sha) })).notes).toEqual([]);
    expect((await notesOn("1.2.3", { "manifests/1.2.3": '{"manifests":[]}' })).notes).toEqual([]);
    expect((await notesOn("1.2.3", { "manifests/1.2.3": "<html>" })).notes).toEqual([]);
    expect((await notesOn("1.2.3", { "manifests/1.2.3": list("::error::") })).notes).toEqual([]);
  });

  it.each(["null", "5", "[]", `{"${revision}":null}`, `{"${revision}":["${other}"]}`])(
    "is nothing to tell where its annotations are %s",
    async (annotations) => {
      const image = `{"layers":[],"annotations":${annotations}}`;
      expect((await notesOn("1.2.3", { "manifests/1.2.3": image })).notes).toEqual([]);
    },
  );

  it.each([
    ["a tag that is no version", "main\n1.2", {}],
    ["no push", "1.2.3", { push: "false" }],
  ])("is not asked for: %s", async (_, tags, raw) => {
    expect((await notesOn(tags, {}, raw)).asked).toEqual([]);
  });
});
