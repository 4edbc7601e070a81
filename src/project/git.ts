import { getExecOutput } from "@actions/exec";
import type { GitContext } from "../image/git-context.ts";

/** What the host knows of the event that started the run; a laptop knows nothing. */
export interface EventFacts {
  /** `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/2/merge`, or empty. */
  readonly ref: string;
  readonly sha: string;
  readonly name: string;
  readonly defaultBranch: string;
  /** `https://github.com/acme/hello`, or empty. */
  readonly repositoryUrl: string;
  /** The commit that a pull request is to be merged into, 40 hex digits; else empty. */
  readonly base: string;
  /** The branch that a pull request is to be merged into, `main`; else empty. */
  readonly baseRef: string;
  /** The branch or tag of the run that a `workflow_run` follows, without `refs/`. */
  readonly followed?: string;
}

export interface GitFacts {
  readonly context: GitContext;
  /** `git describe --tags --always`, or empty without git. */
  readonly describe: string;
}

/** Asks the host's git about the workspace; without git, or outside a repository, what the event knows remains. */
export async function inspectGit(workspace: string, event: EventFacts): Promise<GitFacts> {
  const [describe, changed, tag, sha, date, branch, tags, remote] = await Promise.all([
    git(workspace, "describe", "--tags", "--always"),
    // Not `describe --dirty`: that writes a new index, which would be this user's and no longer the owner's.
    git(workspace, "--no-optional-locks", "status", "--porcelain", "--untracked-files=no"),
    git(workspace, "describe", "--tags", "--exact-match"),
    git(workspace, "rev-parse", "HEAD"),
    git(workspace, "log", "-1", "--format=%cI"),
    git(workspace, "symbolic-ref", "--quiet", "HEAD"),
    git(workspace, "tag", "--list"),
    git(workspace, "config", "--get", "remote.origin.url"),
  ]);
  return {
    describe: changed === "" ? describe : `${describe}-dirty`,
    context: {
      // Away from GitHub, a tag that is checked out (no branch is) starts the run.
      ref: event.ref || branch || (tag && `refs/tags/${tag}`),
      eventName: event.name,
      baseRef: event.baseRef,
      now: new Date().toISOString(),
      sha: event.sha || sha,
      defaultBranch: event.defaultBranch,
      commitDate: date,
      repositoryUrl: event.repositoryUrl || webUrl(remote),
      description: "",
      license: "",
      gitTags: tags.split("\n").filter(Boolean),
    },
  };
}

/** What the host's git says, without white space around it; empty when it cannot say. */
export async function git(workspace: string, ...args: readonly string[]): Promise<string> {
  // The repository's configuration is not ours: no hook, pager, monitor or signature program of its may run.
  const safe = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "core.quotePath=false"];
  const options = { cwd: workspace, silent: true, ignoreReturnCode: true };
  try {
    const { exitCode, stdout } = await getExecOutput(
      "git",
      [...[...safe, `safe.directory=${workspace}`].flatMap((setting) => ["-c", setting]), ...args],
      options,
    );
    return exitCode === 0 ? stdout.trim() : "";
  } catch {
    return "";
  }
}

/** `git@github.com:acme/hello.git` and `https://token@github.com/acme/hello.git` → `https://github.com/acme/hello`. */
export function webUrl(remote: string): string {
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)[:/](.+?)(?:\.git)?$/.exec(remote);
  const http = /^https?:\/\/(?:[^@/]*@)?([\w.:-]+)\/(.+?)(?:\.git)?$/.exec(remote);
  const [, host, path] = ssh ?? http ?? [];
  return host === undefined ? "" : `https://${host}/${path}`;
}
