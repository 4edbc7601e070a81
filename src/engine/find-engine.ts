import { EngineUnreachableError } from "../errors.ts";
import type { EngineFacts } from "./engine.ts";
import { readEngineInfo, serverError } from "./engine-info.ts";
import { type ProcessEnd, runProcess } from "./process.ts";

/** Finds an engine that answers; both are asked at once, for at most five seconds. */
export async function findEngine(wanted: "auto" | "docker" | "podman"): Promise<EngineFacts> {
  const names = wanted === "auto" ? (["docker", "podman"] as const) : [wanted];
  const answers = await Promise.all(
    names.map(async (name) => {
      const [end, buildx] = await Promise.all([
        runProcess([name, "info", "--format", "{{json .}}"], { deadlineMs: 5_000 }),
        runProcess([name, "buildx", "version"], { deadlineMs: 5_000 }),
      ]);
      return { name, end, info: readEngineInfo(name, end.exitCode === 0 ? end.stdout : "", buildx.exitCode === 0) };
    }),
  );
  const found = answers.find(({ info }) => info !== undefined)?.info;
  if (found !== undefined) return found;
  const reasons = answers.map(({ name, end }) => `${name}: ${noAnswer(name, end)}`);
  throw new EngineUnreachableError(
    `No container engine answers. ${reasons.join("; ")}.`,
    "Start one (for instance `sudo systemctl start docker`), or point DOCKER_HOST at it. On GitHub, use an ubuntu runner.",
  );
}

function noAnswer(name: string, end: ProcessEnd): string {
  const endpoint = process.env["DOCKER_HOST"] ?? "unix:///var/run/docker.sock, or the current docker context";
  const socket = name === "docker" ? ` at ${endpoint}` : "";
  if (end.timedOut) return `no answer${socket} within 5 s`;
  if (end.reason.includes("ENOENT")) return "not installed";
  const line = serverError(end.stdout) || end.stderr.trim().split("\n").at(-1) || end.reason || "no server";
  return `no answer${socket} (${line.slice(0, 300)})`;
}
