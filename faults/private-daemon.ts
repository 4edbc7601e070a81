import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Lane } from "../__tests__/support/engines.ts";

const execute = promisify(execFile);

/** `blind` sees an empty folder where temporary files lie, as if it were another machine; `remapped` shifts users. */
export type Manner = "plain" | "blind" | "remapped";

/** What happens before it starts, in a mount namespace of its own, and with which words it starts. */
const manners: Readonly<Record<Manner, { readonly mounts: string; readonly words: readonly string[] }>> = {
  plain: { mounts: "", words: [] },
  blind: { mounts: 'mount -t tmpfs none "$TMP"', words: [] },
  remapped: {
    mounts:
      'for list in subuid subgid; do echo daemon:200000:65536 >"$OWN/$list"; mount --bind "$OWN/$list" "/etc/$list"; done',
    words: ["--userns-remap=daemon"],
  },
};

/** A daemon of a lane's kind that nobody else uses, with no network at all: it may be stopped, killed and started. */
export class PrivateDaemon {
  readonly lane: Lane;
  readonly #kind: Lane;
  readonly #home: string;
  readonly #manner: Manner;
  #process: ChildProcess | undefined;

  constructor(kind: Lane, manner: Manner) {
    this.#kind = kind;
    this.#manner = manner;
    const [bin = ""] = (kind.env["PATH"] ?? "").split(":");
    // Shifted users do not get through root's home folder.
    this.#home = manner === "remapped" ? join(tmpdir(), `gda-remapped-${kind.name}`) : join(bin, "../private");
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
    const { mounts, words } = manners[this.#manner];
    // With users shifted there is no containerd store.
    const store = this.#kind.name === "current" && this.#manner !== "remapped";
    const kind = store ? ["--feature", "containerd-snapshotter=true"] : [];
    const network = ["--bridge=none", "--iptables=false"];
    const dockerd = ["dockerd", "-H", `unix://${home}/docker.sock`, ...network, ...places, ...kind, ...words];
    this.#process = spawn("unshare", ["--net", "--mount", "sh", "-ec", `${mounts}\nexec "$@"`, "sh", ...dockerd], {
      env: { PATH: [...own, ...rest].join(":"), TMP: tmpdir(), OWN: home },
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
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

  /** Ends it for good. What it has fetched stays for the next one, but not in the folder for temporary files. */
  async dismiss(): Promise<void> {
    await this.end("SIGTERM");
    if (this.#manner === "remapped") await rm(this.#home, { recursive: true });
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
