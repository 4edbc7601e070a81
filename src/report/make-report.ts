import type { FailureClass } from "../errors.ts";
import { belowThreshold, isGreen, lowCoverage, timeUp } from "../execute/gate.ts";
import type { Outcome, StepOutcome, TaskResult } from "../execute/outcome.ts";
import type { Facts } from "../plan/facts.ts";
import type { Plan } from "../plan/plan.ts";
import { reproductions } from "../plan/reproduce.ts";
import { packageDirs } from "../plan/source-map.ts";
import { atLeast } from "../project/go-release.ts";
import type { Project } from "../project/project.ts";
import { changedCoverage } from "../reading/changed-coverage.ts";
import { type EarlierCoverage, readCoverage } from "../reading/coverage.ts";
import type { Finding, TestCase, TestResults } from "../reading/reading.ts";
import { innermost } from "../reading/test-name.ts";
import { emptyTests } from "./empty-tests.ts";
import { plural } from "./human.ts";
import { lowCoverageFinding } from "./low-coverage.ts";
import type { Changed, Report, StepReport, TestTotals } from "./report.ts";

/**
 * What the raw results mean. `goImage` is the image's reference with its digest, where a registry knows one; `earlier`
 * is what another run measured.
 */
export function makeReport(
  plan: Plan,
  outcome: Outcome,
  goImage: string,
  earlier: EarlierCoverage | undefined,
): Report {
  const { inputs, project } = plan.facts;
  const results = outcome.steps.flatMap((step) => step.results.flatMap(({ reading }) => reading.tests ?? []));
  const steps = outcome.steps.map((step) => stepReport(step, plan.facts, goImage));
  const coverage = outcome.profile === undefined ? undefined : readCoverage(outcome.profile);
  const threshold = inputs.coverageThreshold;
  const low = belowThreshold(coverage, threshold) ? lowCoverageFinding(coverage, threshold) : undefined;
  const failureClass = classOf(steps, low !== undefined);
  return {
    verdict: failureClass === "" ? "passed" : "failed",
    failureClass,
    goVersion: project.go.version,
    goImage,
    steps: low ? steps.map((step) => (step.name === "test" ? withFinding(step, low) : step)) : steps,
    tests: results.length === 0 ? undefined : totals(results),
    testCases: results.flatMap(({ cases }) => cases),
    testedPackages: results.flatMap(({ packages }) => packages),
    coverage,
    earlierCoverage: earlier,
    changed: changedSince(project, outcome.profile),
    coverageThreshold: threshold,
    binaries: outcome.binaries.map(({ target, name, path, size, sha256 }) => ({ target, name, path, size, sha256 })),
    checksums: "",
    failure: "",
    notes: [...notesOf(plan, outcome), ...outcome.notes],
    seconds: outcome.seconds,
  };
}

function changedSince({ changes, ...project }: Project, profile: string | undefined): Changed | undefined {
  if (changes === undefined) return undefined;
  const coverage = profile === undefined ? undefined : changedCoverage(profile, changes.lines, packageDirs(project));
  return { base: changes.base, files: [...changes.lines.keys()], coverage };
}

function classOf(steps: readonly StepReport[], low: boolean): FailureClass {
  if (steps.some(({ status }) => status === "timed out")) return "timeout";
  return low || steps.some(({ status }) => status === "failed") ? "checks" : "";
}

function stepReport(outcome: StepOutcome, facts: Facts, goImage: string): StepReport {
  const { planned, withheld, results, seconds } = outcome;
  const findings = results.flatMap(({ reading }) => reading.findings);
  const red = results.filter(({ exitCode, reading }) => exitCode !== 0 || reading.findings.length > 0);
  const again = red.flatMap(({ task, reading }) => reproductions(task, reading, facts, goImage));
  const base = { name: planned.step.name, seconds, findings, again };
  if ("skipped" in planned) return { ...base, status: "skipped", detail: planned.skipped };
  if (withheld !== undefined) return { ...base, status: "skipped", detail: withheld };
  if (results.some(({ timedOut }) => timedOut) || findings.some(isTestTimeout)) {
    return { ...base, status: "timed out", detail: timeUp };
  }
  if (isGreen(outcome)) return { ...base, status: "passed", detail: emptyTests(outcome, facts)?.detail ?? "" };
  if (results.some(isOutOfMemory)) return { ...base, status: "failed", detail: "out of memory" };
  return {
    ...base,
    status: "failed",
    detail: failure(
      findings,
      results.map(({ exitCode }) => exitCode),
    ),
  };
}

function isOutOfMemory({ exitCode, outOfMemory }: TaskResult): boolean {
  return exitCode !== 0 && outOfMemory;
}

/** go's own `-timeout`, which ends the test binary with a panic that names it. */
function isTestTimeout({ message }: Finding): boolean {
  return /^panic: test timed out after /m.test(message);
}

function failure(findings: readonly Finding[], exitCodes: readonly number[]): string {
  if (findings.length === 0) return `exit code ${Math.max(...exitCodes)}`;
  return findings.length === 1 ? "1 finding" : `${findings.length} findings`;
}

function withFinding(step: StepReport, low: Finding): StepReport {
  return { ...step, status: "failed", detail: lowCoverage, findings: [...step.findings, low] };
}

function totals(results: readonly TestResults[]): TestTotals {
  const cases = results.flatMap((result) => result.cases);
  const count = (wanted: TestCase["result"]) => cases.filter(({ result }) => result === wanted).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), flaky: count("flaky") };
}

const namedFlakes = 10;

/** The innermost tests alone: what encloses them failed because of them. */
function flakyNotes(results: readonly TaskResult[]): readonly string[] {
  const cases = results.flatMap(({ reading }) => reading.tests?.cases ?? []);
  const inner = innermost(cases.filter(({ result }) => result === "flaky"));
  if (inner.length === 0) return [];
  const names = inner.slice(0, namedFlakes).map((one) => `${one.name} (${one.package})`);
  const rest = inner.length > namedFlakes ? ` and ${inner.length - namedFlakes} more` : "";
  return [`${plural(inner.length, "flaky test")} failed, and passed when run again: ${names.join(", ")}${rest}.`];
}

function notesOf({ facts, image, binaries }: Plan, { steps }: Outcome): readonly string[] {
  const { project } = facts;
  const notes: string[] = [...(image?.notes ?? [])];
  const built = steps.some(({ planned, results }) => planned.step.name === "build" && results.length > 0);
  if (built && binaries.length === 0) {
    notes.push("There is no main package: the packages were compiled for each target, and there is no binary.");
  }
  const empty = project.modules.filter(({ packages }) => packages.length === 0).map(({ dir }) => dir);
  if (empty.length > 0) notes.push(`No packages match in ${empty.join(", ")}: there is nothing to check.`);
  const newer = project.modules.find(({ goVersion }) => goVersion !== "" && !atLeast(project.go.version, goVersion));
  if (newer !== undefined && steps.some((step) => !isGreen(step))) {
    notes.push(
      `The go.mod in ${newer.dir} is written for Go ${newer.goVersion}, and the image has ${project.go.version}: what does not compile may be due to that. Set \`go-version: ${newer.goVersion}\`, or lower the \`go\` line.`,
    );
  }
  notes.push(...steps.flatMap((step) => emptyTests(step, facts)?.note ?? []));
  const results = steps.flatMap((step) => step.results);
  notes.push(...results.flatMap(({ note }) => note ?? []), ...flakyNotes(results));
  if (steps.some(({ results }) => results.some(isOutOfMemory))) {
    notes.push(
      "A process in the container was ended because it ran out of memory. Allow more with `memory`, or let fewer tests run side by side (`test-args: -p=1`).",
    );
  }
  if (project.gitDir === "file") {
    notes.push(
      "The repository's data lies outside the workspace (a worktree or submodule): binaries carry no version stamp of Go's.",
    );
  }
  return notes;
}
