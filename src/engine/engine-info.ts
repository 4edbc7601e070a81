import { coerce, lt } from "semver";
import type { EngineFacts } from "./engine.ts";

interface DockerInfo {
  readonly ServerVersion?: string;
  readonly OSType?: string;
  readonly Architecture?: string;
  readonly DriverStatus?: readonly (readonly [string, string])[];
  readonly ClientInfo?: { readonly Version?: string };
}

interface PodmanInfo {
  readonly version?: { readonly Version: string };
  readonly host?: { readonly os: string; readonly arch: string };
}

/** Reads the engine's own account as JSON; undefined when no engine stands behind the client. */
export function readEngineInfo(name: "docker" | "podman", json: string, hasBuildx: boolean): EngineFacts | undefined {
  const info = parse(json);
  return name === "podman" ? podman(info) : docker(info, hasBuildx);
}

/** Why docker's client has no server, in its own words; empty when it did not say. */
export function serverError(json: string): string {
  const { ServerErrors } = parse(json) as { readonly ServerErrors?: readonly string[] };
  return ServerErrors?.[0] ?? "";
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}

function docker(value: unknown, hasBuildx: boolean): EngineFacts | undefined {
  const info = value as DockerInfo;
  if (!info.ServerVersion) return undefined;
  const { Version } = info.ClientInfo ?? {};
  // Clients since 23.0 refuse to drive BuildKit without buildx; older ones (20.10 does not even tell its version) can.
  const oldClient = Version === undefined || lt(coerce(Version) ?? "0.0.0", "23.0.0");
  const containerdStore = (info.DriverStatus ?? []).some(([, driver]) => driver === "io.containerd.snapshotter.v1");
  return {
    name: "docker",
    version: info.ServerVersion,
    platform: `${info.OSType ?? "linux"}/${goArch(info.Architecture ?? "")}`,
    imageBuilder: hasBuildx ? "buildx" : oldClient ? "buildkit" : "legacy",
    multiPlatform: hasBuildx && containerdStore,
  };
}

function podman(value: unknown): EngineFacts | undefined {
  const { version, host } = value as PodmanInfo;
  if (version === undefined || host === undefined) return undefined;
  return {
    name: "podman",
    version: version.Version,
    platform: `${host.os}/${host.arch}`,
    imageBuilder: "buildkit",
    multiPlatform: false,
  };
}

function goArch(machine: string): string {
  const names: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm", i686: "386" };
  return names[machine] ?? machine;
}
