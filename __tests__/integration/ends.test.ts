import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type RunningCli, readReport, runCli, startCli } from "../support/cli.ts";
import { containersOf, type Lane, lanes, startLane } from "../support/engines.ts";
import { makeProject, temporaryFolder } from "../support/projects.ts";

const inputs = { "go-version": "1.27.3", steps: "test" };
const patience = { timeout: 60_000, interval: 100 };

describe.each(lanes)("on the %s engine", (name) => {
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

  test("SIGKILL leaves no container", async () => {
    const { process, ended, project } = await startWaiting();

    process.kill("SIGKILL");

    expect((await ended).exitCode).toBeNull();
    await expect.poll(() => containersOf(lane, project), patience).toEqual([]);
  });

  test("a hanging test ends at `timeout` with its goroutines in the log", async () => {
    const project = await makeProject("waiting");

    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, steps: "test, build", timeout: "5s" },
    });

    expect(exitCode, stderr).toBe(4);
    expect(stdout).toMatch(/^panic: test timed out after 5s$/m);
    expect(stdout).toMatch(/^example\.org\/acme\/waiting\.TestWaitsForever\(.*\n\t.*\/waiting_test\.go:\d+ /m);
    const { verdict, failureClass, steps } = await readReport(project);
    expect({ verdict, failureClass }).toEqual({ verdict: "failed", failureClass: "timeout" });
    expect(steps.slice(2).map(({ name, status, detail }) => [name, status, detail])).toEqual([
      ["test", "timed out", "the time limit was reached"],
      ["build", "skipped", "test failed"],
    ]);
    expect(await containersOf(lane, project)).toEqual([]);
  });
});
