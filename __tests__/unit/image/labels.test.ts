import { expect, test } from "vitest";
import type { GitContext } from "../../../src/image/git-context.ts";
import { imageLabels } from "../../../src/image/labels.ts";

const git: GitContext = {
  ref: "refs/tags/v1.2.3",
  sha: "0123456789abcdef0123456789abcdef01234567",
  defaultBranch: "main",
  ...{ eventName: "push", baseRef: "", now: "" },
  commitDate: "2026-08-22T10:11:12Z",
  repositoryUrl: "https://github.com/acme/hello",
  description: "Says hello",
  license: "MIT",
  gitTags: [],
};

test("the OCI labels, sorted, with the commit's date", () => {
  expect(Object.entries(imageLabels(git, "1.2.3", []))).toEqual([
    ["org.opencontainers.image.created", "2026-08-22T10:11:12Z"],
    ["org.opencontainers.image.description", "Says hello"],
    ["org.opencontainers.image.licenses", "MIT"],
    ["org.opencontainers.image.revision", git.sha],
    ["org.opencontainers.image.source", "https://github.com/acme/hello"],
    ["org.opencontainers.image.title", "hello"],
    ["org.opencontainers.image.url", "https://github.com/acme/hello"],
    ["org.opencontainers.image.version", "1.2.3"],
  ]);
});

test("what is not known is left out", () => {
  const nothing = { ...git, sha: "", commitDate: "", repositoryUrl: "", description: "", license: "" };
  expect(imageLabels(nothing, "", [])).toEqual({});
});

test("the user's labels override, add and take away", () => {
  const own = [
    ["team", "core"],
    ["org.opencontainers.image.title", "Hello!"],
    ["org.opencontainers.image.description", ""],
  ] as const;
  const labels = imageLabels(git, "1.2.3", own);
  expect(labels["org.opencontainers.image.title"]).toBe("Hello!");
  expect(labels).not.toHaveProperty("org.opencontainers.image.description");
  expect(Object.keys(labels).at(-1)).toBe("team");
});

test.each([
  ["https://oauth2:s3cret@gitlab.example.com/acme/hello.git", "https://gitlab.example.com/acme/hello"],
  ["https://github.com/acme/hello/", "https://github.com/acme/hello"],
  ["git@github.com:acme/hello.git", "git@github.com:acme/hello"],
])("%s is published as %s", (repositoryUrl, expected) => {
  const labels = imageLabels({ ...git, repositoryUrl }, "", []);
  expect(labels["org.opencontainers.image.source"]).toBe(expected);
  expect(labels["org.opencontainers.image.url"]).toBe(expected);
  expect(labels["org.opencontainers.image.title"]).toBe("hello");
});
