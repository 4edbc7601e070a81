/** Where things lie in the Go container. */
export const layout = {
  /** The run's scratch folder of the host. */
  scratch: "/gda",
  /** Products on their way out: binaries, cover profiles. */
  out: "/gda/out",
  home: "/gda/home",
  /** One file per command with its exit code. */
  status: "/gda/status",
  buildCache: "/gda-cache/build",
  /** Holds `mod` (the module cache) and `sumdb`. */
  modules: "/go/pkg",
  roots: "/gda-roots",
} as const;

/** Cover profiles, one per command that makes one. */
export function profilePath(index: number): string {
  return `${layout.out}/cover/${String(index).padStart(4, "0")}.out`;
}
