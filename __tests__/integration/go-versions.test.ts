import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import type { Outputs } from "../../src/report/outputs.ts";
import type { Report } from "../../src/report/report.ts";
import { readReport, runForOutputs } from "../support/cli.ts";
import { type Lane, repository, startLane } from "../support/engines.ts";
import { commitProject, temporaryFolder } from "../support/projects.ts";

const versions = ["1.8.1", "1.12.17", "1.16.15", "1.20.14", "1.22.12", "1.24.9", "1.27.3"] as const;
const same = "=";

/** What fails in `fixtures/failures`, on each Go since 1.8: `docs/go-versions.md` shows it as a table, which is held to. */
describe("one project with every kind of failure", () => {
  let lane: Lane;
  const reports = new Map<string, Report>();
  beforeAll(async () => {
    lane = await startLane("current");
    await promisify(execFile)(join(repository, "script/golang-image"), [...versions], {
      env: { ...process.env, ...lane.env },
    });
  }, 600_000);

  test.each(versions)("is red on Go %s, and all reports are there", async (version) => {
    const project = join(await temporaryFolder(), "project");
    await mkdir(project);
    await cp(join(repository, "__tests__/fixtures/failures"), project, { recursive: true });
    if (version === "1.8.1") await rm(join(project, "go.mod"));
    await commitProject(project);
    const gopath = version === "1.8.1" ? { "import-path": "example.org/failures" } : {};
    const inputs = { "go-version": version, race: "true", ...gopath };

    const { exitCode, outputs, stderr } = await runForOutputs({ project, env: lane.env, inputs });

    expect(exitCode, stderr).toBe(1);
    expect(outputs).toMatchObject({ verdict: "failed", "failure-class": "checks", "go-version": version });
    const report = await readReport(project);
    reports.set(version, report);
    await agrees(project, outputs, report);
  });

  test("gives on all of them the report that the documentation shows", async () => {
    const page = await readFile(join(repository, "docs/go-versions.md"), "utf8");
    const [, shown = ""] = /<!-- table -->\n\n([\s\S]*?)\n\n<!-- \/table -->/.exec(page) ?? [];
    expect(shown).toBe(tableOf(reports));
  });
});

/** Every file of the report tells the same of the tests. */
async function agrees(project: string, outputs: Outputs, report: Report): Promise<void> {
  const junit = await readFile(join(project, "reports/junit.xml"), "utf8");
  const inJunit = [...junit.matchAll(/<testcase /g)].length;
  const { passed = 0, failed = 0, skipped = 0 } = report.tests ?? {};
  expect(report.testCases).toHaveLength(passed + failed + skipped);
  expect(inJunit).toBeGreaterThanOrEqual(report.testCases.length);
  expect([outputs["tests-passed"], outputs["tests-failed"], outputs["tests-skipped"]]).toEqual(
    [passed, failed, skipped].map(String),
  );
  expect(await readFile(join(project, "reports/cobertura.xml"), "utf8")).toContain('filename="good/good.go"');
  expect(await readFile(join(project, "reports/coverage.html"), "utf8")).toContain("good.go");
}

/** A row for each finding of the newest Go; what an older one says instead, where it does not say the same. */
function tableOf(all: ReadonlyMap<string, Report>): string {
  const newest = all.get("1.27.3");
  if (newest === undefined) throw new Error("no report of the newest Go");
  const rows = keysOf(newest).map((key) => [
    `${key}`,
    ...versions.map((version) => {
      const report = all.get(version);
      if (report === undefined) return "?";
      const [place, there] = [placeOf(newest, key), placeOf(report, key)];
      return version === "1.27.3" ? place : there === place ? same : there;
    }),
  ]);
  const totals = versions.map((version) => {
    const { passed, failed, skipped } = all.get(version)?.tests ?? { passed: 0, failed: 0, skipped: 0 };
    return `${passed}, ${failed}, ${skipped}`;
  });
  const coverage = versions.map((version) => `${all.get(version)?.coverage?.percent} %`);
  const lines = [
    ["what fails", ...versions],
    ["---", ...versions.map(() => "---")],
    ...rows,
    ["tests: passed, failed, skipped", ...totals],
    ["coverage", ...coverage],
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** `test: panics TestPanic`, `vet: broken`: what fails, apart from where and in which words. */
function keysOf({ steps }: Report): readonly string[] {
  const keys = steps.flatMap(({ name, findings }) => findings.map((finding) => keyOf(name, finding)));
  return [...new Set(keys)].toSorted();
}

type Finding = Report["steps"][number]["findings"][number];

function keyOf(step: string, { title, file }: Finding): string {
  const [, named] = /^((?:Test|Example)[\w/=]*)/.exec(title) ?? [];
  return `${step}: ${named ?? file.slice(0, file.lastIndexOf("/"))}`;
}

function placeOf({ steps }: Report, key: string): string {
  const places = steps.flatMap(({ name, findings }) =>
    findings.filter((finding) => keyOf(name, finding) === key).map(({ kind, line }) => `${kind} ${line || "–"}`),
  );
  return places.length === 0 ? "–" : places.join(", ");
}
