import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { endingOf, endingOfError } from "../../src/ending.ts";
import type { FoundContainer } from "../../src/engine/engine.ts";
import { CancelledError, EngineUnreachableError } from "../../src/errors.ts";
import { ownerText } from "../../src/leftovers/owner.ts";
import { thisProcess } from "../../src/leftovers/this-process.ts";
import { run } from "../../src/run.ts";
import { type FakeAnswer, FakeEngine } from "../support/fake-engine.ts";
import { FakeHost } from "../support/fake-host.ts";

const probe = `@@ version
go version go1.27.3 linux/amd64
@@ host
linux
amd64
@@ tools
/tool/covdata
@@ list
{
  "Dir": "/src",
  "ImportPath": "m",
  "Name": "main",
  "GoFiles": ["a.go"]
}
`;
const events = (action: string) => `{"Action":"run","Package":"m","Test":"TestA"}
{"Action":"output","Package":"m","Test":"TestA","Output":"    a_test.go:5: no\\n"}
{"Action":"${action}","Package":"m","Test":"TestA","Elapsed":0}
{"Action":"${action}","Package":"m","Elapsed":0}
`;
const full = "write /gda-cache/build/1f/1f77-d: no space left on device";
/** As Go 1.27 tells it. */
const setupFailed = (why: string) =>
  [
    { ImportPath: "m", Action: "build-output", Output: "# m\n" },
    { ImportPath: "m", Action: "build-output", Output: `${why}\n` },
    { ImportPath: "m", Action: "build-fail" },
    { Action: "start", Package: "m" },
    { Action: "output", Package: "m", Output: "FAIL\tm [setup failed]\n" },
    { Action: "fail", Package: "m", Elapsed: 0, FailedBuild: "m" },
  ]
    .map((event) => `${JSON.stringify(event)}\n`)
    .join("");
const noHost =
  'a.go:3:2: example.org/x@v1.0.0: Get "https://proxy.golang.org/x": dial tcp: lookup proxy.golang.org: no such host';
const green: Readonly<Record<string, FakeAnswer>> = { "go test": { stdout: events("pass") } };

const hosts: FakeHost[] = [];
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.remove();
});

/** Runs with fakes. The answers are found by the beginning of the command. */
async function runWith(
  answers: Readonly<Record<string, FakeAnswer>>,
  inputs: Record<string, string> = {},
  signal = new AbortController().signal,
  found: readonly FoundContainer[] = [],
) {
  const host = await FakeHost.make({ "go-version": "1.27", ...inputs });
  hosts.push(host);
  await writeFile(join(host.facts.workspace, "go.mod"), "module m\n");
  const engine = new FakeEngine((line) => {
    if (line.includes("go list -e")) return answers["sh"] ?? { stdout: probe };
    return Object.entries(answers).find(([start]) => line.startsWith(start))?.[1] ?? {};
  });
  engine.found = found;
  const ending = await run(host, { connect: () => Promise.resolve(engine), signal }).then(endingOf, endingOfError);
  return { host, engine, ending };
}

describe("a run", () => {
  it("checks, builds, places and hands over, then leaves nothing", async () => {
    const { host, engine, ending } = await runWith(green);
    expect(ending).toMatchObject({
      exitCode: 0,
      failure: "",
      outputs: { verdict: "passed", coverage: "50.0", "tests-passed": "1" },
    });
    expect(engine.calls.map((call) => call.split(" ").slice(0, 2).join(" "))).toEqual([
      ...["image golang:1.27", "start", "probe", "gofmt -d", "go vet", "go test", "go build", "go tool", "remove"],
    ]);
    expect(await readFile(join(host.facts.workspace, "dist/m-linux-amd64"), "utf8")).toBe("binary");
    expect(host.uploads.map(({ name }) => name)).toEqual(["check-binaries", "check-coverage", "check-reports"]);
    expect(host.presented?.report.verdict).toBe("passed");
    expect(host.saved).toHaveLength(1);
    expect(await readdir(host.facts.temp)).toEqual([]);
  });

  it("measures nothing of what `coverage-exclude` names, and says which of its patterns name nothing", async () => {
    const { ending, host } = await runWith(green, { "coverage-exclude": "*.go, gone" });
    expect(ending.outputs.coverage).toBe("0.0");
    expect(host.presented?.report.notes).toEqual(['coverage-exclude: no measured file answers to "gone".']);
  });

  it.each<[string, Record<string, FakeAnswer>, string[]]>([
    [
      "gofmt objects",
      { ...green, gofmt: { stdout: "diff a.go.orig a.go\n--- a.go.orig\n+++ a.go\n@@ -1 +1 @@\n-x\n+y\n" } },
      ["fmt"],
    ],
    ["vet objects", { ...green, "go vet": { stderr: "# m\n./a.go:3:4: no\n", exitCode: 1 } }, ["vet"]],
    ["a test fails", { "go test": { stdout: events("fail"), exitCode: 1 } }, ["test"]],
    ["go fails although every event passed", { "go test": { stdout: events("pass"), exitCode: 1 } }, ["test"]],
    ["events fail although go passed", { "go test": { stdout: events("fail"), exitCode: 0 } }, ["test"]],
    [
      "two of them object",
      { "go vet": { stderr: "./a.go:3:4: no\n", exitCode: 1 }, "go test": { stdout: events("fail"), exitCode: 1 } },
      ["vet", "test"],
    ],
  ])("is red when %s; the other checks run, nothing is built", async (_, answers, red) => {
    const { host, engine, ending } = await runWith(answers, { image: "127.0.0.1:9/acme/app", push: "true" });
    expect(ending).toMatchObject({
      exitCode: 1,
      failure: "",
      outputs: { verdict: "failed", "failure-class": "checks" },
    });
    const failed = host.presented?.report.steps.filter(({ status }) => status === "failed");
    expect(failed?.map(({ name }) => name)).toEqual(red);
    expect(host.presented?.report.steps.at(-1)).toMatchObject({
      name: "build",
      status: "skipped",
      detail: `${red.join(", ")} failed`,
    });
    expect(engine.calls.filter((call) => /^(go build|build image)/.test(call))).toEqual([]);
    expect(host.uploads.map(({ name }) => name)).toEqual(["check-coverage", "check-reports"]);
  });

  it.each([
    ["50", 0],
    ["50.1", 1],
  ])("with coverage of 50.0 and a threshold of %s exits with %d", async (threshold, exitCode) => {
    const { ending, engine } = await runWith(green, { "coverage-threshold": threshold });
    expect(ending.exitCode).toBe(exitCode);
    expect(engine.calls.some((call) => call.startsWith("go build"))).toBe(exitCode === 0);
  });

  it("fetches the modules, then cuts the container off, and then checks", async () => {
    const { engine, ending } = await runWith(green, { network: "modules", targets: "linux/amd64, windows/amd64" });
    expect(ending.exitCode).toBe(0);
    const calls = engine.calls.slice(engine.calls.indexOf("probe") + 1);
    expect(calls.slice(0, 4)).toEqual([
      ...[
        "go list -deps -buildvcs=false -test ./...",
        "go list -deps -buildvcs=false ./...",
        "disconnect",
        "gofmt -d a.go",
      ],
    ]);
  });

  it.each<[string, string, FakeAnswer, number, string]>([
    [
      "go cannot fetch a module",
      "vet",
      { stderr: noHost, exitCode: 1 },
      3,
      `A module could not be downloaded: ${noHost}`,
    ],
    ["go can fetch all modules, whatever a test prints", "vet", {}, 1, ""],
    ["a module is not there", "vet", { stderr: "go: m@v1: reading https://x: 404 Not Found", exitCode: 1 }, 1, ""],
  ])("with a red step that speaks of the network, when %s", async (_, step, list, exitCode, failure) => {
    const { ending, host } = await runWith(
      { ...green, [`go ${step}`]: { stderr: noHost, exitCode: 1 }, "go list -deps": list },
      {},
    );
    expect(ending).toMatchObject({ exitCode, outputs: { verdict: "failed" } });
    expect(ending.failure.split("\n")[0]).toBe(failure);
    expect(host.presented?.report.failureClass).toBe(exitCode === 3 ? "infrastructure" : "checks");
    expect(host.uploads.map(({ name }) => name)).toEqual(["check-coverage", "check-reports"]);
  });

  it.each([
    ["1.28", "go vet", "The go.mod in . is written for Go 1.28, and the image has 1.27.3: what does not compile may"],
    ["1.28", "nothing", undefined],
    ["1.27", "go vet", undefined],
  ])("with a go.mod for %s, and %s red, notes %s", async (goVersion, red, note) => {
    const newer = probe.replace('"Name"', `"Module": {"GoVersion": "${goVersion}"}, "Name"`);
    const answers = { ...green, sh: { stdout: newer }, [red]: { stderr: "./a.go:3:4: no\n", exitCode: 1 } };
    const { host } = await runWith(answers);
    const notes = host.presented?.report.notes.join() ?? "";
    if (note === undefined) expect(notes).not.toContain("is written for");
    else expect(notes).toContain(note);
  });

  it.each([
    ["go.mod:5: unknown directive: toolchain", "go-version", "is written for a newer Go than the image's"],
    ["go: go.mod requires go >= 1.28 (running go 1.27.3; GOTOOLCHAIN=local)", "go-version", "`go-version: 1.28`"],
    ["go.mod:3: usage: module module/path", "working-directory", "cannot read the module in .: go.mod:3"],
  ])("cannot begin with %s", async (stderr, input, words) => {
    const { ending } = await runWith({ sh: { stderr, exitCode: 1 } });
    expect(ending).toMatchObject({ exitCode: 2, outputs: { "failure-class": "input" } });
    expect(ending.failure).toContain(`input '${input}'`);
    expect(ending.failure).toContain(words);
  });

  it("ends with 3 when a disk is full, and hands over what there is", async () => {
    const stderr = "go: writing /gda-cache/build/a: no space left on device\n";
    const { ending, host } = await runWith({ ...green, "go build": { stderr, exitCode: 1 } });
    expect(ending.exitCode).toBe(3);
    expect(ending.failure).toContain(`A disk is full: ${stderr}`);
    expect(host.uploads.map(({ name }) => name)).toEqual(["check-coverage", "check-reports"]);
  });

  it.each([
    ["while go builds a test", { "go test": { stdout: setupFailed(full), exitCode: 1 } }],
    ["before the first step", { sh: { stderr: full, exitCode: 1 } }],
  ] as const)("ends with 3 when a disk is full %s", async (_, answers) => {
    const { ending } = await runWith(answers);
    expect(ending).toMatchObject({ exitCode: 3, outputs: { "failure-class": "infrastructure" } });
    expect(ending.failure).toContain(`A disk is full: ${full}`);
  });

  const line = (free: number) => `tmpfs 40960 ${40960 - free} ${free} 99% /gda-cache/build\n`;
  const space = (kilobytes: number, files = 9999) => ({
    "df -Pk": { stdout: line(kilobytes) },
    "df -Pi": { stdout: line(files) },
  });
  const speaking = events("fail").replace(": no", ": write /x: no space left on device");
  it.each([
    ["no byte is left, and go does not know it", space(0), 'go: no such tool "covdata"', 3],
    ["no file can be made, and go does not know it", space(40_000, 3), 'go: no such tool "covdata"', 3],
    ["there is room", space(40_000), 'go: no such tool "covdata"', 1],
    ["df does not work", { df: { stderr: "df: not found", exitCode: 127 } }, 'go: no such tool "covdata"', 1],
    ["a test speaks of a full disk, and there is little room", space(40_000), speaking, 3],
    ["a test speaks of a full disk, and there is room", space(4_000_000), speaking, 1],
  ] as const)("with a red step, when %s", async (_, disks, stdout, exitCode) => {
    const { ending } = await runWith({ "go test": { stdout, exitCode: 1 }, ...disks });
    expect(ending.exitCode).toBe(exitCode);
    expect(ending.failure.includes("A disk is full: ")).toBe(exitCode === 3);
  });

  it("says when the container ran out of memory", async () => {
    const { ending, host } = await runWith({ "go test": { stdout: events("fail"), exitCode: 1, outOfMemory: true } });
    expect(ending.exitCode).toBe(1);
    expect(host.presented?.report.steps[2]).toMatchObject({ name: "test", status: "failed", detail: "out of memory" });
    expect(host.presented?.report.notes.join()).toContain("Allow more with `memory`");
  });

  it.each<[string, string, string | undefined]>([
    ["of another commit", `{"measure":"MEASURE","sha":"${"e".repeat(40)}","packages":[]}`, "e".repeat(40)],
    ["of this commit", `{"measure":"MEASURE","sha":"${"a".repeat(40)}","packages":[]}`, undefined],
    ["of other packages", `{"measure":"[]","sha":"${"e".repeat(40)}","packages":[]}`, undefined],
    ["that somebody forged", `{"measure":"MEASURE","sha":"${"e".repeat(40)}","packages":[{"package":7}]}`, undefined],
    ["that is no JSON", "{", undefined],
  ])("takes from a shared cache the coverage %s as what it should be, and leaves its own", async (_, kept, sha) => {
    const host = await FakeHost.make({ "go-version": "1.27" });
    hosts.push(host);
    Object.assign(host, { sharedCache: true, cached: "k" });
    await writeFile(join(host.facts.workspace, "go.mod"), "module m\n");
    const file = join(host.cache.folder, "coverage.json");
    const measure = JSON.stringify(JSON.stringify([["."], ["./..."], [], [], []])).slice(1, -1);
    await writeFile(file, kept.replace("MEASURE", measure));
    const engine = new FakeEngine((line) =>
      line.includes("go list -e") ? { stdout: probe } : (green[line.slice(0, 7)] ?? {}),
    );
    const signal = new AbortController().signal;
    await run(host, { connect: () => Promise.resolve(engine), signal });
    expect(host.presented?.report.earlierCoverage?.sha).toBe(sha);
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
      sha: "a".repeat(40),
      packages: [{ package: "m" }],
    });
  });

  it.each([
    ["are used where go.sum vouches for them", "good", true],
    ["go where they are not what go.sum says", "evil", false],
    ["go where no go.sum knows them", undefined, false],
  ])("the modules of a cache that others can write to %s", async (_, content, kept) => {
    const host = await FakeHost.make({ "go-version": "1.27" });
    hosts.push(host);
    Object.assign(host, { sharedCache: true, cached: "k" });
    const { workspace } = host.facts;
    await writeFile(join(workspace, "go.mod"), "module m\n");
    const lines = createHash("sha256").update("good").digest("hex");
    const sum = createHash("sha256").update(`${lines}  example.org/a@v1.0.0/a.go\n`).digest("base64");
    if (content !== undefined) await writeFile(join(workspace, "go.sum"), `example.org/a v1.0.0 h1:${sum}\n`);
    const module = join(host.cache.folder, `${process.getuid?.()}`, "pkg/mod/example.org/a@v1.0.0");
    await mkdir(module, { recursive: true });
    await writeFile(join(module, "a.go"), content ?? "good");
    const engine = new FakeEngine((line) =>
      line.includes("go list -e") ? { stdout: probe } : (green[line.slice(0, 7)] ?? {}),
    );
    const signal = new AbortController().signal;
    await run(host, { connect: () => Promise.resolve(engine), signal });
    expect(existsSync(module)).toBe(kept);
    const warned = host.lines.some((line) => line.includes("The cache's copy of example.org/a@v1.0.0 is not"));
    expect(warned).toBe(content === "evil");
  });

  it.each([
    ["a header", '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eA==\n', true],
    ["an address", '[remote "origin"]\n\turl = https://x-access-token:t0ken@github.com/a/b\n', true],
    [
      "nothing",
      '[remote "origin"]\n\turl = https://github.com/a/b\n[remote "ssh"]\n\turl = git@github.com:a/b\n',
      false,
    ],
  ])("warns of a token that the checkout has left in %s", async (_, config, warned) => {
    const host = await FakeHost.make({ "go-version": "1.27" });
    hosts.push(host);
    await mkdir(join(host.facts.workspace, ".git"));
    await writeFile(join(host.facts.workspace, ".git/config"), config);
    await writeFile(join(host.facts.workspace, "go.mod"), "module m\n");
    const connect = () => Promise.reject(new EngineUnreachableError("No container engine answers.", "Start one."));
    await run(host, { connect, signal: new AbortController().signal }).catch(() => undefined);
    expect(host.lines.some((line) => line.includes("persist-credentials"))).toBe(warned);
  });

  it("removes the containers of runs that nobody can be at work for, and no others", async () => {
    const own = ownerText(thisProcess());
    const { engine, host } = await runWith(green, {}, undefined, [
      { name: "gda-mine", owner: own },
      { name: "gda-dead", owner: own.replace(/^\d+/, "4194305") },
      { name: "gda-unknown", owner: "" },
    ]);
    expect(engine.calls).toContain("remove gda-dead");
    expect(host.lines).toContain("Removed what earlier runs left behind: gda-dead");
  });

  it("hands the engine's socket in when asked, and says what that means", async () => {
    const { engine, host } = await runWith(green, { "docker-socket": "true" });
    expect(engine.spec?.socket).toEqual({ path: "/run/engine.sock", gid: 999 });
    expect(host.lines.join()).toContain("whatever root can");
    expect((await runWith(green)).engine.spec?.socket).toBeUndefined();
  });

  it("ends with 4 when a step takes too long, and builds nothing", async () => {
    const { ending, engine } = await runWith({ "go test": { timedOut: true, exitCode: 1 } });
    expect(ending).toMatchObject({ exitCode: 4, outputs: { "failure-class": "timeout" } });
    expect(engine.calls.some((call) => call.startsWith("go build"))).toBe(false);
  });

  it("says all bad inputs at once, and asks for no engine", async () => {
    const { ending, engine } = await runWith(green, {
      push: "true",
      steps: "fmt, vett",
      "working-directory": "nosuch",
    });
    expect(ending).toMatchObject({ exitCode: 2, outputs: { verdict: "failed", "failure-class": "input" } });
    for (const input of ["push", "steps", "working-directory"]) expect(ending.failure).toContain(`input '${input}'`);
    expect(engine.calls).toEqual([]);
  });

  it("delivers everything else when an artifact cannot be uploaded, and exits with 3", async () => {
    const host = await FakeHost.make({ "go-version": "1.27" });
    hosts.push(host);
    host.uploadFails = true;
    await writeFile(join(host.facts.workspace, "go.mod"), "module m\n");
    const engine = new FakeEngine((line) =>
      line.includes("go list -e") ? { stdout: probe } : (green[line.slice(0, 7)] ?? {}),
    );
    const ending = await run(host, {
      connect: () => Promise.resolve(engine),
      signal: new AbortController().signal,
    }).then(endingOf, endingOfError);
    expect(ending.exitCode).toBe(3);
    expect(host.presented?.report.verdict).toBe("passed");
    expect(await readdir(join(host.facts.workspace, "dist"))).toEqual(["checksums.txt", "m-linux-amd64"]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("is cancelled by %s: the container goes, nothing is published", async (name, exitCode) => {
    const controller = new AbortController();
    const during = () => controller.abort(new CancelledError(name));
    const { host, engine, ending } = await runWith({ "go test": { during, exitCode: 137 } }, {}, controller.signal);
    expect(ending).toMatchObject({ exitCode, outputs: { "failure-class": "cancelled" } });
    expect(engine.calls).toContain("remove");
    expect(host.uploads).toEqual([]);
    expect(host.presented).toBeUndefined();
  });

  it("without an engine ends with 3 and the remedy", async () => {
    const host = await FakeHost.make({ "go-version": "1.27" });
    hosts.push(host);
    await writeFile(join(host.facts.workspace, "go.mod"), "module m\n");
    const connect = () => Promise.reject(new EngineUnreachableError("No container engine answers.", "Start one."));
    const ending = await run(host, { connect, signal: new AbortController().signal }).then(endingOf, endingOfError);
    expect(ending).toMatchObject({ exitCode: 3, failure: "No container engine answers.\n→ Start one." });
    expect(await readdir(host.facts.temp)).toEqual([]);
  });

  it("asks for an issue when something unforeseen breaks", () => {
    expect(endingOfError(new TypeError("x is not a function"))).toMatchObject({
      exitCode: 3,
      outputs: { verdict: "failed" },
    });
    expect(endingOfError(new TypeError("x is not a function")).failure).toContain("Please open an issue");
  });
});
