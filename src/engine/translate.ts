import type { ContainerSpec } from "./engine.ts";

/** A mount of the container that this process is in, as the engine's `inspect` shows it. */
export interface OwnMount {
  /** Where it is for the engine; empty when it is in memory. */
  readonly Source: string;
  /** Where it is for us. */
  readonly Destination: string;
}

/** The same container, with its mounts as the engine sees them through our own; undefined where it does not see all. */
export function translate(spec: ContainerSpec, own: readonly OwnMount[]): ContainerSpec | undefined {
  const mounts = spec.mounts.flatMap((mount) => {
    const source = translatePath(mount.source, own);
    return source === undefined ? [] : [{ ...mount, source }];
  });
  const socket = spec.socket && { ...spec.socket, path: translatePath(spec.socket.path, own) ?? spec.socket.path };
  return mounts.length === spec.mounts.length && own.length > 0 ? { ...spec, mounts, socket } : undefined;
}

function translatePath(path: string, own: readonly OwnMount[]): string | undefined {
  const [nearest] = own
    .map(({ Source, Destination }) => ({ Source, at: Destination.replace(/\/+$/, "") }))
    .filter(({ at }) => path === at || path.startsWith(`${at}/`))
    .sort((a, b) => b.at.length - a.at.length);
  if (nearest === undefined || nearest.Source === "") return undefined;
  return nearest.Source.replace(/\/+$/, "") + path.slice(nearest.at.length);
}
