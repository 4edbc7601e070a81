/** The names of the tests that may enclose a subtest, outermost first. Names of subtests may contain slashes. */
export function ancestors(test: string): readonly string[] {
  return [...test.matchAll(/\//g)].map(({ index }) => test.slice(0, index));
}

/** Of these tests the ones in which no other of them lies. */
export function innermost<T extends { readonly package: string; readonly name: string }>(
  tests: readonly T[],
): readonly T[] {
  const id = (from: string, name: string) => `${from}\0${name}`;
  const enclosing = new Set(tests.flatMap((one) => ancestors(one.name).map((name) => id(one.package, name))));
  return tests.filter((one) => !enclosing.has(id(one.package, one.name)));
}
