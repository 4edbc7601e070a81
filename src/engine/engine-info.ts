import { coerce, lt } from "semver";
import { parseBoundedJson } from "../bounded-json.ts";
import type { EngineFacts } from "./engine.ts";

interface DockerInfo {
  readonly ServerVersion?: string;
  readonly OSType?: string;
  readonly Architecture?: string;
  readonly DriverStatus?: readonly (readonly [string, string])[];
  readonly ClientInfo?: { readonly Version?: string };
  /** `name=rootless`, `name=userns`, `name=selinux`, with more after a comma. */
  readonly SecurityOptions?: readonly string[];
  readonly MemTotal?: number;
  readonly RegistryConfig?: {
    readonly InsecureRegistryCIDRs?: readonly string[];
    readonly IndexConfigs?: Readonly<Record<string, { readonly Secure?: boolean }>>;
  };
}

interface PodmanInfo {
  readonly version?: { readonly Version: string };
  readonly host?: {
    readonly os: string;
    readonly arch: string;
    readonly memTotal?: number;
    readonly security?: { readonly rootless?: boolean; readonly selinuxEnabled?: boolean };
  };
  /** By host, beside the list of those to search. */
  readonly registries?: Readonly<Record<string, readonly string[] | { readonly Insecure?: boolean }>>;
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
    return parseBoundedJson(json) ?? {};
  } catch {
    return {};
  }
}

function docker(value: unknown, hasBuildx: boolean): EngineFacts | undefined {
  const info = value as DockerInfo;
  if (!info.ServerVersion) return undefined;
  const containerdStore = (info.DriverStatus ?? []).some(([, driver]) => driver === "io.containerd.snapshotter.v1");
  const security = (info.SecurityOptions ?? []).map((option) => option.replace(/^name=|,.*$/g, ""));
  return {
    name: "docker",
    version: info.ServerVersion,
    platform: `${info.OSType ?? "linux"}/${goArch(info.Architecture ?? "")}`,
    imageBuilder: hasBuildx ? "buildx" : builtInBuilder(info.ClientInfo?.Version),
    multiPlatform: hasBuildx && containerdStore,
    builder: "",
    insecureRegistries: insecure(info.RegistryConfig),
    rights: rightsOf(security),
    selinux: security.includes("selinux"),
    memory: info.MemTotal ?? 0,
  };
}

function insecure({ InsecureRegistryCIDRs, IndexConfigs }: DockerInfo["RegistryConfig"] = {}): readonly string[] {
  const hosts = Object.entries(IndexConfigs ?? {}).filter(([, { Secure }]) => Secure === false);
  return [...hosts.map(([host]) => host), ...(InsecureRegistryCIDRs ?? [])];
}

/** Clients since 23.0 refuse to drive BuildKit without buildx; older ones (20.10 does not even tell its version) can. */
function builtInBuilder(client: string | undefined): EngineFacts["imageBuilder"] {
  return client === undefined || lt(coerce(client) ?? "0.0.0", "23.0.0") ? "buildkit" : "legacy";
}

function rightsOf(security: readonly string[]): EngineFacts["rights"] {
  if (security.includes("rootless")) return "rootless";
  return security.includes("userns") ? "remapped" : "rootful";
}

function podman(value: unknown): EngineFacts | undefined {
  const { version, host, registries } = value as PodmanInfo;
  if (version === undefined || host === undefined) return undefined;
  return {
    name: "podman",
    version: version.Version,
    platform: `${host.os}/${host.arch}`,
    imageBuilder: "buildkit",
    multiPlatform: false,
    builder: "",
    insecureRegistries: Object.entries(registries ?? {}).flatMap(([registry, one]) =>
      "Insecure" in one && one.Insecure === true ? [registry] : [],
    ),
    rights: host.security?.rootless === true ? "rootless" : "rootful",
    selinux: host.security?.selinuxEnabled === true,
    memory: host.memTotal ?? 0,
  };
}

function goArch(machine: string): string {
  const names: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm", i686: "386" };
  return names[machine] ?? machine;
}
