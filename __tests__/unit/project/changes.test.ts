import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openGit } from "../../../src/git/open-git.ts";
import { inspectChanges as inspect } from "../../../src/project/changes.ts";
import type { EventFacts } from "../../../src/project/git.ts";
import { git } from "../../support/projects.ts";
import { tempFolder } from "../../support/temp-project.ts";

/** As a run does it: by the host's git, before a mirror. */
async function inspectChanges(workspace: string, ...rest: readonly [string | undefined, EventFacts]) {
  const { signal } = new AbortController();
  return inspect(await openGit({ workspace, dirs: [], folder: await tempFolder(), signal }), ...rest);
}

const event = { ref: "", sha: "", name: "", defaultBranch: "", repositoryUrl: "", base: "", baseRef: "" };

async function commit(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--message", "x");
  return git(folder, "rev-parse", "HEAD");
}

/** `main` with two commits, and a branch off the first that is merged into it as GitHub would. */
async function pullRequest() {
  const folder = await tempFolder();
  await git(folder, "init", "--quiet", "--initial-branch", "main");
  const fork = await commit(folder, { "sub/a.go": "package a\n", "b.go": "package b\n" });
  await git(folder, "checkout", "--quiet", "-b", "topic");
  await commit(folder, { "sub/a.go": "package a\n\nvar A = 1\n", "vendor/x/x.go": "package x\n", "c.txt": "c\n" });
  await git(folder, "checkout", "--quiet", "main");
  const base = await commit(folder, { "b.go": "package b\n\nvar B = 1\n" });
  await git(folder, "merge", "--quiet", "--no-edit", "topic");
  return { folder, fork, base };
}

const topic = {
  "sub/a.go": [
    { line: 2, column: 0 },
    { line: 3, column: 1 },
  ],
};
const both = {
  ...topic,
  "b.go": [
    { line: 2, column: 0 },
    { line: 3, column: 1 },
  ],
};

describe("inspectChanges", () => {
  it("takes the first parent of GitHub's merge, whatever older base the event names", async () => {
    const { folder, fork, base } = await pullRequest();
    const { changes } = await inspectChanges(folder, undefined, { ...event, ref: "refs/pull/2/merge", base: fork });
    expect(changes?.base).toBe(base);
    expect(Object.fromEntries(changes?.lines ?? [])).toEqual(topic);
  });

  it("takes what both have in common, where the pull request's own commit is checked out", async () => {
    const { folder, fork, base } = await pullRequest();
    await git(folder, "checkout", "--quiet", "topic");
    const { changes } = await inspectChanges(folder, undefined, { ...event, ref: "refs/pull/2/merge", base });
    expect(changes?.base).toBe(fork);
    expect(Object.fromEntries(changes?.lines ?? [])).toEqual(topic);
  });

  it("compares with the commit that is named, and takes in what is not committed", async () => {
    const { folder, fork } = await pullRequest();
    await writeFile(join(folder, "b.go"), "package b\n\nvar B = 1\nvar C = 2\n");
    const { changes } = await inspectChanges(folder, "HEAD~2^0", { ...event, base: "", baseRef: "" });
    expect(changes?.base).toBe(fork);
    const more = { ...both, "b.go": [...both["b.go"], { line: 4, column: 1 }] };
    expect(Object.fromEntries(changes?.lines ?? [])).toEqual(more);
  });

  it("names files relative to the workspace, and none beside it", async () => {
    const { folder, fork } = await pullRequest();
    const { changes } = await inspectChanges(join(folder, "sub"), fork, event);
    expect([...(changes?.lines.keys() ?? [])]).toEqual(["a.go"]);
  });

  it("says what to do where the base is not there", async () => {
    const { folder, fork } = await pullRequest();
    const shallow = await tempFolder();
    await git(shallow, "clone", "--quiet", "--depth", "1", `file://${folder}`, ".");
    const inEvent = { ...event, ref: "refs/pull/2/merge", base: fork };
    expect(await inspectChanges(shallow, undefined, inEvent)).toEqual({
      note: expect.stringContaining("fetch-depth: 2"),
    });
    expect((await inspectChanges(shallow, "origin/nowhere", event)).problem).toMatchObject({
      ...{ input: "changed-since", item: "origin/nowhere" },
      message: expect.stringContaining("fetch-depth: 0"),
    });
  });

  it("does not compare without anything to compare with", async () => {
    const { folder } = await pullRequest();
    expect(await inspectChanges(folder, undefined, event)).toEqual({});
  });
});
