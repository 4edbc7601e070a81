import { homedir } from "node:os";
import { join } from "node:path";

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
