import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { boundedBytes } from "../../bounded-bytes.ts";
import { parseObject } from "../../registry/json.ts";
import type { Log } from "../host.ts";
import type { ServiceAnswer, ServiceRequest } from "./request.ts";
import { ToolkitLines } from "./toolkit-lines.ts";

/** Milliseconds. */
interface ServicePatience {
  readonly total: number;
  /** Without a byte that was read. */
  readonly still: number;
  readonly look: number;
}

const usual: ServicePatience = { total: 5 * 60_000, still: 60_000, look: 1_000 };

/** How a service is asked: the program that does it when told `service`, and what it may know. */
export interface Asking {
  readonly program: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly log: Pick<Log, "untrusted"> & { hide(secret: string): void };
  readonly patience?: ServicePatience;
}

/**
 * Asks a service of the runner in a process of its own, which is ended with all that it has started when it takes too
 * long, or when we are cancelled. Whatever happens to it is an answer.
 */
export async function askService(request: ServiceRequest, asking: Asking): Promise<ServiceAnswer> {
  const { program, env, signal, log, patience: { total, still, look } = usual } = asking;
  signal.throwIfAborted();
  const [file = "", ...args] = program;
  const child = spawn(file, [...args, "service"], { env, detached: true, stdio: ["pipe", "pipe", "pipe", "pipe"] });
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, by) => resolve(`its process ended by ${by ?? `exit code ${code}`}`));
  });
  let why = "";
  const end = (reason: string) => {
    why ||= reason;
    endGroup(child.pid);
  };
  const cancel = () => end("cancelled");
  signal.addEventListener("abort", cancel);
  const timers = [
    setTimeout(() => end(`it took more than ${total / 1000} s`), total),
    setInterval(
      stillness(child.pid, still, () => end(`nothing moved for ${still / 1000} s`)),
      look,
    ),
  ];
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify(request));
  const heard = [child.stdout, child.stderr].map((stream) => hear(stream, log));
  const answer = await boundedBytes(child.stdio[3] as Readable, longestAnswer).catch(() => nothing);
  if (!answer.whole) end("its answer is too long");
  const reason = await ended;
  await Promise.all(heard);
  for (const timer of timers) clearInterval(timer);
  signal.removeEventListener("abort", cancel);
  signal.throwIfAborted();
  return why === "" ? read(answer.bytes, reason) : { fault: why };
}

/** Characters of each stream that are shown. */
const mostHeard = 2 ** 20;

/** Hands on what the libraries print, no faster than it is taken. */
async function hear(stream: Readable, log: Asking["log"]): Promise<void> {
  const lines = new ToolkitLines(log);
  let left = mostHeard;
  try {
    for await (const piece of stream.setEncoding("utf8") as AsyncIterable<string>) {
      if (left > 0) await lines.write(piece.slice(0, left));
      left -= piece.length;
    }
  } catch {
    // It was ended.
  }
  await lines.end();
}

/** Bytes. It is a few words and a key. */
const longestAnswer = 64 * 1024;
const nothing = { bytes: new Uint8Array(), whole: true };

function read(answer: Uint8Array, reason: string): ServiceAnswer {
  try {
    return parseObject<ServiceAnswer>(answer, (what) => new Error(what));
  } catch {
    return { fault: reason };
  }
}

/** The process and what it has started: archives are packed by programs of their own. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

/** Looks again and again at what the group has read; without /proc the other deadline has to do. */
function stillness(group: number | undefined, still: number, end: () => void): () => void {
  let last = -1;
  let since = performance.now();
  return () => {
    const now = bytesRead(group);
    if (now === undefined) return;
    if (now !== last) since = performance.now();
    last = now;
    if (performance.now() - since >= still) end();
  };
}

function bytesRead(group: number | undefined): number | undefined {
  try {
    const members = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && groupOf(name) === group);
    return members.reduce((sum, pid) => sum + Number(/^rchar: (\d+)$/m.exec(textOf(`/proc/${pid}/io`))?.[1] ?? 0), 0);
  } catch {
    return undefined;
  }
}

function groupOf(pid: string): number {
  const stat = textOf(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
