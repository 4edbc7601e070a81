import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runCli } from "../support/cli.ts";
import { type Lane, startLane } from "../support/engines.ts";
import { makeProject, temporaryFolder } from "../support/projects.ts";

/** A test that plants what `plant` says, as code under test could, and passes. */
function planting(plant: string): Readonly<Record<string, string>> {
  // Never the same twice: a cached result would plant nothing.
  const source = `package main

import (
	"os"
	"testing"
)

func TestPlants(t *testing.T) {
	t.Log("${randomUUID()}")
	for _, dir := range []string{"/gda/reports", "/gda/in", "/gda/out", "/gda/out/bin/linux-amd64/dist"} {
		os.MkdirAll(dir, 0o777)
	}
${plant}
}
`;
  return { "plant_test.go": source };
}

describe("links that the code under test leaves behind", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("old");
  });

  test.each([
    ["the host's reports", ["/gda/reports/coverage.out", "/gda/reports/test.jsonl", "/gda/in/coverage.out"]],
    ["the products", ["/gda/out/coverage.html", "/gda/out/ca-certificates.crt", "/gda/out/cover/0001.out"]],
    ["the exit codes", ["/gda/status/3", "/gda/status/4", "/gda/status/5"]],
    ["the workspace's reports", ["/src/reports/coverage.out", "/src/reports/summary.md"]],
  ])("among %s, to a file of the host: it is neither read nor written", async (_, links) => {
    const victim = join(await temporaryFolder(), "victim");
    await writeFile(victim, "mode: set\nhidden-by-the-host\n", { mode: 0o600 });
    const plant = links
      .map((link) => `\tos.MkdirAll("/src/reports", 0o777)\n\tos.Symlink("${victim}", "${link}")`)
      .join("\n");
    const project = await makeProject("hello", { files: planting(plant) });

    await runCli({ project, env: lane.env, inputs: { "go-version": "1.27.3", steps: "test, build" } });

    expect(await readFile(victim, "utf8")).toBe("mode: set\nhidden-by-the-host\n");
    const grep = ["-rl", "hidden-by-the-host", join(project, "reports"), join(project, "dist")];
    const { stdout } = spawnSync("grep", grep, { encoding: "utf8" });
    expect(stdout).toBe("");
  });

  test.each([
    ["dist", "/src/dist"],
    ["reports", "/src/reports"],
  ])("in the place of %s: nothing is written through it, and the run says so", async (name, link) => {
    const outside = await temporaryFolder();
    const project = await makeProject("hello", { files: planting(`\tos.Symlink("${outside}", "${link}")`) });

    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { "go-version": "1.27.3", steps: "test, build" },
    });

    expect(exitCode).toBe(3);
    expect(stderr).toContain(`${name} leads outside the workspace, through a link.`);
    expect(await readdir(outside)).toEqual([]);
  });

  test("a pipe in the place of a cover profile does not hold the run up, and nothing is said to be covered", async () => {
    const plant = '\tos.Remove("/gda/out/cover/0000.out")\n\tsyscall.Mkfifo("/gda/out/cover/0000.out", 0o666)';
    const files = planting(plant);
    const source = (files["plant_test.go"] ?? "").replace('"testing"', '"syscall"\n\t"testing"');
    const project = await makeProject("hello", { files: { "plant_test.go": source } });

    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { "go-version": "1.27.3", steps: "test" },
      deadlineMs: 120_000,
    });

    expect(exitCode, stderr).toBe(0);
    const { coverage, notes } = await readReport(project);
    expect(coverage).toBeUndefined();
    expect(notes.join()).toContain("The product 0000.out is not taken over: it is not a regular file.");
  });

  test("a report is still there when nothing was planted", async () => {
    const project = await makeProject("hello", { files: planting("") });
    await runCli({ project, env: lane.env, inputs: { "go-version": "1.27.3", steps: "test" } });
    expect((await readReport(project)).verdict).toBe("passed");
  });
});
