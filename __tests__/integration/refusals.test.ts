import { symlink } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { type Lane, startLane } from "../support/engines.ts";
import { makeProject, temporaryFolder } from "../support/projects.ts";
import { recordingDocker } from "../support/recording-docker.ts";

interface Bad {
  readonly what: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Each is one whole line of the message. */
  readonly lines: readonly RegExp[];
}

/** Each line names the input, the item, the reason and the remedy. */
const bad: readonly Bad[] = [
  {
    what: "an unknown GOOS",
    inputs: { targets: "linux/amd64, windws/amd64" },
    lines: [
      /input 'targets' \("windws\/amd64"\): unknown GOOS "windws"; did you mean "windows"\? Run "go tool dist list"/,
    ],
  },
  {
    what: "a missing module",
    inputs: { "working-directory": "nowhere" },
    lines: [/input 'working-directory' \("nowhere"\): there is no such directory\. Beside it: greet, .*\.$/],
  },
  {
    what: "a folder without Go",
    inputs: { "working-directory": "web" },
    lines: [
      /input 'working-directory' \("web"\): there is no Go module|input 'working-directory' \("web"\): there is neither/,
    ],
  },
  {
    what: "push without image",
    inputs: { push: "true" },
    lines: [/input 'push': there is no image to push\. Set `image` to its name\.$/],
  },
  {
    what: "an unknown step",
    inputs: { steps: "fmt, tset" },
    lines: [
      /input 'steps' \("tset"\): "tset" is not a choice\. Did you mean "test"\? Use one of fmt, vet, test, build\.$/,
    ],
  },
  {
    what: "a version that is none",
    inputs: { "go-version": "newest" },
    lines: [/input 'go-version' \("newest"\): not a Go version\. Write for instance "1\.27"/],
  },
  {
    what: "a version that YAML cut",
    inputs: { "go-version": "1.2" },
    lines: [/input 'go-version' \("1\.2"\): Go 1\.2 is older than 1\.8.* If you meant "1\.20", quote it/],
  },
  {
    what: "a path outside the workspace",
    inputs: { "working-directory": "../elsewhere" },
    lines: [
      /input 'working-directory' \("\.\.\/elsewhere"\): the path is outside the workspace\. Write a path below it\.$/,
    ],
  },
  {
    what: "products outside the workspace",
    inputs: { output: "dist/../../{{name}}" },
    lines: [
      /input 'output' \("dist\/\.\.\/\.\.\/{{name}}"\): the path is outside the workspace\. Write a path below it\.$/,
    ],
  },
  {
    what: "links out of the workspace",
    inputs: { "working-directory": "out", "ca-certificates": "out/root.pem", "image-files": "out/go.mod -> /go.mod" },
    lines: [
      /input 'working-directory' \("out"\): it is a link that leads outside the workspace\. Name a directory below it\.$/,
      /input 'ca-certificates' \("out\/root\.pem"\): it is a link that leads outside the workspace\. Copy the file in\.$/,
      /input 'image-files' \("out\/go\.mod"\): it is a link that leads outside the workspace\. Copy the file in\.$/,
    ],
  },
  {
    what: "a version file that is a link out of the workspace",
    inputs: { "go-version": "", "go-version-file": "out/.go-version" },
    lines: [
      /input 'go-version-file' \("out\/\.go-version"\): it is a link that leads outside the workspace\. Copy the file in\.$/,
    ],
  },
  {
    what: "an unknown option",
    inputs: { "go-versoin": "1.27.3" },
    lines: [/input 'go-versoin': there is no such input\. Did you mean "go-version"\?$/],
  },
  {
    what: "two at once",
    inputs: { steps: "tset", timeout: "5" },
    lines: [
      /2 inputs need a change:$/,
      /- input 'steps' \("tset"\): .*\.$/,
      /- input 'timeout' \("5"\): expected a time with its unit\. .*"30m"/,
    ],
  },
];

describe("bad input", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("old");
  });

  test.each(bad)("$what: exit 2, one message, and nothing started", async ({ inputs, lines }) => {
    const elsewhere = await makeProject("hello", { files: { "root.pem": "secret", ".go-version": "secret" } });
    const project = await makeProject("hello", { files: { "web/index.html": "" } });
    await symlink(elsewhere, join(project, "out"));
    const docker = await recordingDocker(lane);

    const end = await runCli({ project, env: docker.env, inputs: { "go-version": "1.27.3", ...inputs } });

    expect(end, end.stderr).toMatchObject({ exitCode: 2, stdout: "" });
    const message = end.stderr.trimEnd().split("\n");
    expect(message).toEqual([
      ...lines.map((line) => expect.stringMatching(line)),
      "→ Change the inputs and run again; nothing was started.",
    ]);
    expect(end.stderr).not.toContain("secret");
    expect(await docker.calls()).toEqual([]);
  });
});

describe("no engine", () => {
  test.each([
    { what: "no socket", listens: false, reason: /\(.+\)\./ },
    { what: "a socket that never answers", listens: true, reason: /within 5 s\./ },
  ])("$what: exit 3, and the message names it", async ({ listens, reason }) => {
    const { env } = await startLane("old");
    const socket = join(await temporaryFolder(), "engine.sock");
    if (listens) await silentServer(socket);

    const end = await runCli({
      project: await makeProject("hello"),
      env: { ...env, DOCKER_HOST: `unix://${socket}` },
      inputs: { "go-version": "1.27.3" },
      // The contract says 6 s; the rest is for a busy machine to start node.
      deadlineMs: 8_000,
    });

    expect(end.exitCode, end.stderr).toBe(3);
    expect(end.stderr).toMatch(new RegExp(`docker: no answer at unix://${socket} ${reason.source}`));
    expect(end.stderr).toMatch(/^→ Start one .* or point DOCKER_HOST at it\./m);
  });
});

/** Takes every connection, and never says a word. */
async function silentServer(socket: string): Promise<void> {
  const connections: Socket[] = [];
  const server = createServer((connection) => connections.push(connection));
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  onTestFinished(() => {
    server.close();
    for (const connection of connections) connection.destroy();
  });
}
