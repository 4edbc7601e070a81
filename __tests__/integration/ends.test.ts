import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type RunningCli, readReport, runCli, startCli } from "../support/cli.ts";
import { containersOf, type Lane, lanesWithPodman, startLane } from "../support/engines.ts";
import { makeProject, temporaryFolder } from "../support/projects.ts";

const inputs = { "go-version": "1.27.3", steps: "test" };
const patience = { timeout: 60_000, interval: 100 };

describe.each(lanesWithPodman)("on the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
  });

  interface Waiting extends RunningCli {
    readonly project: string;
    /** The run's folder for temporary files. */
    readonly temp: string;
  }

  /** A run whose test has begun and waits; its container is there. */
  async function startWaiting(): Promise<Waiting> {
    const project = await makeProject("waiting");
    const temp = await temporaryFolder();
    const running = await startCli({ project, env: { ...lane.env, TMPDIR: temp }, inputs });
    const begun = () =>
      access(join(project, "started")).then(
        () => true,
        () => false,
      );
    const early = running.ended.then(({ stdout, stderr }) => {
      throw new Error(`the run ended before its test began:\n${stdout}${stderr}`);
    });
    await Promise.race([expect.poll(begun, patience).toBe(true), early]);
    expect(await containersOf(lane, project)).toHaveLength(1);
    return { ...running, project, temp };
  }

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 143],
  ] as const)("%s ends the run with %i, and leaves nothing", async (signal, expected) => {
    const { process, ended, project, temp } = await startWaiting();

    process.kill(signal);

    const { exitCode, stdout, stderr } = await ended;
    expect(exitCode, stderr).toBe(expected);
    expect(stdout).toContain("== test\n");
    expect(stderr).toContain(`The run was cancelled by ${signal}.\n→ `);
    expect(await containersOf(lane, project)).toEqual([]);
    expect(await readdir(temp)).toEqual([]);
    expect(await readdir(project)).not.toContain("reports");
  });

  test("a second signal changes nothing", async () => {
    const { process, ended, project, temp } = await startWaiting();

    process.kill("SIGINT");
    await expect.poll(() => process.kill("SIGINT"), patience).toBe(false);

    // The last one may come when all is done, and the handlers are gone.
    expect([130, null]).toContain((await ended).exitCode);
    expect(await containersOf(lane, project)).toEqual([]);
    expect(await readdir(temp)).toEqual([]);
  });

  test("SIGKILL leaves no container and no folder", async () => {
    const { process, ended, project, temp } = await startWaiting();

    process.kill("SIGKILL");

    expect((await ended).exitCode).toBeNull();
    await expect.poll(() => containersOf(lane, project), patience).toEqual([]);
    await expect.poll(() => readdir(temp), patience).toEqual([]);
  });

  test("what a run left when everything of it was killed at once, the next run removes", async () => {
    const { process, ended, project, temp } = await startWaiting();
    // The container's switch and the folder's janitor, too: as when a machine's job is ended by force, or by a cleaner.
    const pids = await attendants(temp, project);
    expect(pids).toHaveLength(2);
    const [container] = await containersOf(lane, project);
    for (const pid of pids) globalThis.process.kill(pid, "SIGSTOP");
    process.kill("SIGKILL");
    await ended;
    expect(await containersOf(lane, project)).toEqual([container]);
    expect(await readdir(temp)).toHaveLength(1);

    const next = await makeProject("surroundings");
    const end = await runCli({
      project: next,
      env: { ...lane.env, TMPDIR: temp },
      inputs: { ...inputs, steps: "fmt" },
    });

    expect(end.exitCode, end.stderr).toBe(0);
    expect(end.stdout).toMatch(/^Removed what earlier runs left behind: gda-.*, gda-/m);
    expect(await containersOf(lane, project)).toEqual([]);
    expect(await readdir(temp)).toEqual([]);
    for (const pid of pids) globalThis.process.kill(pid, "SIGCONT");
  });

  test("a hanging test ends at `timeout` with its goroutines in the log", async () => {
    const project = await makeProject("waiting");

    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, steps: "test, build", timeout: "5s" },
    });

    expect(exitCode, stderr).toBe(4);
    expect(stdout).toMatch(/^ {2}\| panic: test timed out after 5s$/m);
    expect(stdout).toMatch(
      /^ {2}\| example\.org\/acme\/waiting\.TestWaitsForever\(.*\n {2}\| \t.*\/waiting_test\.go:\d+ /m,
    );
    const { verdict, failureClass, steps } = await readReport(project);
    expect({ verdict, failureClass }).toEqual({ verdict: "failed", failureClass: "timeout" });
    expect(steps.slice(2).map(({ name, status, detail }) => [name, status, detail])).toEqual([
      ["test", "timed out", "the time limit was reached"],
      ["build", "skipped", "test failed"],
    ]);
    expect(await containersOf(lane, project)).toEqual([]);
  });
});

test("a run whose output nobody reads any more goes on to its end", async () => {
  const lane = await startLane("old");
  const project = await makeProject("surroundings");
  const temp = await temporaryFolder();
  const { process, ended } = await startCli({ project, env: { ...lane.env, TMPDIR: temp }, inputs });

  process.stdout?.once("data", () => process.stdout?.destroy());

  expect((await ended).exitCode).toBe(0);
  expect((await readReport(project)).verdict).toBe("passed");
  expect(await containersOf(lane, project)).toEqual([]);
  expect(await readdir(temp)).toEqual([]);
});

test("a test process that go cannot end is made to tell its goroutines, and ended", async () => {
  const lane = await startLane("old");
  const main =
    'package waiting\n\nimport (\n\t"os"\n\t"testing"\n\t"time"\n)\n\nfunc TestMain(m *testing.M) {\n\ttime.Sleep(time.Hour)\n\tos.Exit(m.Run())\n}\n';
  const project = await makeProject("waiting", { files: { "main_test.go": main } });

  const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs: { ...inputs, timeout: "2s" } });

  expect(exitCode, stderr).toBe(4);
  expect(stdout).toMatch(/^ {2}\| SIGQUIT: quit$/m);
  expect(stdout).toMatch(/^ {2}\| example\.org\/acme\/waiting\.TestMain\(.*\n {2}\| \t.*\/main_test\.go:\d+ /m);
  expect(await containersOf(lane, project)).toEqual([]);
});

/** The two processes that clean up after a run: its engine's client, and the janitor of its folder. */
async function attendants(temp: string, project: string): Promise<readonly number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const commandLines = await Promise.all(
    pids.map(async (pid) => ({ pid, words: await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "") })),
  );
  const isAttendant = (words: string) =>
    (words.includes("\0run\0--rm\0") && words.includes(project)) ||
    (words.includes("gda-janitor\0") && words.includes(temp));
  return commandLines.filter(({ words }) => isAttendant(words)).map(({ pid }) => Number(pid));
}
