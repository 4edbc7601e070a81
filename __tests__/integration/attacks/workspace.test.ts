import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { attackFile } from "../../support/attack.ts";
import { runCli } from "../../support/cli.ts";
import { type Lane, lanes, removeImages, repository, startLane } from "../../support/engines.ts";
import { makeProject, snapshot, temporaryFolder } from "../../support/projects.ts";

const noEngine = { PATH: process.env["PATH"] ?? "", DOCKER_HOST: "unix:///nonexistent" };
const go = { "go-version": "1.27.3" };
const mkfifo = (path: string) => promisify(execFile)("mkfifo", [path]);
const patience = 60_000;

describe("what the host reads of a workspace is a plain file of a certain size", () => {
  const pipe = "it is not a regular file.";
  const out = "it is a link that leads outside the workspace.";

  test.each<[string, (path: string) => Promise<unknown>, Readonly<Record<string, string>>, string]>([
    ["go.sum", (path) => symlink("/dev/zero", path), go, `input 'working-directory' ("go.sum"): ${out}`],
    ["go.work.sum", mkfifo, go, `input 'working-directory' ("go.work.sum"): ${pipe}`],
    ["vendor/modules.txt", mkfifo, go, `input 'working-directory' ("vendor/modules.txt"): ${pipe}`],
    ["Gopkg.lock", mkfifo, go, `input 'working-directory' ("Gopkg.lock"): ${pipe}`],
    [".version", mkfifo, { "go-version-file": ".version" }, `input 'go-version-file' (".version"): ${pipe}`],
    ["roots.pem", mkfifo, { ...go, "ca-certificates": "roots.pem" }, `input 'ca-certificates' ("roots.pem"): ${pipe}`],
    [
      "secret",
      mkfifo,
      { ...go, image: "x", dockerfile: "Dockerfile.own", "image-secrets": "id=a,src=secret" },
      `input 'image-secrets' ("secret"): ${pipe}`,
    ],
    [
      "My.Dockerfile",
      mkfifo,
      { ...go, image: "x", dockerfile: "My.Dockerfile" },
      `input 'dockerfile' ("My.Dockerfile"): ${pipe}`,
    ],
  ])("%s", async (name, make, inputs, message) => {
    const project = await makeProject("hello", { files: { "Dockerfile.own": "FROM scratch\n" } });
    await mkdir(join(project, name, ".."), { recursive: true });
    await make(join(project, name));
    const { exitCode, stderr } = await runCli({ project, env: noEngine, inputs, deadlineMs: patience });
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  test("a file that grows without end is not read to its end", async () => {
    const project = await makeProject("hello", { files: { "go.sum": "x".repeat(17 * 2 ** 20) } });
    const { exitCode, stderr } = await runCli({ project, env: noEngine, inputs: go, deadlineMs: patience });
    expect(stderr).toContain("input 'working-directory' (\"go.sum\"): it is larger than 16.0 MiB.");
    expect(exitCode).toBe(2);
  });

  test("an event that is a pipe is none", async () => {
    const project = await makeProject("hello");
    const event = join(project, "event.json");
    await mkfifo(event);
    const env = { ...noEngine, GITHUB_EVENT_PATH: event, GITHUB_WORKSPACE: project, "INPUT_GO-VERSION": "1.27.3" };
    const { stdout } = await promisify(execFile)(process.execPath, [join(repository, "src/main.ts")], {
      env,
      timeout: patience,
    }).catch((error: { readonly stdout: string }) => error);
    expect(stdout).toContain("No container engine answers");
  });
});

describe.each(lanes)("where the host writes to a workspace, on the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
    await promisify(execFile)(join(repository, "script/stand-in-base"), [], { env: { ...process.env, ...lane.env } });
  });
  const image = `gda-test/written-${name}`;
  afterAll(() => removeImages(lane, image));

  test.each<[string, (project: string) => Promise<void>, Readonly<Record<string, string>>, string]>([
    ["dist", (project) => symlink(".git/hooks", join(project, "dist")), { output: "dist/{{name}}" }, "dist"],
    [
      "out/bin",
      async (project) => {
        await mkdir(join(project, "out"));
        await symlink("../.git/hooks", join(project, "out/bin"));
      },
      { output: "out/bin/{{name}}" },
      "out/bin",
    ],
    ["reports", (project) => symlink(".git", join(project, "reports")), {}, "reports"],
  ])("%s that is a link to git's folder: nothing is planted in it", async (_, link, inputs, named) => {
    const project = await makeProject("hello");
    await link(project);
    const before = await snapshot(join(project, ".git"));
    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...go, steps: "build", "image-tags": "one", ...inputs },
    });
    expect(exitCode).toBe(3);
    expect(stderr).toContain(`${named} cannot be written to: ${named.replace(/.*\//, "")} is a link.`);
    expect(await snapshot(join(project, ".git"))).toEqual(before);
  });

  test.each([
    ["by a link", "/x", "reports/x", "reports/x"],
    ["by the names in the stage", "/tree", "taken", ".git"],
  ])("files out of a stage are not put among git's %s", async (_, path, to, named) => {
    const dockerfile = `FROM gda-dev/stand-in-alpine:latest AS made
RUN mkdir -p /x /tree/.git/hooks && echo planted >/x/post-checkout && echo planted >/tree/.git/hooks/post-checkout
FROM scratch
COPY linux/amd64/hello /hello
`;
    const project = await makeProject("hello", { files: { Dockerfile: dockerfile } });
    await mkdir(join(project, "reports"));
    await symlink("../.git/hooks", join(project, "reports/x"));
    const before = await snapshot(join(project, ".git"));
    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...go, steps: "build", image, "image-tags": "one", "image-extract": `made:${path} -> ${to}` },
    });
    expect(exitCode, stderr).toBe(3);
    expect(stderr).toContain(named);
    expect(await snapshot(join(project, ".git"))).toEqual(before);
    expect(await readdir(project)).not.toContain("taken/.git");
  });

  test("pipes and sockets in the workspace do not keep an own Dockerfile from its image", async () => {
    const files = { Dockerfile: "FROM scratch\nCOPY linux/amd64/hello /hello\n", ".gitignore": "/run/\n" };
    const project = await makeProject("hello", { files });
    await mkdir(join(project, "run"));
    await mkfifo(join(project, "run/pipe"));
    await mkfifo(join(project, ".dockerignore"));
    const server = createServer().listen(join(project, "run/socket"));
    onTestFinished(() => void server.close());
    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...go, steps: "build", image, "image-tags": "two" },
      deadlineMs: 2 * patience,
    });
    expect(exitCode, stderr).toBe(0);
  });

  test.each([
    ["a pipe", 'syscall.Mkfifo("/src/roots.pem", 0o644)'],
    ["others", 'if err := os.WriteFile("/src/roots.pem", []byte("planted"), 0o644); err != nil { syscall.Kill(0, 9) }'],
  ])("roots that a test replaces by %s are in the image as they were", async (_, replace) => {
    const attack = `\tos.Remove("/src/roots.pem")\n\t${replace}`;
    const files = { "attack_test.go": attackFile("main", attack, ["os", "syscall"]), "roots.pem": "the real ones\n" };
    const project = await makeProject("hello", { files });
    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: {
        ...go,
        steps: "test, build",
        "test-args": "-count=1",
        image,
        "image-tags": "three",
        "ca-certificates": "roots.pem",
        dockerfile: "generated",
      },
      deadlineMs: 2 * patience,
    });
    expect(exitCode, stderr).toBe(0);
    const container = (await lane.docker("create", `${image}:three`)).trim();
    const copied = join(await temporaryFolder(), "roots");
    await lane.docker("cp", `${container}:/etc/ssl/certs/ca-certificates.crt`, copied);
    await lane.docker("rm", container);
    const roots = await readFile(copied, "utf8");
    expect(roots).toContain("the real ones");
    expect(roots).not.toContain("planted");
  });

  test("a folder with the name of a half-written file stays, and harms no run", async () => {
    const project = await makeProject("hello");
    const leftover = `.gda-1_1_0-0_1-${"0".repeat(16)}.partial`;
    await mkdir(join(project, "reports", leftover), { recursive: true });
    await writeFile(join(project, "reports", leftover, "kept"), "");
    const { exitCode, stderr } = await runCli({ project, env: lane.env, inputs: { ...go, steps: "fmt" } });
    expect(exitCode, stderr).toBe(0);
    expect(await readdir(join(project, "reports", leftover))).toEqual(["kept"]);
  });
});
