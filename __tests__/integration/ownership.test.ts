import { chmod, chown, copyFile, cp, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cacheFor, runCli } from "../support/cli.ts";
import { type Lane, repository, startLane } from "../support/engines.ts";
import { foreign, git, give, makeProject, snapshot, temporaryFolder } from "../support/projects.ts";

const uid = 1000;
const isRoot = process.getuid?.() === 0;

// The other engine's socket lies in a folder that only root enters.
describe.skipIf(!isRoot)("as root, who alone can be others", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("old");
  });

  /** `setpriv`'s arguments to become the user, with the group that may talk to the engine. */
  async function asUser(): Promise<readonly string[]> {
    const { gid } = await stat((lane.env["DOCKER_HOST"] ?? "").replace("unix://", ""));
    return ["setpriv", "--reuid", `${uid}`, "--regid", `${uid}`, "--groups", `${gid}`, "--"];
  }

  /** The bundle and its node where anybody can read them: the checkout may lie in root's own folders. */
  async function readableProgram(): Promise<readonly string[]> {
    const folder = await temporaryFolder();
    await chmod(folder, 0o755);
    await copyFile(process.execPath, join(folder, "node"));
    await cp(join(repository, "dist/cli"), join(folder, "cli"), { recursive: true });
    return [join(folder, "node"), join(folder, "cli/index.js")];
  }

  test.each([
    { who: "a plain user", becomes: true },
    { who: "root, in another's workspace", becomes: false },
  ])("$who: everything belongs to the workspace's owner, and only declared files are new", async ({ becomes }) => {
    const project = await makeProject("hello");
    await give(project, uid, uid);
    const home = await temporaryFolder();
    await chown(home, uid, uid);
    await chown(join(project, ".."), uid, uid);
    const before = await snapshot(join(project, ".git"));

    const { exitCode, stderr } = await runCli({
      project,
      env: { ...lane.env, HOME: home, TMPDIR: home, GO_DOCKER_ACTION_CACHE: await cacheFor(uid) },
      inputs: { "go-version": "1.27.3" },
      ...(becomes ? { prefix: await asUser(), program: await readableProgram() } : {}),
    });

    expect(exitCode, stderr).toBe(0);
    expect(await foreign(project, uid)).toEqual([]);
    expect(await snapshot(join(project, ".git"))).toEqual(before);
    expect(await git(project, "status", "--porcelain")).toBe("?? dist/\n?? reports/");
    expect(await readdir(home)).toEqual([]);
  });

  test("one folder of caches serves the workspaces of two users", async () => {
    for (const owner of [0, uid]) {
      // Go has to add to what the other one cached, and not only to read it.
      const own = { "own.go": `package main\n\nconst run = "${owner} ${Date.now()}"\n` };
      const project = await makeProject("hello", { files: own });
      await give(project, owner, owner);
      const { exitCode, stderr } = await runCli({
        project,
        env: lane.env,
        inputs: { "go-version": "1.27.3", steps: "vet" },
      });
      expect(exitCode, `for ${owner}: ${stderr}`).toBe(0);
    }
  });
});
