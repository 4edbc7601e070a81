import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GithubCache } from "../../../src/host/github-cache.ts";
import type { ServiceAnswer, ServiceRequest } from "../../../src/host/services/request.ts";
import { FakeHost } from "../../support/fake-host.ts";

let host: FakeHost;
let asked: ServiceRequest[] = [];
beforeEach(async () => {
  host = await FakeHost.make({});
  asked = [];
});
afterEach(() => host.remove());

const path = "go-docker-action/cache";

/** A cache whose service answers so; a found one is unpacked first. */
function cacheThat(...answers: readonly ServiceAnswer[]) {
  const ask = async (request: ServiceRequest): Promise<ServiceAnswer> => {
    asked.push(request);
    const answer = answers[asked.length - 1] ?? {};
    if (request.kind === "restore" && answer.found !== undefined) {
      const file = join(request.aside, "content", path, "new");
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, "new");
    }
    return answer;
  };
  const { temp } = host.facts;
  return new GithubCache(join(temp, path), temp, host.log, ask);
}

const warnings = () => host.lines.filter((line) => line.startsWith("The cache could not be"));

describe("the runner's cache", () => {
  it("takes the place of what was there as a whole, and leaves nothing aside", async () => {
    const cache = cacheThat({ found: "k1" }, { found: "k2" });
    await mkdir(cache.folder, { recursive: true });
    await writeFile(join(cache.folder, "old"), "");
    expect(await cache.restore("k", ["p"])).toBe("k1");
    expect(await readdir(cache.folder)).toEqual(["new"]);
    expect(await readFile(join(cache.folder, "new"), "utf8")).toBe("new");
    expect(await readdir(host.facts.temp)).toEqual(["go-docker-action"]);
    await cache.save("k2");
    expect(asked.map(({ kind }) => kind)).toEqual(["restore", "save"]);
    expect(warnings()).toEqual([]);
  });

  it.each<[string, readonly ServiceAnswer[], number]>([
    ["when it fails", [{ fault: "503" }], 1],
    ["when what it gave cannot be taken over", [{ found: "" }], 0],
  ])("is cold %s: one warning, and it is not asked again", async (_, answers, count) => {
    const cache = cacheThat(...answers);
    expect(await cache.restore("k", [])).toBe(answers[0]?.found === "" ? "" : undefined);
    expect(warnings()).toHaveLength(count);
    if (count === 0) return;
    expect(await readdir(cache.folder)).toEqual([]);
    await cache.save("k");
    expect(asked).toHaveLength(1);
  });

  it("says in one line, and not as a warning, that it is not for this run", async () => {
    const cache = cacheThat({ refusal: "cache read denied" });
    expect(await cache.restore("k", [])).toBeUndefined();
    await cache.save("k");
    expect(asked).toHaveLength(1);
    expect(host.lines.filter((line) => line.includes("denied"))).toEqual([
      "The cache was not restored: cache read denied",
    ]);
    expect(warnings()).toEqual([]);
  });

  it("heals a damaged cache by a new one", async () => {
    const cache = cacheThat({ fault: "its archive is not used", damaged: true }, { found: "k" });
    expect(await cache.restore("k", [])).toBeUndefined();
    await cache.save("k");
    expect(asked.map(({ kind }) => kind)).toEqual(["restore", "save"]);
    expect(warnings()).toHaveLength(1);
  });

  it("warns once, also when a damaged cache cannot be healed", async () => {
    const levels: string[] = [];
    const log = { ...host.log, warning: () => levels.push("warning"), info: () => levels.push("info") };
    const answers: ServiceAnswer[] = [{ fault: "not used", damaged: true }, { fault: "503" }];
    const cache = new GithubCache(join(host.facts.temp, path), host.facts.temp, log, () =>
      Promise.resolve(answers.shift() ?? {}),
    );
    await cache.restore("k", []);
    await cache.save("k");
    expect(levels).toEqual(["warning", "info"]);
  });

  it("a save that fails is one warning", async () => {
    const cache = cacheThat({}, { fault: "reset" });
    await cache.restore("k", []);
    await cache.save("k");
    expect(warnings()).toEqual(["The cache could not be saved: reset"]);
  });
});
