import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secretForms } from "../../src/host/secrets.ts";
import { readReport, runCli, runForOutputs } from "../support/cli.ts";
import { type Lane, lanes, legacyBuilder, removeImages, repository, startLane } from "../support/engines.ts";
import { git, makeProject, temporaryFolder } from "../support/projects.ts";
import { recordingDocker } from "../support/recording-docker.ts";
import { annotations, registry, startRegistry, stored, storedTags } from "../support/registry.ts";
import { storedBytes } from "../support/stored-bytes.ts";
import { tlsServer } from "../support/tls-server.ts";

const family = `gda-test/${randomBytes(6).toString("hex")}`;
const go = { "go-version": "1.27.3" };
/** What is not about checks does without them. */
const buildOnly = { ...go, steps: "build" };
const roots = "/etc/ssl/certs/ca-certificates.crt";

describe.each(lanes)("on the %s engine", (engine) => {
  let lane: Lane;
  /** A repository that no other test knows. */
  const repositoryFor = (what: string) => `${family}/${engine}/${what}`;

  beforeAll(async () => {
    await startRegistry();
    lane = await startLane(engine);
  });
  afterAll(async () => {
    await removeImages(lane, family);
    await removeImages(lane, `${registry}/${family}`);
  });

  /** Takes a file out of an image without starting it. */
  async function fileOf(image: string, path: string): Promise<Buffer> {
    const copy = join(await temporaryFolder(), "file");
    const container = (await lane.docker("create", image)).trim();
    try {
      await lane.docker("cp", `${container}:${path}`, copy);
    } finally {
      await lane.docker("rm", container);
    }
    return readFile(copy);
  }

  test("the image of a tested binary starts with a default argument or another, as 65532", async () => {
    const project = await makeProject("hello");
    const image = repositoryFor("hello");

    const { exitCode, outputs, stderr } = await runForOutputs({
      project,
      env: lane.env,
      inputs: { ...go, image, "image-tags": "one", "image-cmd": "world" },
    });

    expect(exitCode, stderr).toBe(0);
    expect(outputs).toMatchObject({ image, "image-tags": "one", "image-digest": "" });
    const run = (...args: readonly string[]) => lane.docker("run", "--rm", `${image}:one`, ...args);
    expect(await run()).toBe("hello, world\n");
    expect(await run("help")).toBe("usage: hello <name>\n");
    expect(await run("whoami")).toBe("65532 65532\n");
    expect(
      JSON.parse(await lane.docker("image", "inspect", "--format", "{{json .Config}}", `${image}:one`)),
    ).toMatchObject({ User: "65532:65532", Entrypoint: ["/hello"], Cmd: ["world"] });
    // Nothing is in it but the program, the certificates, and who it runs as.
    const container = (await lane.docker("create", `${image}:one`)).trim();
    await lane.docker("export", "--output", join(project, "image.tar"), container);
    await lane.docker("rm", container);
    const { stdout: list } = await promisify(execFile)("tar", ["tvf", join(project, "image.tar"), "--exclude=./.git"]);
    const files = list.split("\n").flatMap((line) => /^-\S+ +\S+ +(\d+) \S+ \S+ (.*)$/.exec(line)?.slice(1, 3) ?? []);
    const sizes = new Map(
      files.flatMap((size, i) => (i % 2 === 0 ? [[files[i + 1] ?? "", Number(size)] as const] : [])),
    );
    // docker itself adds empty files when it makes a container.
    const own = [...sizes].filter(([, size]) => size > 0).map(([name]) => name);
    expect(own.toSorted()).toEqual(["etc/group", "etc/passwd", "etc/ssl/certs/ca-certificates.crt", "hello"]);
    expect((sizes.get("etc/group") ?? 0) + (sizes.get("etc/passwd") ?? 0)).toBeLessThan(1024);
    const inside = createHash("sha256")
      .update(await fileOf(`${image}:one`, "/hello"))
      .digest("hex");
    expect(await readFile(join(project, "dist/checksums.txt"), "utf8")).toBe(`${inside}  hello-linux-amd64\n`);
  });

  test("a program makes an HTTPS request on scratch, with the roots of `ca-certificates` alone", async () => {
    const server = await tlsServer("over TLS");
    const project = await makeProject("https", { files: { "root.pem": server.root } });
    const image = repositoryFor("https");
    const make = (tag: string, inputs: Readonly<Record<string, string>>) =>
      runCli({ project, env: lane.env, inputs: { ...buildOnly, image, "image-tags": tag, ...inputs } });
    const ask = (tag: string) => lane.docker("run", "--rm", "--network", "host", `${image}:${tag}`, server.url);

    const made = [await make("with", { "ca-certificates": "root.pem" }), await make("without", {})];

    expect(
      made.map(({ exitCode }) => exitCode),
      made[0]?.stderr,
    ).toEqual([0, 0]);
    expect(await ask("with")).toBe("over TLS");
    await expect(ask("without")).rejects.toThrow("certificate signed by unknown authority");
    const usual = (await fileOf("golang:1.27.3", roots)).toString();
    expect((await fileOf(`${image}:without`, roots)).toString()).toBe(usual);
    expect((await fileOf(`${image}:with`, roots)).toString()).toBe(`${usual.trimEnd()}\n${server.root}`);
  });

  test("has Go's time zones where they are asked for, and says what it is", async () => {
    const main = `package main

import (
	"fmt"
	"time"
)

func main() {
	_, err := time.LoadLocation("Asia/Tokyo")
	fmt.Println(err)
}
`;
    const project = await makeProject("hello", { files: { "main.go": main } });
    const image = repositoryFor("zones");
    const make = (tag: string, inputs: Readonly<Record<string, string>>) =>
      runCli({ project, env: lane.env, inputs: { ...buildOnly, image, "image-tags": tag, ...inputs } });
    const config = 'EXPOSE 8080\nENV GREETING=hello "you"\nSTOPSIGNAL SIGINT\nHEALTHCHECK --retries=2 CMD /hello ping';

    const ends = [await make("with", { "image-tzdata": "true", "image-config": config }), await make("without", {})];

    expect(
      ends.map(({ exitCode }) => exitCode),
      ends[0]?.stderr,
    ).toEqual([0, 0]);
    expect(await lane.docker("run", "--rm", `${image}:with`)).toBe("<nil>\n");
    expect(await lane.docker("run", "--rm", `${image}:without`)).toBe("unknown time zone Asia/Tokyo\n");
    const described = await lane.docker("image", "inspect", "--format", "{{json .Config}}", `${image}:with`);
    expect(JSON.parse(described)).toMatchObject({
      ExposedPorts: { "8080/tcp": {} },
      Env: expect.arrayContaining(['GREETING=hello "you"']),
      StopSignal: "SIGINT",
      Healthcheck: { Test: ["CMD", "/hello", "ping"], Retries: 2 },
    });
  });

  test.each([
    ["runs", "world", 0, "", ["one"]],
    ["fails", "--no-such-flag\nx", 1, 'started with "--no-such-flag x", ended with exit code', []],
  ])("an image that %s in its smoke test", async (_, args, expected, words, tags) => {
    const main =
      'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\tfmt.Println(os.Args[1])\n\tos.Exit(len(os.Args) - 2)\n}\n';
    const project = await makeProject("hello", { files: { "main.go": main } });
    const name = repositoryFor(`tried-${expected}`);
    const inputs = { ...buildOnly, image: `${registry}/${name}`, "image-tags": "one", push: "true" };
    const call = { project, env: lane.env, inputs: { ...inputs, "image-smoke-test": args } };

    const { exitCode, outputs, stderr } = await runForOutputs(call);

    expect(exitCode, stderr).toBe(expected);
    expect(outputs["failure-class"]).toBe(expected === 0 ? "" : "checks");
    expect(stderr).toContain(words);
    expect(await storedTags(name)).toEqual(tags);
    expect(await lane.docker("image", "ls", "--quiet", "gda-image")).toBe("");
  });

  test("on another base: a stand-in for alpine, as no registry can be pulled from", async () => {
    await promisify(execFile)(join(repository, "script/stand-in-base"), [], { env: { ...process.env, ...lane.env } });
    const project = await makeProject("hello");
    const image = repositoryFor("based");

    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...buildOnly, image, "image-tags": "one", "image-base": "gda-dev/stand-in-alpine:latest" },
    });

    expect(exitCode, stderr).toBe(0);
    expect(await lane.docker("run", "--rm", `${image}:one`, "gopher")).toBe("hello, gopher\n");
    const shell = ["--entrypoint", "/bin/sh", `${image}:one`, "-c", ". /etc/os-release; echo $ID; id -u"];
    expect(await lane.docker("run", "--rm", ...shell)).toBe("stand-in-alpine\n65532\n");
  });

  test.each([
    { title: "a module", fixture: "hello", inputs: buildOnly, greeting: "hello, gopher\n" },
    {
      title: "a GOPATH project on Go 1.8.1",
      fixture: "gopath",
      inputs: { ...buildOnly, "go-version": "1.8.1", "import-path": "example.org/acme/legacy" },
      greeting: "GOPHER!\n",
    },
  ])("$title, compiled inside a multistage build", async ({ fixture, inputs, greeting }) => {
    const project = await makeProject(fixture);
    const image = repositoryFor(`${fixture}-source`);

    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, image, "image-tags": "one", "image-build": "source" },
    });

    expect(exitCode, stderr).toBe(0);
    const { image: published } = await readReport(project);
    expect(published?.kind).toBe("source");
    expect(published?.dockerfile).toMatch(/^FROM [^\n]*golang:\S+ AS build$.*^RUN \["go", "build",/ms);
    expect(await lane.docker("run", "--rm", `${image}:one`, "gopher")).toBe(greeting);
  });

  test("pushed for two platforms under every tag, with the digest that the registry tells", async () => {
    const project = await makeProject("hello", { tag: "v1.2.3" });
    const name = repositoryFor("pushed");
    const rules = ["type=semver,pattern={{version}}", "type=semver,pattern={{major}}.{{minor}}"];
    const others = ["type=ref,event=tag", "type=raw,value=nightly", "type=sha"];

    const { exitCode, outputs, stderr } = await runForOutputs({
      project,
      env: lane.env,
      inputs: {
        ...buildOnly,
        targets: "linux/amd64, linux/arm64, windows/amd64",
        image: `${registry}/${name}`,
        "image-tags": [...rules, ...others].join("\n"),
        push: "true",
      },
    });

    expect(exitCode, stderr).toBe(0);
    const sha = `sha-${(await git(project, "rev-parse", "HEAD")).slice(0, 7)}`;
    const tags = ["1.2.3", "1.2", "v1.2.3", "nightly", sha, "latest"];
    expect(outputs["image-tags"].split("\n")).toEqual(tags);
    const own = (await storedTags(name)).filter((tag) => !/-linux-(amd64|arm64)$/.test(tag));
    expect(own).toEqual(tags.toSorted());
    const inRegistry = await Promise.all(tags.map((tag) => stored(name, tag)));
    expect(inRegistry).toEqual(
      tags.map(() => ({ digest: outputs["image-digest"], platforms: ["linux/amd64", "linux/arm64"] })),
    );
    expect(outputs["image-digest"]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await lane.docker("run", "--rm", `${registry}/${name}@${outputs["image-digest"]}`, "gopher")).toBe(
      "hello, gopher\n",
    );
    // Registries such as GHCR read the list's annotations; an engine without buildx and the containerd store writes none.
    if (engine === "current")
      expect(await annotations(name, "nightly")).toMatchObject({ "org.opencontainers.image.version": "1.2.3" });
    // What the registry's layers hold is what lies in dist/.
    const { image } = await readReport(project);
    const sums = await readFile(join(project, "dist/checksums.txt"), "utf8");
    const proven = image?.proven.map(({ sha256, path }) => `${sha256}  ${path.replace("dist/", "")}`);
    expect(proven?.toSorted()).toEqual(
      sums
        .split("\n")
        .filter((line) => line.includes("-linux-"))
        .toSorted(),
    );
  });

  test.each(["binary", "source"])(
    "no secret is in a layer, a manifest, an argument list or the log (%s)",
    async (kind) => {
      const docker = await recordingDocker(lane);
      const project = await makeProject("hello");
      const name = repositoryFor(`secret-${kind}`);
      const [password, declared] = ["pass/Wo:rd+of 42", "val/Ue:of+the 43"];

      const { exitCode, stderr } = await runForOutputs({
        project,
        env: { ...docker.env, GO_DOCKER_ACTION_PASSWORD: password, INHERITED: declared },
        inputs: {
          ...go,
          steps: "test, build",
          image: `${registry}/${name}`,
          "image-tags": "one",
          "image-build": kind,
          push: "true",
          username: "robot",
          env: `DECLARED=${declared}\nINHERITED`,
        },
      });

      expect(exitCode, stderr).toBe(0);
      const forms = [...secretForms(password, "robot"), ...secretForms(declared)];
      const held = (text: string) => forms.filter((form) => text.includes(form));
      const pushed = await storedBytes(name, "one");
      expect(pushed.map((bytes) => bytes.length).every((length) => length > 0)).toBe(true);
      expect(pushed.flatMap((bytes) => held(bytes.toString("latin1")))).toEqual([]);
      // So that it is known that the search would find something.
      expect(pushed.some((bytes) => bytes.includes("hello, "))).toBe(true);
      const calls = await docker.calls();
      expect(calls.length).toBeGreaterThan(3);
      expect(calls.flat().flatMap(held)).toEqual([]);
      expect(held(stderr)).toEqual([]);
      await lane.docker("pull", "--quiet", `${registry}/${name}:one`);
      const history = await lane.docker("image", "history", "--no-trunc", `${registry}/${name}:one`);
      expect(held(history)).toEqual([]);
    },
  );

  test("a failing test leaves coverage and reports, but no binary and no image", async () => {
    const project = await makeProject("hello", { over: ["red/failing"] });
    const name = repositoryFor("failing");

    const { exitCode, outputs } = await runForOutputs({
      project,
      env: lane.env,
      inputs: { ...go, image: `${registry}/${name}`, push: "true" },
    });

    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: "failed", image: "", "image-digest": "", "tests-failed": "1" });
    await expect(access(join(project, "dist"))).rejects.toThrow("ENOENT");
    expect(await storedTags(name)).toEqual([]);
    expect(await readdir(join(project, "reports"))).toEqual(
      expect.arrayContaining(["coverage.out", "junit.xml", "report.json", "summary.md", "test.jsonl"]),
    );
    expect(await readFile(join(project, "reports/coverage.out"), "utf8")).toMatch(
      /^mode: set\n.*\/greet\.go:6\.\S+ 1 1$/ms,
    );
    expect(await readFile(join(project, "reports/junit.xml"), "utf8")).toMatch(/<testcase [^>]*name="TestEmpty"/);
    expect(await readFile(join(project, "reports/summary.md"), "utf8")).toContain("TestEmpty");
  });
});

test("with `provenance` its record lies beside the images, and only then", async () => {
  await startRegistry();
  const lane = await startLane("current");
  const project = await makeProject("hello");
  const name = `${family}/record`;
  const inputs = { ...buildOnly, image: `${registry}/${name}`, push: "true" };
  const platforms = async (tag: string, more: Readonly<Record<string, string>>) => {
    const call = { project, env: lane.env, inputs: { ...inputs, "image-tags": tag, ...more } };
    const { exitCode, outputs, stderr } = await runForOutputs(call);
    expect(exitCode, stderr).toBe(0);
    expect((await stored(name, tag)).digest).toBe(outputs["image-digest"]);
    return (await stored(name, tag)).platforms;
  };
  expect(await platforms("with", { provenance: "true" })).toEqual(["linux/amd64", "unknown/unknown"]);
  expect(await platforms("without", {})).toEqual([]);
  await removeImages(lane, `${registry}/${family}`);
});

test("the same commit gives the same digest, from another clone", async () => {
  await startRegistry();
  const lane = await startLane("current");
  const digests = [];
  const { root } = await tlsServer("unused");
  const files = { "web/index.html": "hello", "root.pem": root };
  // What BuildKit keeps of another build, with other content under the same names, must not show.
  await lane.docker("builder", "prune", "--all", "--force");
  const before = { ...buildOnly, image: `${family}/before`, "image-tags": "1", "image-files": "web -> /web" };
  const other = await makeProject("hello", { files: { ...files, "web/index.html": "HELLO" } });
  await runCli({ project: other, env: lane.env, inputs: { ...before, "ca-certificates": "root.pem" } });
  // The same contents, of another commit and day.
  const earlier = await makeProject("hello", { files });
  await git(earlier, "commit", "--quiet", "--amend", "--message", "x", "--date", "2020-01-01T00:00:00Z");
  await runCli({ project: earlier, env: lane.env, inputs: before });
  for (const clone of ["one", "two"]) {
    const project = await makeProject("hello", { files });
    const image = `${registry}/${family}/again-${clone}`;
    const wanted = { image, "image-tags": "1", "image-files": "web -> /web", push: "true" };
    const inputs = { ...buildOnly, targets: "linux/amd64, linux/arm64", ...wanted };
    const { exitCode, outputs, stderr } = await runForOutputs({ project, env: lane.env, inputs });
    expect(exitCode, stderr).toBe(0);
    digests.push(outputs["image-digest"]);
    // Nothing is taken from the first build.
    await lane.docker("builder", "prune", "--all", "--force");
    await removeImages(lane, `${family}/before`);
    await removeImages(lane, `${registry}/${family}`);
  }
  expect(digests[1]).toBe(digests[0]);
});

test("a client without buildx pushes two platforms with the legacy builder", async () => {
  await startRegistry();
  const project = await makeProject("hello");
  const name = `${family}/legacy/pushed`;

  const { exitCode, outputs, stderr } = await runForOutputs({
    project,
    env: await legacyBuilder(),
    inputs: {
      ...buildOnly,
      targets: "linux/amd64, linux/arm64",
      image: `${registry}/${name}`,
      "image-tags": "one",
      push: "true",
    },
  });

  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain("one build per platform and a manifest list by legacy, pushed");
  expect(await stored(name, "one")).toEqual({
    digest: outputs["image-digest"],
    platforms: ["linux/amd64", "linux/arm64"],
  });
  await removeImages(await startLane("old"), `${registry}/${name}`);
});
