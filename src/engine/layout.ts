/** Where things lie in the Go container. */
export const layout = {
  /** What the host hands in, read-only. */
  in: "/gda/in",
  /** Products on their way out: binaries, cover profiles. */
  out: "/gda/out",
  home: "/gda/home",
  /** The container's own root is read-only: these are folders on the disk, where programs may be started. */
  temp: ["/tmp", "/var/tmp"],
  /** Where the engine's socket is handed in. */
  socket: "/var/run/docker.sock",
  /** One file per command with its exit code. */
  status: "/gda/status",
  /** By this the container tells that it sees our files. */
  canary: "/gda/status/canary",
  buildCache: "/gda-cache/build",
  /** Holds `mod` (the module cache) and `sumdb`. */
  modules: "/go/pkg",
  roots: "/gda-roots",
} as const;

/** Of a cover profile, relative to `/gda/out`: each command that makes one has its own. */
export function profileName(index: number): string {
  return `cover/${String(index).padStart(4, "0")}.out`;
}
