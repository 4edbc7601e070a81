import { atLeast } from "../project/go-release.ts";
import type { Go } from "../project/project.ts";

/** The release in which Go learned what the plan makes use of: measured with the toolchains themselves. */
const since = {
  "./... without vendor": "1.9",
  "test -json": "1.10",
  "test -vet": "1.10",
  "a profile of several packages": "1.10",
  // Before it the packages were installed, and those compiled without cgo needed a place of their own.
  "a build cache": "1.10",
  GOMIPS: "1.10",
  modules: "1.11",
  GOMIPS64: "1.11",
  GOPPC64: "1.13",
  "build -trimpath": "1.13",
  "-tags by commas": "1.13",
  "-modcacherw": "1.14",
  "build -o of a folder": "1.14",
  "build -buildvcs": "1.18",
  GOAMD64: "1.18",
  GOARM64: "1.23",
  GORISCV64: "1.23",
} as const;

type Capability = keyof typeof since;

/** Whether this Go is new enough. */
export function can({ version }: Go, capability: Capability): boolean {
  return atLeast(version, since[capability]);
}

/** The release from which on Go takes note of a variable; undefined for one that all take note of. */
export function variableSince({ version }: Go, name: string): string | undefined {
  const wanted = Object.entries(since).find(([capability]) => capability === name)?.[1];
  return wanted === undefined || atLeast(version, wanted) ? undefined : wanted;
}
