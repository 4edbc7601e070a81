import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { OutputStream } from "../reading/reading.ts";
import type { OnOutput } from "./engine.ts";
import { clientEnv } from "./process-env.ts";

/** How a process on the host ended. */
export interface ProcessEnd {
  /** Undefined when it could not be started, died by a signal, or was left. */
  readonly exitCode: number | undefined;
  /** Why there is no exit code: the signal's name, or the reason it did not start. */
  readonly reason: string;
  readonly timedOut: boolean;
  /** The last 256 KiB of each stream. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  readonly cwd?: string;
  /** What an engine's client needs, unless said otherwise. */
  readonly env?: NodeJS.ProcessEnv;
  /** As whom it runs, where that is not who we are. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Written to its standard input, which is then closed; without it there is none. */
  readonly input?: string;
  readonly onOutput?: OnOutput;
  /** After this it is ended by force. */
  readonly deadlineMs?: number;
  /** After this it is left to go on by itself. */
  readonly patienceMs?: number;
  /** Ends the process when aborted: by SIGTERM, and by force after `graceMs`, which is 2 s unless said otherwise. */
  readonly signal?: AbortSignal;
  readonly graceMs?: number;
}

const kept = 256 * 1024;

/** Milliseconds from the end of a process to that of its output. */
const drain = 5_000;

/**
 * Runs a process from an argument list. Output is read no faster than `onOutput` takes it, decoded over the cuts of
 * its pieces, and a process that dies by a signal never looks like one that succeeded.
 */
export async function runProcess(argv: readonly string[], options: ProcessOptions = {}): Promise<ProcessEnd> {
  const [file = "", ...args] = argv;
  // A group of its own: Ctrl-C in a terminal reaches this process alone, which then ends its children in order.
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env ?? clientEnv(),
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    ...options.user,
  });
  child.stdin.on("error", () => {}); // A process may end before it has read its input.
  child.stdin.end(options.input ?? "");
  let taking = 0;
  const onOutput: OnOutput = async (stream, text) => {
    taking++;
    await options.onOutput?.(stream, text);
    taking--;
  };
  const supervision = supervise(child, options, () => taking > 0);
  const ended = new Promise<{ code: number | undefined; reason: string }>((resolve) => {
    child.on("error", (error) => resolve({ code: undefined, reason: error.message }));
    child.on("close", (code, signal) => resolve({ code: code ?? undefined, reason: signal ?? "" }));
  });
  try {
    const [stdout, stderr, { code, reason }] = await Promise.all([
      pump(child.stdout, "stdout", onOutput),
      pump(child.stderr, "stderr", onOutput),
      Promise.race([ended, supervision.left]),
    ]);
    const { timedOut } = supervision;
    return { exitCode: timedOut ? undefined : code, reason, timedOut, stdout, stderr };
  } finally {
    supervision.end();
  }
}

/** Ends a process that is late or not wanted any more, and its output when a child of its own holds that open. */
function supervise(
  child: ChildProcessWithoutNullStreams,
  { deadlineMs, patienceMs, signal, graceMs = 2_000 }: ProcessOptions,
  isTaking: () => boolean,
) {
  const timers: NodeJS.Timeout[] = [];
  const after = (milliseconds: number | undefined, work: () => void) => {
    if (milliseconds !== undefined) timers.push(setTimeout(work, milliseconds));
  };
  const silence = () => {
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const kill = () => {
    killGroup(child, "SIGKILL");
    silence();
  };
  const abort = () => {
    killGroup(child, "SIGTERM");
    after(graceMs, kill);
  };
  const leave = Promise.withResolvers<{ code: undefined; reason: string }>();
  const supervision = {
    timedOut: false,
    left: leave.promise,
    end: () => {
      timers.forEach(clearTimeout);
      signal?.removeEventListener("abort", abort);
    },
  };
  after(deadlineMs, () => {
    supervision.timedOut = true;
    kill();
  });
  after(patienceMs, () => {
    supervision.timedOut = true;
    silence();
    child.unref();
    leave.resolve({ code: undefined, reason: "" });
  });
  // What it printed before its end is still to be read where `onOutput` takes its time.
  const drainOutput = () => after(drain, () => (isTaking() ? drainOutput() : silence()));
  child.on("exit", drainOutput);
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);
  return supervision;
}

/** The process and what it has started: docker's plugins are programs of their own. */
function killGroup({ pid }: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

async function pump(readable: Readable, stream: OutputStream, onOutput: OnOutput): Promise<string> {
  const decoder = new StringDecoder("utf8");
  const tail: string[] = [];
  let length = 0;
  const take = async (text: string) => {
    if (text === "") return;
    tail.push(text);
    length += text.length;
    while (length - (tail[0]?.length ?? 0) >= kept) length -= tail.shift()?.length ?? 0;
    await onOutput(stream, text);
  };
  try {
    for await (const chunk of readable) await take(decoder.write(chunk as Buffer));
  } catch (error) {
    // Destroyed at a deadline; what was read is kept.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
  await take(decoder.end());
  return tail.join("").slice(-kept);
}

/** The line of a failed process that says most. */
export function lastWords(end: ProcessEnd): string {
  if (end.timedOut) return "the time limit was reached";
  const lines = `${end.stdout}\n${end.stderr}`.trim().split("\n");
  const error = lines.findLast((line) => /error|denied|unauthorized|failed/i.test(line));
  return error ?? lines.at(-1) ?? end.reason;
}
