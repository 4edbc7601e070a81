import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runCli } from "../../support/cli.ts";
import { type Lane, startLane } from "../../support/engines.ts";
import { makeProject } from "../../support/projects.ts";

const inputs = { "go-version": "1.27.3", steps: "vet, test", coverage: "false", artifacts: "none" };

/** Vet and test object to it. */
const red = {
  "a.go": 'package surroundings\n\nimport "fmt"\n\n// A prints.\nfunc A() { fmt.Printf("%d", "x") }\n',
  "red_test.go": 'package surroundings\n\nimport "testing"\n\nfunc TestRed(t *testing.T) { t.Fatal("red") }\n',
};
const onlyRedTest = { "red_test.go": red["red_test.go"] };

let lane: Lane;
beforeAll(async () => {
  lane = await startLane("current");
});

/** A project whose tests are these files alone. */
async function projectOf(files: Readonly<Record<string, string>>): Promise<string> {
  const none = "package surroundings\n";
  return makeProject("surroundings", { files: { "surroundings_test.go": none, ...files } });
}

describe("a red project is not made green by a flag", () => {
  test.each(["-c", "-list\n.", "-args\n-test.list=.", "-exec=/bin/true"])("test-args: %j", async (args) => {
    const project = await projectOf(red);
    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, "test-args": args },
    });
    expect(exitCode, stdout + stderr).toBe(2);
    expect(stdout + stderr).toContain("input 'test-args' (");
  });

  test.each(["-mod=mod -n", "'-exec=/bin/true'"])("GOFLAGS: %j, written out and passed on", async (flags) => {
    const project = await projectOf(red);
    const call = { project, env: { ...lane.env, GOFLAGS: flags } };
    for (const env of [`GOFLAGS=${flags}`, "GOFLAGS"]) {
      const { exitCode, stdout, stderr } = await runCli({ ...call, inputs: { ...inputs, env } });
      expect(exitCode, stdout + stderr).toBe(2);
      expect(stdout + stderr).toContain("input 'env' (\"GOFLAGS\")");
    }
  });
});

describe("a pass without a test says so", () => {
  const testMain = (body: string) =>
    `package surroundings\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestMain(m *testing.M) { ${body} }\n\nvar _ = os.Exit\n`;
  const skipping =
    'package surroundings\n\nimport "testing"\n\nfunc TestS(t *testing.T) { if testing.Short() { t.Skip() } }\n';

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
    ["by -run", onlyRedTest, { "test-args": "-run=^$" }, "no test ran"],
    ["by -skip", onlyRedTest, { "test-args": "-skip=." }, "no test ran"],
    ["by -count", onlyRedTest, { "test-args": "-count=0" }, "no test ran"],
    ["by -run after -args", onlyRedTest, { "test-args": "-args\n-test.run=^$" }, "no test ran"],
    ["by GOFLAGS", onlyRedTest, { env: "GOFLAGS=-run=^$" }, "no test ran"],
    ["by a TestMain that runs none", { ...onlyRedTest, "main_test.go": testMain("") }, {}, "no test ran"],
    ["by a TestMain that ends well", { ...onlyRedTest, "main_test.go": testMain("os.Exit(0)") }, {}, "no test ran"],
    [
      "by an init that ends well",
      { ...onlyRedTest, "main_test.go": 'package surroundings\n\nimport "os"\n\nfunc init() { os.Exit(0) }\n' },
      {},
      "no test ran",
    ],
    ["by a constraint", { "surroundings_test.go": "//go:build never\n\npackage surroundings\n" }, {}, "no test ran"],
    ["by -short, all skipped", { "s_test.go": skipping }, { "test-args": "-short" }, "its only test was skipped"],
  ])("%s", async (_, files, more, detail) => {
    const project = await projectOf(files);
    const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs: { ...inputs, ...more } });
    expect(exitCode, stdout + stderr).toBe(0);
    expect(stdout).toContain(`\nPASSED, but ${detail}  Go 1.27.3 in `);
    expect(stdout).toMatch(new RegExp(`^test +passed +.* ${detail}$`, "m"));
    const { steps, notes } = await readReport(project);
    expect(steps.find(({ name }) => name === "test")).toMatchObject({ status: "passed", detail });
    expect(notes.join("\n")).toContain("says nothing of the code");
    expect(await readFile(join(project, "reports/summary.md"), "utf8")).toContain(`## ✅ Passed, but ${detail}`);
  });

  test("of one package, where others ran theirs", async () => {
    const silent = { "quiet/quiet_test.go": testMain("").replace("package surroundings", "package quiet") };
    const loud = 'package surroundings\n\nimport "testing"\n\nfunc TestL(t *testing.T) {}\n';
    const project = await projectOf({ ...silent, "loud_test.go": loud });
    const { exitCode, stdout } = await runCli({ project, env: lane.env, inputs });
    expect(exitCode, stdout).toBe(0);
    expect(stdout).toMatch(/^PASSED {2}Go/m);
    expect((await readReport(project)).notes.join("\n")).toContain("1 package passed without running a test");
  });
});
