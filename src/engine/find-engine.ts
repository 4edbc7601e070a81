import { EngineUnreachableError, InputError } from "../errors.ts";
import type { EngineFacts } from "./engine.ts";
import { readEngineInfo, serverError } from "./engine-info.ts";
import { lastWords, type ProcessEnd, runProcess } from "./process.ts";

type EngineName = EngineFacts["name"];

interface Answer {
  readonly name: EngineName;
  readonly end: ProcessEnd;
  readonly info: EngineFacts | undefined;
}

const deadlineMs = 5_000;

/**
 * Finds an engine that answers. podman is asked only where docker is not wanted and not there: its client leaves
 * folders behind even when it is only asked, and who sets DOCKER_HOST, or waits for a daemon that hangs, means docker.
 */
export async function findEngine(
  wanted: "auto" | EngineName,
  builder: string | undefined,
  signal: AbortSignal,
): Promise<EngineFacts> {
  const facts = await answering(wanted, signal);
  return builder === undefined ? facts : withBuilder(facts, builder, signal);
}

/** A builder of the user's own does what BuildKit can, whatever the engine. */
async function withBuilder(facts: EngineFacts, builder: string, signal: AbortSignal): Promise<EngineFacts> {
  const problem = { input: "builder", item: builder };
  if (facts.name !== "docker")
    throw new InputError([{ ...problem, message: "podman has no builders. Leave it out, or set `engine: docker`." }]);
  const end = await runProcess(["docker", "buildx", "inspect", builder], { deadlineMs, signal });
  signal.throwIfAborted();
  if (end.exitCode !== 0) {
    const message = `docker buildx does not know it: ${lastWords(end)}. Make it before, with \`docker buildx create --name ${builder}\`.`;
    throw new InputError([{ ...problem, message }]);
  }
  return { ...facts, imageBuilder: "buildx", multiPlatform: true, builder };
}

async function answering(wanted: "auto" | EngineName, signal: AbortSignal): Promise<EngineFacts> {
  const first = await ask(wanted === "podman" ? "podman" : "docker", signal);
  signal.throwIfAborted();
  if (first.info !== undefined) return first.info;
  const meant = wanted !== "auto" || process.env["DOCKER_HOST"] !== undefined || first.end.timedOut;
  const answers = meant ? [first] : [first, await ask("podman", signal)];
  const found = answers.find(({ info }) => info !== undefined)?.info;
  if (found !== undefined) return found;
  throw new EngineUnreachableError(
    `No container engine answers. ${answers.map(({ name, end }) => `${name}: ${noAnswer(name, end)}`).join("; ")}.`,
    "Start one (for instance `sudo systemctl start docker`), or point DOCKER_HOST at it. On GitHub, use an ubuntu runner.",
  );
}

async function ask(name: EngineName, signal: AbortSignal): Promise<Answer> {
  const [end, buildx] = await Promise.all([
    runProcess([name, "info", "--format", "{{json .}}"], { deadlineMs, signal }),
    name === "docker" ? runProcess([name, "buildx", "version"], { deadlineMs, signal }) : undefined,
  ]);
  return { name, end, info: readEngineInfo(name, end.exitCode === 0 ? end.stdout : "", buildx?.exitCode === 0) };
}

function noAnswer(name: string, end: ProcessEnd): string {
  const endpoint = process.env["DOCKER_HOST"] ?? "unix:///var/run/docker.sock, or the current docker context";
  const socket = name === "docker" ? ` at ${endpoint}` : "";
  if (end.timedOut) return `no answer${socket} within 5 s`;
  if (end.reason.includes("ENOENT")) return "not installed";
  const line = serverError(end.stdout) || end.stderr.trim().split("\n").at(-1) || end.reason || "no server";
  return `no answer${socket} (${line.slice(0, 300)})`;
}
