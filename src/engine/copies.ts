import { posix } from "node:path";
import { type ContainerSpec, freshVolume } from "./engine.ts";
import { layout } from "./layout.ts";

/** From a path of ours to one in the container. */
export interface Copy {
  readonly source: string;
  readonly target: string;
}

export interface Copies {
  /** The container with volumes where it had our files. */
  readonly spec: ContainerSpec;
  readonly copies: readonly Copy[];
  /** What is to belong to the commands' user. */
  readonly owned: readonly string[];
}

/**
 * The same container without any of our files, and what to copy into it. `files` are those sources that are no folders: a
 * volume is always a folder, and begins with what the image has there.
 */
export function planCopies(spec: ContainerSpec, files: ReadonlySet<string>): Copies {
  // What lies within another mount, as `.git` does, is copied with it, and needs no lock: it does not come back.
  const mounts = spec.mounts.filter(
    ({ target }) => !spec.mounts.some((other) => target.startsWith(`${other.target}/`)),
  );
  const volumes = mounts.map(({ source, target }) => (files.has(source) ? posix.dirname(target) : target));
  // Go's caches are large, and begin anew.
  const copied = mounts.filter(({ target }) => target !== layout.buildCache && target !== layout.modules);
  return {
    spec: {
      ...spec,
      mounts: [...new Set(volumes)].map((target) => ({ source: freshVolume, target, readonly: false })),
    },
    copies: copied.map(({ source, target }) => ({ source: files.has(source) ? source : `${source}/.`, target })),
    owned: mounts.filter(({ readonly }) => !readonly).map(({ target }) => target),
  };
}
