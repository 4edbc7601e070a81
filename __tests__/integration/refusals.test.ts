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
  readonly fixture?: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Each is all of one line but its beginning: the input, the item, the reason and the remedy. */
  readonly problems: readonly string[];
}

const outside = "it is a link that leads outside the workspace.";

const bad: readonly Bad[] = [
  {
    what: "an unknown GOOS",
    inputs: { targets: "linux/amd64, windws/amd64" },
    problems: [
      `'targets' (item 2: "windws/amd64"): unknown GOOS "windws"; did you mean "windows"? Run "go tool dist list" for all.`,
    ],
  },
  {
    what: "a missing module",
    inputs: { "working-directory": "nowhere" },
    problems: [`'working-directory' ("nowhere"): there is no such directory. Beside it: greet, web.`],
  },
  {
    what: "a folder without Go",
    fixture: "gopath",
    inputs: { "working-directory": "web" },
    problems: [
      `'working-directory' ("web"): there is neither a go.mod nor a Go file in it. Name the directory of the module.`,
    ],
  },
  {
    what: "a GOPATH project without a name",
    fixture: "gopath",
    inputs: {},
    problems: [
      `'import-path': there is no go.mod, and the repository has no name to take the import path from. Set it, for instance "github.com/acme/project".`,
    ],
  },
  {
    what: "push without image",
    inputs: { push: "true" },
    problems: ["'push': there is no image to push. Set `image` to its name."],
  },
  {
    what: "an unknown step",
    inputs: { steps: "fmt, tests" },
    problems: [
      `'steps' (item 2: "tests"): "tests" is not a choice. Did you mean "test"? Use one of fmt, vet, test, build.`,
    ],
  },
  {
    what: "a version that is none",
    inputs: { "go-version": "newest" },
    problems: [
      `'go-version' ("newest"): not a Go version. Write for instance "1.27", "1.27.3", "1.8.1", "1.27-alpine" or "stable".`,
    ],
  },
  {
    what: "a version that YAML cut",
    inputs: { "go-version": "1.2" },
    problems: [
      `'go-version' ("1.2"): Go 1.2 is older than 1.8, the oldest that works. If you meant "1.20", quote it: YAML reads 1.20 as a number.`,
    ],
  },
  {
    what: "a path outside the workspace",
    inputs: { "working-directory": "../elsewhere" },
    problems: [`'working-directory' ("../elsewhere"): the path is outside the workspace. Write a path below it.`],
  },
  {
    what: "products outside the workspace",
    inputs: { output: "dist/../../{{name}}" },
    problems: [`'output' ("dist/../../{{name}}"): the path is outside the workspace. Write a path below it.`],
  },
  {
    what: "links out of the workspace",
    inputs: { "working-directory": "out", "ca-certificates": "out/root.pem", "image-files": "out/go.mod -> /go.mod" },
    problems: [
      `'working-directory' ("out"): ${outside} Name a directory below it.`,
      `'ca-certificates' ("out/root.pem"): ${outside} Copy the file in.`,
      `'image-files' ("out/go.mod"): ${outside} Copy the file in.`,
    ],
  },
  {
    what: "a version file behind a link out of the workspace",
    inputs: { "go-version": "", "go-version-file": "out/.go-version" },
    problems: [`'go-version-file' ("out/.go-version"): ${outside} Copy the file in.`],
  },
  {
    what: "an unknown option",
    inputs: { "go-versoin": "1.27.3" },
    problems: [`'go-versoin': there is no such input. Did you mean "go-version"?`],
  },
  {
    what: "two at once",
    inputs: { steps: "tests", timeout: "5" },
    problems: [
      `'steps' ("tests"): "tests" is not a choice. Did you mean "test"? Use one of fmt, vet, test, build.`,
      `'timeout' ("5"): expected a time with its unit. Write for instance "30m" or "1h30m".`,
    ],
  },
];

describe("bad input", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("old");
  });

  test.each(bad)("$what: exit 2, one message, and nothing started", async ({ fixture = "hello", inputs, problems }) => {
    const elsewhere = await makeProject("hello", { files: { "root.pem": "secret", ".go-version": "secret" } });
    const project = await makeProject(fixture, { files: { "web/index.html": "" } });
    await symlink(elsewhere, join(project, "out"));
    const docker = await recordingDocker(lane);

    const end = await runCli({ project, env: docker.env, inputs: { "go-version": "1.27.3", ...inputs } });

    const several = problems.length > 1;
    expect(end.stderr.trimEnd().split("\n")).toEqual([
      ...(several ? [`${problems.length} inputs need a change:`] : []),
      ...problems.map((problem) => `${several ? "  - " : ""}input ${problem}`),
      "→ Change the inputs and run again; nothing was started.",
    ]);
    expect(end).toMatchObject({ exitCode: 2, stdout: "" });
    expect(await docker.calls()).toEqual([]);
  });
});

describe("no engine", () => {
  test.each([
    { what: "no socket", listens: false, reason: /\(.+\)[.;]/ },
    { what: "a socket that never answers", listens: true, reason: /within 5 s[.;]/ },
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
