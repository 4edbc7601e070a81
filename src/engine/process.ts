import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { OutputStream } from "../reading/reading.ts";
import type { OnOutput } from "./engine.ts";

/** How a process on the host ended. */
export interface ProcessEnd {
  /** Undefined when it could not be started, or died by a signal. */
  readonly exitCode: number | undefined;
  /** Why there is no exit code: the signal's name, or the reason it did not start. */
  readonly reason: string;
  readonly timedOut: boolean;
  /** The last 256 KiB of each stream. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Written to its standard input, which is then closed; without it there is none. */
  readonly input?: string;
  readonly onOutput?: OnOutput;
  readonly deadlineMs?: number;
  /** Ends the process when aborted. */
  readonly signal?: AbortSignal;
}

const kept = 256 * 1024;

/**
 * Runs a process from an argument list. Output is read no faster than `onOutput` takes it, decoded over the cuts of
 * its pieces, and a process that dies by a signal never looks like one that succeeded.
 */
export async function runProcess(argv: readonly string[], options: ProcessOptions = {}): Promise<ProcessEnd> {
  const [file = "", ...args] = argv;
  // A group of its own: Ctrl-C in a terminal reaches this process alone, which then ends its children in order.
  const child = spawn(file, args, { env: options.env ?? process.env, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => {}); // A process may end before it has read its input.
  child.stdin.end(options.input ?? "");

  let timedOut = false;
  const abort = () => child.kill("SIGTERM");
  options.signal?.addEventListener("abort", abort);
  const timer = options.deadlineMs === undefined ? undefined : setTimeout(expire, options.deadlineMs);
  function expire() {
    timedOut = true;
    child.kill("SIGKILL");
    child.stdout.destroy();
    child.stderr.destroy();
  }

  const ended = new Promise<{ code: number | undefined; reason: string }>((resolve) => {
    child.on("error", (error) => resolve({ code: undefined, reason: error.message }));
    child.on("close", (code, signal) => resolve({ code: code ?? undefined, reason: signal ?? "" }));
  });
  const [stdout, stderr, { code, reason }] = await Promise.all([
    pump(child.stdout, "stdout", options.onOutput),
    pump(child.stderr, "stderr", options.onOutput),
    ended,
  ]);
  clearTimeout(timer);
  options.signal?.removeEventListener("abort", abort);
  return { exitCode: timedOut ? undefined : code, reason, timedOut, stdout, stderr };
}

async function pump(readable: Readable, stream: OutputStream, onOutput: OnOutput | undefined): Promise<string> {
  const decoder = new StringDecoder("utf8");
  let tail = "";
  const take = async (text: string) => {
    if (text === "") return;
    tail = (tail + text).slice(-kept);
    await onOutput?.(stream, text);
  };
  try {
    for await (const chunk of readable) await take(decoder.write(chunk as Buffer));
  } catch (error) {
    // Destroyed at the deadline; what was read is kept.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
  await take(decoder.end());
  return tail;
}

/** The line of a failed process that says most. */
export function lastWords(end: ProcessEnd): string {
  if (end.timedOut) return "the time limit was reached";
  const lines = `${end.stdout}\n${end.stderr}`.trim().split("\n");
  const error = lines.findLast((line) => /error|denied|unauthorized|failed/i.test(line));
  return error ?? lines.at(-1) ?? end.reason;
}
