import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { runProcess } from "../engine/process.ts";
import type { Repository } from "./repository.ts";

/** Milliseconds: a large repository on a slow disk takes some seconds. */
const deadlineMs = 60_000;

/** Characters of one answer. */
const mostOutput = 64 * 2 ** 20;

/** Characters. No path is longer. */
const longestEntry = 8192;

/** KiB of memory for one question, so that no object of the repository's can fill the machine. */
const mostMemory = 4 * 2 ** 20;

/** Git maps packs into its memory: of one that is larger than that, not more at once than it has room for. */
const settings = [
  "safe.bareRepository=explicit",
  "core.quotePath=false",
  "core.packedGitLimit=1g",
  "core.packedGitWindowSize=32m",
];

/** As whom git runs: undefined where that is who we are. */
export interface GitUser {
  readonly uid: number;
  readonly gid: number;
}

/** The host's git, before the mirror of a repository. */
export class Git {
  /** Of the mirror. */
  readonly folder: string;
  readonly repository: Repository;
  /** The address of the remote `origin`, as it is written there. */
  readonly origin: string;
  readonly #workspace: string;
  readonly #user: GitUser | undefined;
  readonly #signal: AbortSignal;
  /** Where other repositories are to lie in the work tree, as the index says: paths relative to its top. */
  #submodules: readonly string[] = [];
  #answers = false;

  constructor(
    folder: string,
    repository: Repository,
    origin: string,
    workspace: string,
    user: GitUser | undefined,
    signal: AbortSignal,
  ) {
    this.folder = folder;
    this.repository = repository;
    this.origin = origin;
    this.#workspace = workspace;
    this.#user = user;
    this.#signal = signal;
  }

  get submodules(): readonly string[] {
    return this.#submodules;
  }

  /** Whether git can be asked at all: it is here, and comes through to the workspace as its owner. */
  get answers(): boolean {
    return this.#answers;
  }

  /**
   * Marks all submodules in the mirror's index as not to be looked at. Else git would look for changes in them, by a git of
   * its own with whatever settings lie there.
   */
  async leaveSubmodulesAlone(): Promise<void> {
    const listed = await this.#listSubmodules({});
    this.#answers = listed !== undefined;
    this.#submodules = listed ?? [];
    if (this.#submodules.length === 0) return;
    const input = this.#submodules.map((path) => `${path}\0`).join("");
    const args = ["update-index", "--skip-worktree", "-z", "--stdin"];
    const marked = await this.#run(args, { cwd: this.repository.top, input });
    this.#answers = marked !== undefined;
  }

  /** Where others are to lie in the work tree of another repository in the workspace. */
  async submodulesOf(other: Repository): Promise<readonly string[]> {
    const index = join(other.gitDir, "index");
    const found = await lstat(index).catch(() => undefined);
    return found?.isFile() === true ? ((await this.#listSubmodules({ GIT_INDEX_FILE: index })) ?? []) : [];
  }

  /** Of a large index, as it comes: hardly any of its entries is one. */
  async #listSubmodules(env: Readonly<Record<string, string>>): Promise<readonly string[] | undefined> {
    const found: string[] = [];
    let rest = "";
    const take = (text: string) => {
      const entries = (rest + text).split("\0");
      rest = (entries.pop() ?? "").slice(0, longestEntry);
      for (const entry of entries) {
        const [, path] = /^160000 \S+ \d\t(.+)$/s.exec(entry) ?? [];
        if (path !== undefined) found.push(path);
      }
    };
    const listed = await this.#run(["ls-files", "--stage", "-z"], { cwd: this.repository.top, env, take });
    return listed === undefined ? undefined : found;
  }

  /** What git says, without white space around it; empty when it cannot say. */
  async ask(...args: readonly string[]): Promise<string> {
    return (await this.answer(...args)) ?? "";
  }

  /** The same; undefined when it cannot say. */
  async answer(...args: readonly string[]): Promise<string | undefined> {
    return (await this.#run(args, { cwd: this.#workspace }))?.trim();
  }

  #run(args: readonly string[], { env = {}, ...asked }: Question): Promise<string | undefined> {
    const { folder, repository } = this;
    const own = {
      GIT_DIR: folder,
      GIT_WORK_TREE: repository.top,
      GIT_OBJECT_DIRECTORY: join(repository.commonDir, "objects"),
    };
    return runGit(args, { ...asked, env: { ...own, ...env }, user: this.#user, signal: this.#signal });
  }
}

interface Question {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Gets what git prints as it comes, however much it is; then nothing of it is given back. */
  readonly take?: (text: string) => void;
}

interface GitRun extends Question {
  readonly user: GitUser | undefined;
  readonly signal: AbortSignal;
}

/**
 * Runs git with an environment of its own, and no configuration but that of the folder in GIT_DIR; gives what it prints,
 * or undefined where it fails, is late, or prints too much.
 */
export async function runGit(args: readonly string[], run: GitRun): Promise<string | undefined> {
  const pieces: string[] = [];
  let length = 0;
  const full = new AbortController();
  const limited = ["sh", "-c", `ulimit -v ${mostMemory} 2>/dev/null; exec "$@"`, "sh"];
  const safe = settings.flatMap((setting) => ["-c", setting]);
  const end = await runProcess([...limited, "git", "--no-pager", "--no-optional-locks", ...safe, ...args], {
    cwd: run.cwd,
    env: { ...gitEnv, ...run.env },
    ...(run.user === undefined ? {} : { user: run.user }),
    ...(run.input === undefined ? {} : { input: run.input }),
    deadlineMs,
    signal: AbortSignal.any([run.signal, full.signal]),
    onOutput: (stream, text) => {
      if (stream === "stderr") return;
      if (run.take !== undefined) return run.take(text);
      length += text.length;
      if (length > mostOutput) full.abort();
      else pieces.push(text);
    },
  });
  run.signal.throwIfAborted();
  return end.exitCode === 0 && !full.signal.aborted ? pieces.join("") : undefined;
}

/** All that git gets of an environment: its own settings, and nothing of ours. */
export const gitEnv = {
  PATH: process.env["PATH"] ?? "",
  LC_ALL: "C",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "",
};
