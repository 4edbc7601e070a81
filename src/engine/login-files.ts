import { homedir } from "node:os";
import { join } from "node:path";
import { readFollowed, usualLimit } from "../files/read-bounded.ts";

/** A file of logins: docker's configuration, or podman's `auth.json`. */
export interface LoginFile {
  readonly auths?: Readonly<Record<string, { readonly auth?: string; readonly identitytoken?: string }>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
  /** Of docker's client alone. */
  readonly proxies?: unknown;
  readonly cliPluginsExtraDirs?: unknown;
}

/** Empty where there is none, or one that nobody can read. What in it is not of its kind is left out. */
export async function readLoginFile(file: string): Promise<LoginFile> {
  try {
    return loginsIn(JSON.parse((await readFollowed(file, { limit: usualLimit })).toString("utf8")));
  } catch {
    return {};
  }
}

function loginsIn(content: unknown): LoginFile {
  const { auths, credsStore, credHelpers, proxies, cliPluginsExtraDirs } = fieldsOf(content);
  const logins = Object.entries(fieldsOf(auths)).map(([name, login]) => [name, texts(login)] as const);
  return {
    auths: Object.fromEntries(logins),
    credHelpers: texts(credHelpers),
    ...(typeof credsStore === "string" && credsStore !== "" && { credsStore }),
    ...(proxies !== undefined && { proxies }),
    ...(cliPluginsExtraDirs !== undefined && { cliPluginsExtraDirs }),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
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
