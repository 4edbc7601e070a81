import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "./engines.ts";

const cache =
  process.env["GDA_DEV_CACHE"] ||
  join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "go-docker-action-dev");

const tools = {
  act: { script: "act", path: "bin/act" },
  "docker-registry": { script: "registry", path: "registry/usr/bin/docker-registry" },
} as const;

/** Where a program of the development environment lies, after the script that brings it has run. */
export async function devTool(name: keyof typeof tools): Promise<string> {
  const { script, path } = tools[name];
  await promisify(execFile)(join(repository, "script", script), []);
  return join(cache, path);
}
