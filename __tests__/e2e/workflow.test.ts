import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { outputTable } from "../../src/report/outputs.ts";
import { type ActRun, files, runAct } from "../support/act.ts";
import { afterwards } from "../support/afterwards.ts";
import { freePort } from "../support/child-process.ts";
import { startLane } from "../support/engines.ts";
import { type MemoryRegistry, startMemoryRegistry } from "../support/memory-registry.ts";
import { copyAction, helloRepository, tempFolder } from "../support/temp-project.ts";
import { workflow } from "../support/workflow.ts";

const published = "acme/go-docker-action@v1";
const workflowFile = ".github/workflows/ci.yml";
// The first run fills it; the others start warm.
const cache = { folder: await tempFolder() };
const lane = await startLane("current");
const action = await copyAction(await tempFolder());
const registry = await startMemoryRegistry(lane);

describe("a green project, pushed twice", () => {
  let first: ActRun;
  let second: ActRun;

  beforeAll(async () => {
    const project = await helloRepository({ [workflowFile]: workflow(published, mainJob(registry)) });
    first = await runAct({ project, cache, action, lane });
    second = await runAct({ project, cache, action, lane });
  });

  test("the step succeeds, and every output is set", async () => {
    expect(first.exitCode, first.log).toBe(0);
    const outputs = await outputsOf(first);
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(outputTable).sort());
    expect(outputs).toMatchObject({
      verdict: "passed",
      "failure-class": "",
      "go-version": expect.stringMatching(/^1\.27\.\d+$/),
      checksums: "dist/checksums.txt",
      coverage: expect.stringMatching(/^\d+\.\d$/),
      "coverage-profile": "reports/coverage.out",
      "tests-failed": "0",
      junit: "reports/junit.xml",
      image: `${registry.host}/acme/hello`,
      "cache-hit": "false",
    });
    const targets = JSON.parse(outputs["binaries"] ?? "").map(({ target }: { target: string }) => target);
    expect(targets).toEqual(["linux/amd64", "linux/arm64", "darwin/arm64", "windows/amd64"]);
  });

  test("binaries, coverage and reports come out of the artifact service byte for byte", async () => {
    const uploaded = ["hello-binaries", "hello-coverage", "hello-reports"].map((name) => first.artifact(name));
    const entries = (await Promise.all(uploaded)).flatMap((artifact) => [...(artifact ?? [])]);
    const made = new Map([...(await files(first.kept))].filter(([path]) => path !== "outputs.json"));
    expect(entries.map(([path]) => path).sort()).toEqual([...made.keys()].sort());
    for (const [path, content] of entries) expect(made.get(path)?.equals(content), path).toBe(true);
    expect(made.get("dist/hello-windows-amd64.exe")?.subarray(0, 2).toString()).toBe("MZ");
  });

  test("the image is in the registry, under the digest of the output", async () => {
    const outputs = await outputsOf(first);
    const [tag = ""] = outputs["image-tags"]?.split("\n") ?? [];
    const digest = await registry.digest("acme/hello", tag);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    // The second run pushed the same tag.
    expect([outputs["image-digest"], (await outputsOf(second))["image-digest"]]).toContain(digest);
  });

  test("the job summary names what was made", () => {
    for (const part of ["Passed", "dist/hello-darwin-arm64", `${registry.host}/acme/hello`, "hello-binaries"]) {
      expect(first.summary).toContain(part);
    }
    expect(first.annotations.filter(({ kind }) => kind !== "notice")).toEqual([]);
  });

  test("the second run restores the cache of the first, and does not test again what did not change", async () => {
    expect(second.exitCode, second.log).toBe(0);
    expect(await outputsOf(second)).toMatchObject({ verdict: "passed", "cache-hit": "true" });
    expect(first.log).toMatch(/^No cache was found/m);
    expect(first.log).toMatch(/^Saved the cache go-docker-2-golang-1\.27-/m);
    expect(second.log).toMatch(/^Restored the cache go-docker-2-golang-1\.27-/m);
    expect(second.log).toMatch(/acme\/hello\/greet.*\(cached\)/);
  });
});

describe("a project with a failing test", () => {
  let run: ActRun;

  beforeAll(async () => {
    const folder = "examples/hello";
    const inputs = { ...mainJob(registry, "acme/red"), "working-directory": folder };
    const project = await helloRepository(
      {
        [workflowFile]: workflow("./", inputs),
        [`${folder}/greet/red_test.go`]:
          'package greet\n\nimport "testing"\n\nfunc TestRed(t *testing.T) {\n\tt.Error("as it should")\n}\n',
      },
      folder,
    );
    // `uses: ./` is the action's own folder: not in the commit, but act copies what is there.
    run = await runAct({ project: await copyAction(project), cache, action, lane });
  });

  test("the step fails, and says so in the outputs", async () => {
    expect(run.exitCode, run.log).toBe(1);
    expect(await outputsOf(run)).toMatchObject({
      verdict: "failed",
      "failure-class": "checks",
      "tests-failed": "1",
      "image-digest": "",
    });
  });

  test("coverage and reports are uploaded all the same, byte for byte", async () => {
    const uploaded = ["hello-coverage", "hello-reports"].map((name) => run.artifact(name));
    const entries = (await Promise.all(uploaded)).flatMap((artifact) => [...(artifact ?? [])]);
    const made = new Map([...(await files(run.kept))].filter(([path]) => path.startsWith("reports/")));
    expect(entries.map(([path]) => path).sort()).toEqual([...made.keys()].sort());
    for (const [path, content] of entries) expect(made.get(path)?.equals(content), path).toBe(true);
    expect([...made.keys()]).toContain("reports/coverage.out");
  });

  test("no binary is handed out, and nothing is pushed", async () => {
    expect(await run.artifact("hello-binaries")).toBeUndefined();
    expect([...(await files(run.kept)).keys()].filter((path) => path.includes("hello-linux"))).toEqual([]);
    expect(await registry.repositories()).not.toContain("acme/red");
  });

  test("the annotation stands at the failing line", () => {
    expect(run.annotations.filter(({ kind, file }) => kind === "error" && file !== "")).toEqual([
      expect.objectContaining({
        file: "examples/hello/greet/red_test.go",
        line: "6",
        message: expect.stringContaining("as it should"),
      }),
    ]);
  });
});

describe("a cache service that does not work is a cold start with one warning", () => {
  const inputs = { "go-version": "1.27", steps: "fmt", artifacts: "none" };

  test.each([
    {
      name: "nobody answers",
      url: async () => `http://127.0.0.1:${await freePort()}/`,
      warning: "could not be restored",
    },
    { name: "it is broken", url: () => cacheService({ find: 500, reserve: 500 }), warning: "could not be restored" },
    { name: "what it keeps is damaged", url: () => cacheService({ find: 200 }), warning: "could not be restored" },
    { name: "it takes nothing", url: () => cacheService({ find: 204, reserve: 500 }), warning: "could not be saved" },
  ])("$name", async ({ url, warning }) => {
    const project = await helloRepository({ [workflowFile]: workflow(published, inputs) });
    const run = await runAct({ project, cache: { url: await url() }, action, lane });
    expect(run.exitCode, run.log).toBe(0);
    expect(await outputsOf(run)).toMatchObject({ verdict: "passed", "cache-hit": "false" });
    expect(run.annotations.filter(({ kind }) => kind !== "notice")).toEqual([
      expect.objectContaining({ kind: "warning", message: expect.stringContaining(warning) }),
    ]);
  });
});

function mainJob({ host }: MemoryRegistry, image = "acme/hello"): Readonly<Record<string, string>> {
  return {
    "go-version": "1.27",
    targets: "linux/amd64, linux/arm64, darwin/arm64, windows/amd64",
    image: `${host}/${image}`,
    push: "true",
  };
}

async function outputsOf({ kept }: ActRun): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await readFile(join(kept, "outputs.json"), "utf8"));
}

/** A cache service that gives the same answers always, and a damaged archive. */
async function cacheService({ find, reserve = 500 }: { find: number; reserve?: number }): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === "/archive") response.end("not an archive");
    else if (request.method !== "GET") response.writeHead(reserve).end();
    else if (find !== 200) response.writeHead(find).end();
    else
      response.end(JSON.stringify({ cacheKey: "damaged", archiveLocation: `http://${request.headers.host}/archive` }));
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  afterwards(() => server.close());
  return `http://127.0.0.1:${port}/`;
}
