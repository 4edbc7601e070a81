import { isGreen } from "../execute/gate.ts";
import type { StepOutcome } from "../execute/outcome.ts";
import type { Facts } from "../plan/facts.ts";
import { plural } from "./human.ts";

/** Why a test step that passed says less than it seems to. */
export interface EmptyTests {
  /** In a few words, where it says nothing at all; else empty. */
  readonly detail: string;
  readonly note: string;
}

const namedPackages = 5;

/** What is to be said of a test step that passed although packages have tests, and none of them ran; or all were skipped. */
export function emptyTests(outcome: StepOutcome, { inputs, project }: Facts): EmptyTests | undefined {
  const { planned, results } = outcome;
  if (planned.step.name !== "test" || results.length === 0 || !isGreen(outcome)) return undefined;
  const withTests = new Set(
    project.modules
      .flatMap(({ packages }) => packages)
      .filter(({ files }) => files.some((file) => file.endsWith("_test.go")))
      .map(({ importPath }) => importPath),
  );
  if (withTests.size === 0) return undefined;
  const tests = results.flatMap(({ reading }) => reading.tests ?? []);
  const cases = tests.flatMap((one) => one.cases);
  if (cases.length === 0) {
    const ran = tests.flatMap(({ packages }) => packages).filter(({ result }) => result !== "skipped");
    return {
      detail: "no test ran",
      note: ran.some((one) => withTests.has(one.package)) ? nothingRan(withTests.size) : noFiles,
    };
  }
  if (cases.every(({ result }) => result === "skipped")) {
    const detail = cases.length === 1 ? "its only test was skipped" : `all ${cases.length} tests were skipped`;
    return { detail, note: `The test step passed, but ${detail}: it says nothing of the code.` };
  }
  const benchmarks = inputs.testArgs.some((word) => /^--?(?:test\.)?bench(?:=|$)/.test(word));
  const silent = benchmarks ? [] : tests.flatMap((one) => one.silent ?? []).filter((name) => withTests.has(name));
  return silent.length === 0 ? undefined : { detail: "", note: silentNote(silent) };
}

function nothingRan(count: number): string {
  const has = count === 1 ? "1 package has test files" : `${count} packages have test files`;
  return `No test ran, though ${has}: the test step says nothing of the code. Look at \`test-args\`, at GOFLAGS, and for a TestMain that does not run the tests.`;
}

const noFiles =
  "No test ran: build constraints or tags leave every test file out, so that the test step says nothing of the code. Look at `build-tags` and GOFLAGS.";

function silentNote(packages: readonly string[]): string {
  const names = packages.slice(0, namedPackages).join(", ");
  const rest = packages.length > namedPackages ? ` and ${packages.length - namedPackages} more` : "";
  return `${plural(packages.length, "package")} passed without running a test, though test files are there: ${names}${rest}. Look for a TestMain or an init that ends the process.`;
}
