import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outputTable } from "../../src/report/outputs.ts";
import { repository } from "../support/engines.ts";
import { tempFolder } from "../support/temp-project.ts";

const node = join(repository, "node_modules/.bin/node");
const dist = join(repository, "dist");

test("the action says all that is wrong with its inputs in one error, and sets every output", async () => {
  const folder = await tempFolder();
  const [output, summary, workspace] = ["output", "summary", "workspace"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(workspace);
  for (const file of [output, summary]) await writeFile(file, "");
  const { status, stdout, stderr } = spawnSync(node, [join(dist, "action/index.js")], {
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      // No engine is there to be asked.
      DOCKER_HOST: "unix:///nonexistent",
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: folder,
      "INPUT_GO-VERSION": "1.27",
      INPUT_TARGETS: "linux/amd65",
      INPUT_PUSH: "true",
    },
  });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
  const lines = stdout.split("\n").filter((line) => line !== "");
  expect(lines).toEqual([expect.stringMatching(/^::error::.*linux\/amd65.*push/)]);
  const written = (await readFile(output, "utf8")).matchAll(/^(\S+)<<(ghadelimiter_\S+)\n(.*?)\n?\2$/gms);
  const outputs = Object.fromEntries([...written].map(([, name, , value]) => [name, value]));
  expect(Object.keys(outputs)).toEqual(Object.keys(outputTable));
  expect(outputs).toMatchObject({ verdict: "failed", "failure-class": "input" });
});

test("the command line helps", () => {
  const { status, stdout, stderr } = spawnSync(node, [join(dist, "cli/index.js"), "--help"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("--go-version");
});

test("the bundles are whole, and do not tell where they were made", async () => {
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith(".js"));
  expect(names).toEqual(expect.arrayContaining(["action/index.js", "cli/index.js"]));
  for (const name of names) {
    const text = await readFile(join(dist, name), "utf8");
    const told = ["webpackMissingModule", `${repository}/`, `${homedir()}/`, "file:///"].filter((part) =>
      text.includes(part),
    );
    expect(told, name).toEqual([]);
  }
});
