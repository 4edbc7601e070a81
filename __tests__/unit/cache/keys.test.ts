import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cacheKeys, cacheMode } from "../../../src/cache/keys.ts";
import { facts } from "../../support/facts.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const keys = (raw = {}, imageId = "sha256:1", project = {}) => {
  const { project: workspace, inputs } = facts(raw, { project });
  return cacheKeys(workspace, imageId, inputs, "run", digest);
};

describe("cache keys", () => {
  it("fall back from the modules to the flags to the image", () => {
    const { key, exact, prefixes } = keys();
    expect(key).toBe(`${exact}run`);
    expect(prefixes[0]).toBe(exact);
    for (const [i, prefix] of prefixes.entries()) if (i > 0) expect(prefixes[i - 1]?.startsWith(prefix)).toBe(true);
  });

  it.each([
    ["the image", () => keys({}, "sha256:2"), 0],
    ["the race detector", () => keys({ race: "true" }), 1],
    ["the targets", () => keys({ targets: "linux/arm64" }), 1],
    ["the modules", () => keys({}, "sha256:1", { modulesHash: "1".repeat(64) }), 2],
  ])("change with %s, and share what still fits", (_, other, shared) => {
    const common = other().prefixes.filter((prefix) => keys().prefixes.includes(prefix));
    expect(other().key).not.toBe(keys().key);
    expect(common).toHaveLength(shared);
  });

  it.each([
    ["auto", "push", "refs/heads/main", "read-write"],
    ["auto", "push", "refs/heads/feature/v1", "read-write"],
    ["auto", "schedule", "refs/heads/main", "read-write"],
    ["auto", "workflow_dispatch", "refs/heads/main", "read-write"],
    ["auto", "repository_dispatch", "refs/heads/main", "read-write"],
    ["auto", "pull_request", "refs/pull/2/merge", "read-only"],
    ["auto", "pull_request_target", "refs/heads/main", "read-only"],
    ["auto", "pull_request_review", "refs/pull/2/merge", "read-only"],
    ["auto", "workflow_run", "refs/heads/main", "read-only"],
    ["auto", "issue_comment", "refs/heads/main", "read-only"],
    ["auto", "issues", "refs/heads/main", "read-only"],
    ["auto", "discussion_comment", "refs/heads/main", "read-only"],
    ["auto", "merge_group", "refs/heads/gh-readonly-queue/main/pr-1", "read-only"],
    ["auto", "release", "refs/heads/main", "read-only"],
    ["auto", "deployment", "refs/heads/main", "read-only"],
    ["auto", "of the future", "refs/heads/main", "read-only"],
    ["auto", "", "refs/heads/main", "read-only"],
    ["auto", "push", "", "read-only"],
    ["auto", "push", "main", "read-only"],
    ["auto", "push", "refs/pull/2/merge", "read-only"],
    ["auto", "push", "refs/tags/v1.2.3", "off"],
    ["auto", "release", "refs/tags/v1.2.3", "off"],
    ["auto", "create", "refs/tags/v1.2.3", "off"],
    ["auto", "workflow_dispatch", "refs/tags/v1.2.3", "off"],
    ["auto", "schedule", "refs/tags/v1.2.3", "off"],
    ["auto", "", "", "read-write"],
    ["read-write", "push", "refs/tags/v1.2.3", "read-write"],
    ["read-write", "pull_request", "refs/pull/2/merge", "read-write"],
    ["off", "push", "refs/heads/main", "off"],
  ] as const)("%s on %s of %s is %s", (wanted, name, ref, mode) => {
    expect(cacheMode(wanted, { name, ref })).toBe(mode);
  });

  it.each([
    ["main", "read-only"],
    ["feature/version-1.2", "read-only"],
    ["module/v1.2", "off"],
    ["v1.2.3", "off"],
    ["v2", "off"],
    ["1.2.3-rc.1", "off"],
  ])("auto on a workflow_run that follows one of %s is %s", (followed, mode) => {
    expect(cacheMode("auto", { name: "workflow_run", ref: "refs/heads/main", followed })).toBe(mode);
  });
});
