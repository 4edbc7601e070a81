import { readFileSync } from "node:fs";
import type { EventFacts } from "../project/git.ts";

/** What a runner's environment and event file say. All of it may be missing, and none of it is believed to be well-formed. */
export function githubEvent(env: Readonly<Record<string, string | undefined>>): EventFacts {
  const {
    GITHUB_REF = "",
    GITHUB_SHA = "",
    GITHUB_EVENT_NAME = "",
    GITHUB_SERVER_URL = "",
    GITHUB_REPOSITORY = "",
  } = env;
  return {
    ref: GITHUB_REF,
    sha: GITHUB_SHA,
    name: GITHUB_EVENT_NAME,
    defaultBranch: defaultBranch(env["GITHUB_EVENT_PATH"]),
    repositoryUrl: GITHUB_REPOSITORY === "" ? "" : `${GITHUB_SERVER_URL || "https://github.com"}/${GITHUB_REPOSITORY}`,
  };
}

function defaultBranch(path: string | undefined): string {
  if (path === undefined) return "";
  try {
    const event = JSON.parse(readFileSync(path, "utf8")) as { repository?: { default_branch?: unknown } };
    const branch = event.repository?.default_branch;
    return typeof branch === "string" ? branch : "";
  } catch {
    return "";
  }
}
