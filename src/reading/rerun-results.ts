import type { Finding, Reading, TestCase } from "./reading.ts";
import { ancestors } from "./test-name.ts";

/** Whether a test passed, and all that it lies in: a test that was not run has not passed. */
export function passedAgain(test: TestCase, { tests }: Reading): boolean {
  const names = new Set([test.name, ...ancestors(test.name)]);
  const found = (tests?.cases ?? []).filter((one) => one.package === test.package && names.has(one.name));
  return found.some(({ name }) => name === test.name) && found.every(({ result }) => result === "passed");
}

/**
 * The first reading in the light of the later ones: what failed, and lies in or around nothing that still fails, is
 * flaky, and keeps what it said when it failed. `still` are the tests that never passed, `findings` what they say.
 */
export function withReruns(first: Reading, still: readonly TestCase[], findings: readonly Finding[]): Reading {
  const { cases = [], packages = [] } = first.tests ?? {};
  const id = (one: Pick<TestCase, "package">, name: string) => `${one.package}\0${name}`;
  const failing = new Set(still.flatMap((one) => [one.name, ...ancestors(one.name)].map((name) => id(one, name))));
  const failedPackages = new Set(still.map((one) => one.package));
  const decided = cases.map((one): TestCase => {
    if (failing.has(id(one, one.name))) return { ...one, result: "failed" };
    return one.result === "failed" ? { ...one, result: "flaky" } : one;
  });
  return {
    findings,
    tests: {
      cases: decided,
      packages: packages.map((one) =>
        one.result === "failed" && !failedPackages.has(one.package) ? { ...one, result: "passed" } : one,
      ),
    },
  };
}
