import { type ChildProcess, spawn } from "node:child_process";
import { chown, mkdir, readFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Outputs } from "../../src/report/outputs.ts";
import type { PublishedImage, Report } from "../../src/report/report.ts";
import { repository } from "./engines.ts";

/** Go's caches of all tests in which a cold one is not the point; kept from run to run. */
const sharedCache = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "go-docker-action-dev/test-cache");

/** The same for another user, who cannot enter our home. */
export async function cacheFor(uid: number): Promise<string> {
  const folder = join(tmpdir(), `gda-test-cache-${uid}`);
  await mkdir(folder, { recursive: true });
  await chown(folder, uid, uid);
  return folder;
}

export interface CliCall {
  /** The workspace. */
  readonly project: string;
  /** An engine's PATH and DOCKER_HOST. */
  readonly env: Readonly<Record<string, string>>;
  /** Options by the inputs' names; more words and switches besides. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  /** The program, when it is not the command line from source. */
  readonly program?: readonly string[];
  /** What starts the program, for instance as another user. */
  readonly prefix?: readonly string[];
  /** Ended by force after this; the run has no exit code then. */
  readonly deadlineMs?: number;
}

export interface CliEnd {
  readonly exitCode: number | null;
  /** What `--json` printed; empty without it. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly process: ChildProcess;
  readonly ended: Promise<CliEnd>;
}

/** Starts the command line from source. It sees nothing of the test's environment but what the call says. */
export async function startCli({
  project,
  env,
  inputs = {},
  words = [],
  program = [process.execPath, join(repository, "src/cli.ts")],
  prefix = [],
  deadlineMs,
}: CliCall): Promise<RunningCli> {
  await mkdir(sharedCache, { recursive: true });
  const options = Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
  const [file = "", ...args] = [...prefix, ...program, "run", ...options, ...words];
  const child = spawn(file, args, {
    cwd: project,
    // Each project has a cache of its own, unless somebody names one; tests that are about caches set another home for them.
    env: {
      HOME: homedir(),
      ...(env["XDG_CACHE_HOME"] === undefined ? { GO_DOCKER_ACTION_CACHE: sharedCache } : {}),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    ...(deadlineMs === undefined ? {} : { timeout: deadlineMs, killSignal: "SIGKILL" }),
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  }
  const ended = new Promise<CliEnd>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, ...output }));
  });
  return { process: child, ended };
}

/** Runs the command line to its end. */
export async function runCli(call: CliCall): Promise<CliEnd> {
  return (await startCli(call)).ended;
}

/** Runs it with `--json`, expecting it to come to outputs; its log is in `stderr`. */
export async function runForOutputs(call: CliCall): Promise<CliEnd & { readonly outputs: Outputs }> {
  const end = await runCli({ ...call, words: [...(call.words ?? []), "--json"] });
  try {
    return { ...end, outputs: JSON.parse(end.stdout) as Outputs };
  } catch (error) {
    throw new Error(`no outputs on standard output: ${end.stdout}\n${end.stderr}`, { cause: error });
  }
}

/** The run's own account, as it lies in the workspace. */
export async function readReport(project: string): Promise<Report & { readonly image?: PublishedImage }> {
  return JSON.parse(await readFile(join(project, "reports/report.json"), "utf8")) as Report;
}
