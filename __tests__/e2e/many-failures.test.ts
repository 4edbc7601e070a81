import { spawnSync } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReport } from "../support/cli.ts";
import { repository, startLane } from "../support/engines.ts";
import { makeProject, temporaryFolder } from "../support/projects.ts";

const MiB = 1024 * 1024;
/** Tells at the end how much memory the process had at its peak, in kilobytes. */
const peakTeller = `data:text/javascript,import{writeFileSync}from"node:fs";
process.on("exit",()=>writeFileSync(process.env.PEAK_FILE,String(process.resourceUsage().maxRSS)))`;

test("ten thousand failures and 100 MB of output stay within what the runner and the machine can take", async () => {
  const lane = await startLane("current");
  const project = await makeProject("many");
  const folder = await temporaryFolder();
  const [output = "", summary = "", peak = ""] = ["output", "summary", "peak"].map((name) => join(folder, name));
  for (const file of [output, summary]) await writeFile(file, "");
  const node = join(repository, "node_modules/.bin/node");
  const { status, stdout } = spawnSync(node, ["--import", peakTeller, join(repository, "dist/action/index.js")], {
    encoding: "utf8",
    maxBuffer: 256 * MiB,
    env: {
      ...lane.env,
      GITHUB_WORKSPACE: project,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      PEAK_FILE: peak,
      RUNNER_TEMP: folder,
      "INPUT_GO-VERSION": "1.27.3",
      INPUT_STEPS: "test",
      INPUT_ARTIFACTS: "none",
      INPUT_CACHE: "off",
    },
  });

  expect(status, stdout.slice(-2000)).toBe(1);
  // 10,000 subtests, and the test that they lie in.
  expect((await readReport(project)).tests).toEqual({ passed: 0, failed: 10_001, skipped: 0, flaky: 0 });
  expect((await stat(join(project, "reports/test.jsonl"))).size).toBeGreaterThan(100e6);
  const shown = await readFile(summary, "utf8");
  expect(Buffer.byteLength(shown)).toBeLessThan(900 * 1024);
  expect(shown).toContain("**Tests:** 0 passed, 10001 failed\n");
  expect(shown).toContain("9950 more findings in test.");
  // Nine for the findings, one for the run.
  expect(stdout.match(/^::error/gm)).toHaveLength(10);
  expect(stdout).toMatch(/^::error title=\+9992 more findings::/m);
  expect(Number(await readFile(peak, "utf8")) * 1024).toBeLessThan(200 * MiB);
});
