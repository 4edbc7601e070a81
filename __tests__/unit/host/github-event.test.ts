import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { githubEvent } from "../../../src/host/github-event.ts";
import { temporaryFolder } from "../../support/projects.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";

async function eventOf(event: string, env: Record<string, string>) {
  const path = join(await temporaryFolder(), "event.json");
  await writeFile(path, event);
  return githubEvent({ GITHUB_EVENT_PATH: path, ...env });
}

describe("the event", () => {
  it("tells of a pull request its base, and of the repository its default branch", async () => {
    const event = { repository: { default_branch: "trunk" }, pull_request: { base: { sha } }, number: 7 };
    const env = { GITHUB_REF: "refs/pull/7/merge", GITHUB_EVENT_NAME: "pull_request", GITHUB_BASE_REF: "trunk" };
    expect(await eventOf(JSON.stringify(event), env)).toMatchObject({
      ...{ ref: "refs/pull/7/merge", base: sha, baseRef: "trunk", defaultBranch: "trunk" },
    });
  });

  it.each([
    ["is about the pull request, though it runs on the base's ref", { number: 7 }, "refs/pull/7/merge"],
    ["keeps its ref without a number", {}, "refs/heads/main"],
    ["keeps its ref with what is no number", { number: "7;x" }, "refs/heads/main"],
  ])("pull_request_target %s", async (_, event, ref) => {
    const env = { GITHUB_REF: "refs/heads/main", GITHUB_EVENT_NAME: "pull_request_target" };
    expect((await eventOf(JSON.stringify(event), env)).ref).toBe(ref);
  });

  it.each([
    [{ head_branch: "v1.2.3" }, "v1.2.3"],
    [{ head_branch: 7 }, ""],
    [null, ""],
  ])("of a workflow_run %j tells what that one ran on: %j", async (run, followed) => {
    expect((await eventOf(JSON.stringify({ workflow_run: run }), {})).followed).toBe(followed);
  });

  it.each(["", "null", "[]", "7", '{"pull_request":7}', '{"pull_request":{"base":{"sha":"; rm"}}}'])(
    "that is %j tells nothing, and breaks nothing",
    async (text) => {
      expect(await eventOf(text, {})).toMatchObject({ ref: "", base: "", defaultBranch: "" });
    },
  );
});
