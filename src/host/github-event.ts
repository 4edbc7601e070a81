import { readBoundedSync, usualLimit } from "../files/read-bounded.ts";
import type { EventFacts } from "../project/git.ts";

/** What a runner's environment and event file say. All of it may be missing, and none of it is believed to be well-formed. */
export function githubEvent(env: Readonly<Record<string, string | undefined>>): EventFacts {
  const {
    GITHUB_REF = "",
    GITHUB_SHA = "",
    GITHUB_EVENT_NAME = "",
    GITHUB_SERVER_URL = "",
    GITHUB_REPOSITORY = "",
    GITHUB_BASE_REF = "",
  } = env;
  const event = eventFile(env["GITHUB_EVENT_PATH"]);
  const number = Number.isSafeInteger(event.number) ? Number(event.number) : 0;
  const [branch, base] = [event.repository?.default_branch, event.pull_request?.base?.sha];
  const followed = event.workflow_run?.head_branch;
  return {
    // Such an event runs on the base's own ref, but is about the pull request.
    ref: GITHUB_EVENT_NAME === "pull_request_target" && number > 0 ? `refs/pull/${number}/merge` : GITHUB_REF,
    sha: GITHUB_SHA,
    name: GITHUB_EVENT_NAME,
    defaultBranch: typeof branch === "string" ? branch : "",
    repositoryUrl: GITHUB_REPOSITORY === "" ? "" : `${GITHUB_SERVER_URL || "https://github.com"}/${GITHUB_REPOSITORY}`,
    baseRef: GITHUB_BASE_REF,
    followed: typeof followed === "string" ? followed : "",
    base: typeof base === "string" && /^[0-9a-f]{40,64}$/.test(base) ? base : "",
  };
}

interface EventFile {
  readonly number?: unknown;
  readonly repository?: { readonly default_branch?: unknown };
  readonly workflow_run?: { readonly head_branch?: unknown };
  readonly pull_request?: { readonly base?: { readonly sha?: unknown } };
}

function eventFile(path: string | undefined): EventFile {
  if (path === undefined) return {};
  try {
    const event: unknown = JSON.parse(readBoundedSync(path, usualLimit * 4).toString("utf8"));
    return typeof event === "object" && event !== null ? event : {};
  } catch {
    return {};
  }
}
