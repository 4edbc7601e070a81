import { type CoverProfile, parseProfile } from "./cover-profile.ts";

export interface PackageCoverage {
  readonly package: string;
  /** Statements. */
  readonly covered: number;
  readonly statements: number;
}

/** Coverage by statement; `percent` has one decimal, as `go tool cover -func` prints its total. */
export interface Coverage {
  readonly percent: string;
  readonly packages: readonly PackageCoverage[];
}

/** What a run on another commit measured. */
export interface EarlierCoverage {
  /** 40 hex digits. */
  readonly sha: string;
  readonly packages: readonly PackageCoverage[];
}

export function profileText({ mode, blocks }: CoverProfile): string {
  const lines = blocks.map(({ file, range, statements, count }) => `${file}:${range} ${statements} ${count}`);
  return `${[`mode: ${mode}`, ...lines].join("\n")}\n`;
}

/** Coverage by statement, packages sorted by import path. */
export function readCoverage(profile: string): Coverage {
  const packages = new Map<string, PackageCoverage>();
  for (const { file, statements, count } of parseProfile([profile])?.blocks ?? []) {
    const name = file.slice(0, file.lastIndexOf("/"));
    const known = packages.get(name) ?? { package: name, covered: 0, statements: 0 };
    const covered = known.covered + (count > 0 ? statements : 0);
    packages.set(name, { package: name, covered, statements: known.statements + statements });
  }
  const sorted = [...packages.values()].sort((a, b) => (a.package < b.package ? -1 : 1));
  return { percent: percent(sum(sorted, "covered"), sum(sorted, "statements")), packages: sorted };
}

/** Over all packages. */
export const sum = (packages: readonly PackageCoverage[], field: "covered" | "statements"): number =>
  packages.reduce((total, one) => total + one[field], 0);

/** As Go prints it with `%.1f`: of two equally near decimals the even one, where JavaScript takes the larger. */
export function percent(covered: number, statements: number): string {
  const exact = statements === 0 ? 0 : (100 * covered) / statements;
  return (exact % 1 === 0.25 ? exact - 0.05 : exact).toFixed(1);
}
