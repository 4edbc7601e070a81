import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** A file of logins: docker's configuration, or podman's `auth.json`. */
export interface LoginFile {
  readonly auths?: Readonly<Record<string, { readonly auth?: string; readonly identitytoken?: string }>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
  /** Of docker's client alone. */
  readonly proxies?: unknown;
  readonly cliPluginsExtraDirs?: unknown;
}

/** Empty where there is none, or one that nobody can read. */
export async function readLoginFile(file: string): Promise<LoginFile> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as LoginFile;
  } catch {
    return {};
  }
}

/** Where docker's client keeps its configuration. */
export function dockerFolder(): string {
  return process.env["DOCKER_CONFIG"] ?? join(homedir(), ".docker");
}

/** Where docker's client keeps logins, then where podman does, in its own order. */
export function loginFiles(): readonly string[] {
  const { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, XDG_CONFIG_HOME } = process.env;
  return [
    join(dockerFolder(), "config.json"),
    ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
    ...(XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, "containers/auth.json")] : []),
    join(XDG_CONFIG_HOME || join(homedir(), ".config"), "containers/auth.json"),
  ];
}
