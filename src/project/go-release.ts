import { coerce, gte } from "semver";

/** Whether a Go version, `1.27.3` or `1.10`, is at least another. */
export function atLeast(version: string, wanted: string): boolean {
  return gte(coerce(version) ?? "0.0.0", coerce(wanted) ?? "0.0.0");
}
