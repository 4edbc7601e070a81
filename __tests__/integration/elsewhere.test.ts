import { access, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runCli } from "../support/cli.ts";
import { type Lane, lanes, startLane } from "../support/engines.ts";
import { jobContainer } from "../support/job-container.ts";
import { foreign, give, makeProject, temporaryFolder } from "../support/projects.ts";

const uid = 1000;

/** What a run in the copies shows besides the walls: a binary to copy out, and a user with a name. */
const more = {
  "cmd/main.go": "package main\n\nfunc main() {}\n",
  "name_test.go": `package walls

import (
	"os"
	"os/user"
	"strconv"
	"testing"
)

func TestName(t *testing.T) {
	if self, err := user.LookupId(strconv.Itoa(os.Getuid())); err != nil || self.Username != "gda" {
		t.Error(self, err)
	}
	if err := os.WriteFile("new", nil, 0o600); err != nil {
		t.Error(err)
	}
}
`,
};

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

// A container's own user is root, who alone can be others.
describe.skipIf(process.getuid?.() !== 0).each(lanes)("in a container of the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
  });

  test("what is mounted there is found under the engine's own names for it", async () => {
    const project = await makeProject("hello");
    await give(project, uid, uid);
    const temp = await temporaryFolder();
    const mounts = [
      { source: dirname(project), target: "/job/work" },
      { source: temp, target: "/job/temp" },
    ];
    const env = { TMPDIR: "/job/temp", XDG_CACHE_HOME: "/job/temp/cache" };
    const job = await jobContainer(lane, mounts, env, "/job/work/project");

    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { "go-version": "1.27.3" },
      ...job,
    });

    expect(exitCode, stdout + stderr).toBe(0);
    expect(await exists(join(project, "dist/hello-linux-amd64"))).toBe(true);
    expect(await foreign(project, uid)).toEqual([]);
    expect((await readReport(project)).notes.join()).not.toContain("copied");
  });

  test("what only the container has is copied, and the walls stand", async () => {
    const project = await makeProject("walls", { files: more });
    await give(project, uid, uid);
    const job = await jobContainer(lane, [{ source: dirname(project), target: "/job/work" }], {}, "/job/work/project");

    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { "go-version": "1.27.3", env: "WANT_NETWORK=yes\nWANT_COPIES=yes" },
      ...job,
    });

    expect(exitCode, stdout + stderr).toBe(0);
    expect(await exists(join(project, "dist/cmd-linux-amd64"))).toBe(true);
    expect(await exists(join(project, "reports/coverage.html"))).toBe(true);
    expect(await exists(join(project, "new"))).toBe(false);
    expect(await foreign(project, uid)).toEqual([]);
    expect((await readReport(project)).notes.join()).toContain("The workspace is copied");
  });

  test("another folder of the workspace's name is not taken for it", async () => {
    const [project, other] = [await makeProject("hello"), await makeProject("hello", { over: ["red"] })];
    const shared = await temporaryFolder();
    await mkdir(join(shared, "cache"));
    const mounts = [
      { source: project, target: other },
      { source: shared, target: shared },
    ];
    const job = await jobContainer(lane, mounts, { TMPDIR: shared, XDG_CACHE_HOME: join(shared, "cache") }, other);

    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { "go-version": "1.27.3", steps: "fmt" },
      ...job,
    });

    expect(exitCode, stdout + stderr).toBe(0);
    expect((await readReport(project)).notes.join()).not.toContain("copied");
  });
});
