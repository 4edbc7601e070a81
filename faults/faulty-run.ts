import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Lane, repository } from "../__tests__/support/engines.ts";
import type { Ground } from "./ground.ts";

/** Stands for a secret that is there and is nobody's business: in no file, log, image or argument may it turn up. */
export const canary = "canary/Se:cret+value 42";

export interface Call {
  /** The command line, or the action as a runner calls it. */
  readonly as?: "cli" | "action";
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  /** What starts the command line, for instance in a namespace of its own. */
  readonly prefix?: readonly string[];
  /** Words for node, before the program. */
  readonly node?: readonly string[];
  /** The folder of Go's caches; by default one that all trials of an engine share. */
  readonly cache?: string;
  /** Milliseconds after which the trial gives up, and counts as hanging. */
  readonly patience?: number;
}

export interface Ended {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly log: string;
  /** The most that node's process had in memory, in MiB. */
  readonly peakMemory: number;
  readonly hung: boolean;
}

/** One run, to which something happens. */
export class FaultyRun {
  readonly ground: Ground;
  readonly process: ChildProcess;
  readonly started = performance.now();
  readonly ended: Promise<Ended>;
  #log = "";
  #peak = 0;

  constructor(lane: Pick<Lane, "env">, ground: Ground, call: Call) {
    this.ground = ground;
    const { as = "cli", node = [], words = [], prefix = [] } = call;
    const given = Object.entries({
      username: "robot",
      ...(as === "action" ? { password: canary } : {}),
      ...call.inputs,
    });
    const options = as === "cli" ? ["run", ...given.map(([name, value]) => `--${name}=${value}`)] : [];
    const asInputs = as === "cli" ? [] : given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const program = join(repository, "dist", as, "index.js");
    const [file = "", ...args] = [...prefix, process.execPath, ...node, program, ...options, ...words];
    // Else each trial's project would begin with a cold one.
    const cache = join(call.cache ?? sharedCache(), "go-docker-action");
    const base = { HOME: ground.aside, GO_DOCKER_ACTION_CACHE: cache, TMPDIR: ground.temp };
    const secrets = { GO_DOCKER_ACTION_PASSWORD: canary, UNDECLARED: canary };
    this.process = spawn(file, args, {
      cwd: ground.workspace,
      env: { ...base, ...lane.env, ...secrets, ...Object.fromEntries(asInputs), ...call.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const log = createWriteStream(join(ground.aside, "log"));
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#log = (this.#log + text).slice(-4_000_000);
        log.write(text);
        this.#measure();
      });
    this.ended = this.#end(call.patience ?? 120_000);
  }

  /** Waits until the log holds that, or the run is over. */
  async until(text: string): Promise<void> {
    while (!this.#log.includes(text) && this.process.exitCode === null && this.process.signalCode === null)
      await pause(10);
  }

  async #end(patience: number): Promise<Ended> {
    const over = Promise.withResolvers<boolean>();
    const watch = setInterval(() => this.#measure(), 50);
    const late = setTimeout(() => over.resolve(true), patience);
    this.process.once("close", () => over.resolve(false));
    this.process.once("error", () => over.resolve(false));
    const hung = await over.promise;
    clearInterval(watch);
    clearTimeout(late);
    if (hung) {
      this.process.kill("SIGKILL");
      await once(this.process, "close");
    }
    return { exitCode: this.process.exitCode, log: this.#log, peakMemory: this.#peak, hung };
  }

  #measure(): void {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
      this.#peak = Math.max(this.#peak, Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended.
    }
  }
}

function sharedCache(): string {
  return join(
    process.env["XDG_CACHE_HOME"] ?? join(process.env["HOME"] ?? "/root", ".cache"),
    "go-docker-action-dev/fault-cache",
  );
}

/** The processes that a run has started on the host: the engine's clients and the janitor. */
export async function attendants({ workspace, temp }: Ground): Promise<readonly { pid: number; words: string }[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      words: (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " "),
      environment: await readFile(`/proc/${pid}/environ`, "utf8").catch(() => ""),
    })),
  );
  const isOurs = (words: string, environment: string) =>
    /^\S*(docker|podman|sh) /.test(words) &&
    (environment.includes(temp) || words.includes(temp) || words.includes(workspace));
  return all.filter(({ words, environment }) => isOurs(words, environment));
}
