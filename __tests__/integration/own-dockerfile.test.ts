import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readReport, runForOutputs } from "../support/cli.ts";
import { type Lane, lanes, removeImages, repository, startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";
import { registry, startRegistry, stored, storedTags } from "../support/registry.ts";
import { storedBytes } from "../support/stored-bytes.ts";

const family = `gda-test/${randomBytes(6).toString("hex")}`;
const secret = `s3cret-${randomBytes(8).toString("hex")}`;
/** Of the stand-in for a base: it has a shell. */
const dockerfile = `FROM gda-dev/stand-in-alpine:latest AS marks
ARG VARIANT
RUN --mount=type=secret,id=npm --mount=type=secret,id=file \\
  echo "$VARIANT $(wc -c </run/secrets/npm) $(cat /run/secrets/file)" >/marks
FROM scratch AS final
ARG TARGETPLATFORM
COPY --from=marks /marks /marks
COPY \${TARGETPLATFORM}/hello /usr/bin/hello
COPY web /web
ENTRYPOINT ["/usr/bin/hello"]
FROM scratch AS other
`;

describe.each(lanes)("the repository's own Dockerfile, on the %s engine", (engine) => {
  let lane: Lane;
  beforeAll(async () => {
    await startRegistry();
    lane = await startLane(engine);
    await promisify(execFile)(join(repository, "script/stand-in-base"), [], { env: { ...process.env, ...lane.env } });
  });
  afterAll(() => removeImages(lane, `${registry}/${family}`));

  test("gets the tested binaries, its arguments and its secrets, which no layer and no history keeps", async () => {
    const files = {
      Dockerfile: dockerfile,
      "web/index.html": "hello",
      ".dockerignore": "**\n!web\n",
      "key.txt": "of-file",
    };
    const project = await makeProject("hello", { files });
    const name = `${family}/${engine}`;
    const inputs = {
      ...{ "go-version": "1.27.3", steps: "build", push: "true", image: `${registry}/${name}`, "image-tags": "one" },
      ...{ "image-target": "final", "image-build-args": "VARIANT=full" },
      "image-secrets": "id=npm,env=NPM_TOKEN\nid=file,src=key.txt",
    };

    const env = { ...lane.env, NPM_TOKEN: secret };
    const { exitCode, outputs, stderr } = await runForOutputs({ project, env, inputs });

    expect(exitCode, stderr).toBe(0);
    const image = `${registry}/${name}@${outputs["image-digest"]}`;
    expect(await lane.docker("run", "--rm", image, "gopher")).toBe("hello, gopher\n");
    const container = (await lane.docker("create", image)).trim();
    await lane.docker("cp", `${container}:/marks`, join(project, "marks"));
    await lane.docker("rm", container);
    expect(await readFile(join(project, "marks"), "utf8")).toBe(`full ${secret.length} of-file\n`);
    expect((await stored(name, "one")).digest).toBe(outputs["image-digest"]);
    const { image: published } = await readReport(project);
    expect(published).toMatchObject({ kind: "own", dockerfile, proven: [{ inImage: "/usr/bin/hello" }] });
    const everything = await storedBytes(name, "one");
    for (const text of [stderr, JSON.stringify(published), ...everything.map(String)])
      expect(text).not.toContain(secret);
    expect(await lane.docker("history", "--no-trunc", image)).not.toContain(secret);
  });

  /** The test stage of a multistage build, and an image that does not need it. */
  const tested = (command: string) => `FROM gda-dev/stand-in-alpine:latest AS Test
WORKDIR /out
RUN mkdir sub && echo one >sub/a && ln -s /etc/passwd sub/link && chmod +x sub/a
RUN echo "$0" >shell && echo late >late && ${command}
FROM scratch
COPY web /web
`;

  test.each([
    ["ends well", "true", 0],
    ["fails late", "{ echo too bad; false; }", 1],
  ])("gives files out of a stage that %s", async (_, command, expected) => {
    const project = await makeProject("hello", { files: { Dockerfile: tested(command), "web/index.html": "hello" } });
    const name = `${family}/${engine}-stage-${expected}`;
    const extract = "test:/out/late -> reports/image/late.txt\ntest:/out/sub -> out";
    const image = { image: `${registry}/${name}`, "image-tags": "one", push: "true", "image-extract": extract };

    const inputs = { "go-version": "1.27.3", steps: "build", ...image };
    const { exitCode, outputs, stderr } = await runForOutputs({ project, env: lane.env, inputs });

    expect(exitCode, stderr).toBe(expected);
    expect(await readFile(join(project, "reports/image/late.txt"), "utf8")).toBe("late\n");
    expect(await readdir(join(project, "out"))).toEqual(["a"]);
    expect((await stat(join(project, "out/a"))).mode & 0o777).toBe(0o755);
    expect(await storedTags(name)).toEqual(expected === 0 ? ["one"] : []);
    expect(outputs["failure-class"]).toBe(expected === 0 ? "" : "checks");
    if (expected !== 0) return expect(stderr).toContain("A command of the Dockerfile failed: ");
    // The image is what the Dockerfile makes, not what was taken out of it.
    const container = (await lane.docker("create", `${registry}/${name}@${outputs["image-digest"]}`, "/none")).trim();
    await lane.docker("cp", `${container}:/web/index.html`, join(project, "copy.html"));
    await lane.docker("rm", container);
  });

  test("says which file a stage has not", async () => {
    const project = await makeProject("hello", { files: { Dockerfile: tested("true"), "web/index.html": "hello" } });
    const image = { image: `${family}/${engine}-none`, "image-tags": "one", "image-extract": "test:/nowhere -> out" };
    const { exitCode, stderr } = await runForOutputs({
      project,
      env: lane.env,
      inputs: { "go-version": "1.27.3", steps: "build", ...image },
    });
    expect(exitCode, stderr).toBe(3);
    expect(stderr).toMatch(/^image-extract: test:\/nowhere: .*not found/m);
  });
});
