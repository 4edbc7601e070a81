import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runCli, runForOutputs } from "../support/cli.ts";
import { type Lane, lanesWithPodman, startLane } from "../support/engines.ts";
import { machines, readExecutable } from "../support/executables.ts";
import { makeProject } from "../support/projects.ts";

const execute = promisify(execFile);

describe.each(lanesWithPodman)("on the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
  });

  test.each([
    {
      title: "a GOPATH project with a vendored dependency, on Go 1.8.1",
      fixture: "gopath",
      inputs: { "go-version": "1.8.1", "import-path": "example.org/acme/legacy" },
      expected: { "go-version": "1.8.1", coverage: "83.3", "tests-passed": "1", "tests-failed": "0" },
      greeting: "GO ON!",
    },
    {
      title: "a module, on Go 1.27.3",
      fixture: "hello",
      inputs: { "go-version": "1.27.3" },
      expected: { "go-version": "1.27.3", coverage: "20.0", "tests-passed": "1", "tests-failed": "0" },
      greeting: "hello, go",
    },
  ])("$title: every step runs, and the binary", async ({ fixture, inputs, expected, greeting }) => {
    const project = await makeProject(fixture);

    const { exitCode, outputs, stderr } = await runForOutputs({ project, env: lane.env, inputs });

    expect(exitCode, stderr).toBe(0);
    expect(outputs).toMatchObject({ verdict: "passed", "failure-class": "", ...expected });
    const { steps } = await readReport(project);
    expect(steps.map((step) => [step.name, step.status])).toEqual(
      ["fmt", "vet", "test", "build"].map((step) => [step, "passed"]),
    );
    const [binary] = JSON.parse(outputs.binaries) as readonly { path: string }[];
    const { stdout } = await execute(join(project, binary?.path ?? ""), ["go", "on"]);
    expect(stdout.trim()).toBe(greeting);
  });
});

describe("on one engine", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("old");
  });

  test("binaries for three systems in one run, by the names of `output`, with their checksums", async () => {
    const project = await makeProject("hello");
    const inputs = {
      "go-version": "1.27.3",
      steps: "build",
      targets: "windows/amd64, linux/amd64, darwin/arm64",
      output: "dist/binary-{{os}}",
    };

    const { exitCode, stderr } = await runCli({ project, env: lane.env, inputs });

    expect(exitCode, stderr).toBe(0);
    const dist = join(project, "dist");
    expect((await readdir(dist)).toSorted()).toEqual([
      "binary-darwin",
      "binary-linux",
      "binary-windows.exe",
      "checksums.txt",
    ]);
    const headers = ["binary-linux", "binary-windows.exe", "binary-darwin"].map((file) =>
      readExecutable(join(dist, file)),
    );
    expect(await Promise.all(headers)).toEqual([
      { format: "ELF", machine: machines.elfAmd64, interpreter: false },
      { format: "PE", machine: machines.peAmd64, interpreter: false },
      { format: "Mach-O", machine: machines.machArm64, interpreter: false },
    ]);
    expect((await execute(join(dist, "binary-linux"), ["gopher"])).stdout).toBe("hello, gopher\n");
    const checked = await execute("sha256sum", ["--strict", "-c", "checksums.txt"], { cwd: dist });
    expect(checked.stdout.trim().split("\n").toSorted()).toEqual([
      "binary-darwin: OK",
      "binary-linux: OK",
      "binary-windows.exe: OK",
    ]);
  });

  test("tests that did not change are (cached) in the second run", async () => {
    // Nothing that a cache has seen before: without it the first run, too, could take its result from there.
    const news = `t.Log("${process.pid} ${Date.now()}")`;
    const test = `package greet\n\nimport "testing"\n\nfunc TestNews(t *testing.T) { ${news} }\n`;
    const project = await makeProject("hello", { files: { "greet/news_test.go": test } });
    const call = { project, env: lane.env, inputs: { "go-version": "1.27.3", steps: "test" } };

    const [first, second] = [await runCli(call), await runCli(call)];

    const line = (cached: boolean) =>
      new RegExp(`^ {2}\\| ok +\\t\\S+/greet\\t${cached ? "\\(cached\\)" : "[\\d.]+s"}`, "m");
    expect(first.stdout).toMatch(line(false));
    expect(second.stdout).toMatch(line(true));
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
  });

  const module = (name: string) => ({
    [`${name}/go.mod`]: `module example.org/mono/${name}\n\ngo 1.21\n`,
    [`${name}/${name}.go`]: `package ${name}\n\nfunc F() int { return 1 }\n\nfunc G() int { return 2 }\n`,
    [`${name}/${name}_test.go`]: `package ${name}\n\nimport "testing"\n\nfunc TestF(t *testing.T) { F() }\n`,
  });
  const mono = {
    ...module("alpha"),
    ...module("beta"),
    "tools/go.mod": "module example.org/mono/tools\n\ngo 1.21\n",
    "cmd/mono/main.go": 'package main\n\nimport "example.org/mono/alpha"\n\nfunc main() { println(alpha.G()) }\n',
    "cmd/go.mod": "module example.org/mono/cmd\n\ngo 1.21\n",
  };
  test.each([
    [
      "of a go.work",
      { "go.work": "go 1.21\n\nuse (\n\t./alpha\n\t./beta\n\t./cmd\n\t./tools\n)\n" },
      { steps: "fmt, vet, test, build" },
      { coverage: "40.0", binaries: 1, notes: ["No packages match in tools: there is nothing to check."] },
    ],
    [
      "that are named",
      {},
      { "working-directory": "alpha, beta", steps: "test, build" },
      {
        ...{ coverage: "50.0", binaries: 0 },
        notes: ["There is no main package: the packages were compiled for each target, and there is no binary."],
      },
    ],
  ])("several modules %s give one report, whose paths are the repository's", async (_, files, inputs, expected) => {
    const project = await makeProject("hello", { files: { ...mono, ...files } });

    const call = { project, env: lane.env, inputs: { "go-version": "1.27.3", ...inputs } };
    const { exitCode, outputs, stderr } = await runForOutputs(call);

    expect(exitCode, stderr).toBe(0);
    expect(outputs).toMatchObject({ coverage: expected.coverage, "tests-passed": "2" });
    expect(JSON.parse(outputs.binaries)).toHaveLength(expected.binaries);
    expect((await readReport(project)).notes).toEqual(expected.notes);
    const cobertura = await readFile(join(project, "reports/cobertura.xml"), "utf8");
    expect(cobertura).toContain('filename="beta/beta.go"');
    expect(await readFile(join(project, "reports/coverage.html"), "utf8")).toMatch(
      /<option value="file\d">.*beta\/beta.go/,
    );
  });
});
