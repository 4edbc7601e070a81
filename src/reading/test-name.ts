/** The names of the tests that may enclose a subtest, outermost first. Names of subtests may contain slashes. */
export function ancestors(test: string): readonly string[] {
  return [...test.matchAll(/\//g)].map(({ index }) => test.slice(0, index));
}
