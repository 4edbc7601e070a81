import type { TestedPackage } from "./reading.ts";

/** The line with which `go test` closes a package, the same in all versions and with `-json` too. */
export interface PackageLine {
  readonly package: string;
  readonly result: TestedPackage["result"];
  readonly seconds: number;
  readonly cached: boolean;
  /** False when the package or its test did not compile. */
  readonly built: boolean;
}

const ended = /^(ok {2}|FAIL)\t(\S+)\t(?:(\(cached\))|([\d.]+)s)(?:[\t ].*)?$/;
// From 1.22 on, `-cover` counts packages without tests, and calls them passed.
const untested = /^(?:\? {3}\t(\S+)\t\[no test files\]|\t(\S+)\t\tcoverage: .*)$/;
const notBuilt = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/;

export function packageLine(line: string): PackageLine | undefined {
  const [, verdict, name, cached, seconds] = ended.exec(line) ?? [];
  if (name !== undefined) {
    const result = verdict === "FAIL" ? "failed" : "passed";
    return { package: name, result, seconds: Number(seconds ?? 0), cached: cached !== undefined, built: true };
  }
  const [, withoutFiles, uncovered] = untested.exec(line) ?? [];
  const skipped = withoutFiles ?? uncovered;
  if (skipped !== undefined) return { package: skipped, result: "skipped", seconds: 0, cached: false, built: true };
  const broken = notBuilt.exec(line)?.[1];
  return broken === undefined
    ? undefined
    : { package: broken, result: "failed", seconds: 0, cached: false, built: false };
}
