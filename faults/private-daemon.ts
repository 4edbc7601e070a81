import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Lane } from "../__tests__/support/engines.ts";

const execute = promisify(execFile);

/** A daemon of a lane's kind that nobody else uses, with no network at all: it may be stopped, killed and started. */
export class PrivateDaemon {
  readonly lane: Lane;
  readonly #kind: Lane;
  readonly #home: string;
  readonly #sight: "seeing" | "blind";
  #process: ChildProcess | undefined;

  /** `blind`: it sees an empty folder where temporary files lie, as if it were another machine. */
  constructor(kind: Lane, sight: "seeing" | "blind" = "seeing") {
    this.#kind = kind;
    this.#sight = sight;
    const [bin = ""] = (kind.env["PATH"] ?? "").split(":");
    this.#home = join(bin, "../private");
    const env = { ...kind.env, DOCKER_HOST: `unix://${this.#home}/docker.sock` };
    this.lane = {
      name: kind.name,
      env,
      docker: async (...args) => (await execute("docker", args, { env, maxBuffer: 64 << 20 })).stdout,
    };
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    const home = this.#home;
    await mkdir(home, { recursive: true });
    const [bin = "", ...rest] = (this.#kind.env["PATH"] ?? "").split(":");
    const own = ["usr/bin", "usr/sbin"].map((folder) => join(bin, "../root", folder));
    const log = await open(join(home, "dockerd.log"), "a");
    const places = ["--data-root", `${home}/data`, "--exec-root", `${home}/run`, "--pidfile", `${home}/dockerd.pid`];
    const kind = this.#kind.name === "current" ? ["--feature", "containerd-snapshotter=true"] : [];
    const blind = ["--mount", "sh", "-ec", 'mount -t tmpfs none "$0"; exec "$@"', tmpdir()];
    this.#process = spawn(
      "unshare",
      [
        "--net",
        ...(this.#sight === "blind" ? blind : []),
        "dockerd",
        "-H",
        `unix://${home}/docker.sock`,
        "--bridge=none",
        "--iptables=false",
        ...places,
        ...kind,
      ],
      { env: { PATH: [...own, ...rest].join(":") }, detached: true, stdio: ["ignore", log.fd, log.fd] },
    );
    await log.close();
    await this.answer();
  }

  /** Waits until it answers, for a minute. */
  async answer(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      const answers = this.lane.docker("version").then(
        () => true,
        () => false,
      );
      if (await answers) return;
      await pause(200);
    }
    throw new Error(`the private dockerd does not answer; its log is ${this.#home}/dockerd.log`);
  }

  /** Gives it an image of its kind's. */
  async load(image: string): Promise<void> {
    if ((await this.lane.docker("image", "ls", "--quiet", image)) !== "") return;
    const save = spawn("docker", ["save", image], { env: this.#kind.env, stdio: ["ignore", "pipe", "inherit"] });
    const load = spawn("docker", ["load"], { env: this.lane.env, stdio: [save.stdout, "ignore", "inherit"] });
    await once(load, "close");
  }

  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#process?.kill(signal);
  }

  get runs(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }

  /** Ends it; at SIGTERM with its containers and its containerd. */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (this.#process === undefined || !this.runs) return;
    const ended = once(this.#process, "close");
    this.#process.kill(signal);
    await ended;
    await this.#forgetContainerd();
  }

  /** It dies with its dockerd; where nobody reaps it, the next dockerd would wait for it, or for whoever has its number. */
  async #forgetContainerd(): Promise<void> {
    const file = join(this.#home, "run/containerd/containerd.pid");
    const pid = await readFile(file, "utf8").catch(() => "");
    if (pid === "") return;
    while (
      await readlink(`/proc/${pid.trim()}/exe`).then(
        (exe) => exe.endsWith("containerd"),
        () => false,
      )
    )
      await pause(20);
    await rm(file);
  }
}
