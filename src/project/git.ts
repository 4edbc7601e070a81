import type { Git } from "../git/git.ts";
import { webUrl } from "../git/web-url.ts";
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

/** Asks git about the workspace; without git, or outside a repository, what the event knows remains. */
export async function inspectGit(git: Git | undefined, event: EventFacts): Promise<GitFacts> {
  const ask = (...args: readonly string[]) => git?.ask(...args) ?? Promise.resolve("");
  const [describe, changed, tag, sha, date, branch, tags] = await Promise.all([
    ask("describe", "--tags", "--always"),
    // Not `describe --dirty`: that has no way to leave submodules alone.
    git?.answer("status", "--porcelain", "--untracked-files=no", "--ignore-submodules=all"),
    ask("describe", "--tags", "--exact-match"),
    ask("rev-parse", "HEAD"),
    ask("log", "-1", "--format=%cI"),
    ask("symbolic-ref", "--quiet", "HEAD"),
    ask("tag", "--list"),
  ]);
  return {
    // What git cannot say is no sign that nothing has changed.
    describe: describe === "" || changed === "" ? describe : `${describe}-dirty`,
    context: {
      // Away from GitHub, a tag that is checked out (no branch is) starts the run.
      ref: event.ref || branch || (tag && `refs/tags/${tag}`),
      eventName: event.name,
      baseRef: event.baseRef,
      now: new Date().toISOString(),
      sha: event.sha || sha,
      defaultBranch: event.defaultBranch,
      commitDate: date,
      repositoryUrl: event.repositoryUrl || webUrl(git?.origin ?? ""),
      description: "",
      license: "",
      gitTags: tags.split("\n").filter(Boolean),
    },
  };
}
