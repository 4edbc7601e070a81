import { execFile } from "node:child_process";
import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { findLocks, type Lock } from "../../../src/git/locks.ts";
import { openGit } from "../../../src/git/open-git.ts";
import { git, makeProject, temporaryFolder } from "../../support/projects.ts";

const { signal } = new AbortController();

async function locksOf(workspace: string) {
  const opened = await openGit({ workspace, dirs: ["."], folder: await temporaryFolder(), signal });
  return findLocks(workspace, opened);
}

/** Adds to a repository's index that another one is to lie there. */
async function addLink(project: string, path: string): Promise<void> {
  await git(
    project,
    "update-index",
    "--add",
    "--cacheinfo",
    `160000,${await git(project, "rev-parse", "HEAD")},${path}`,
  );
}

/** Makes a repository of one commit. */
async function makeRepository(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await git(path, "init", "--quiet", "--initial-branch", "main");
  await git(path, "commit", "--quiet", "--allow-empty", "-m", "one");
}

const deep = "a/b/c/d/e/f/g/h/i";

describe("where git would enter another repository, it is locked", () => {
  it.each<[string, string, (project: string) => Promise<unknown>, Lock["kind"]]>([
    ["a submodule that is there", "sub", (project) => makeRepository(join(project, "sub")), "kept"],
    ["one deeper than repositories are looked for", deep, (project) => makeRepository(join(project, deep)), "kept"],
    [
      "one among node's modules",
      "node_modules/x",
      (project) => makeRepository(join(project, "node_modules/x")),
      "kept",
    ],
    ["one that is not checked out", "sub", (project) => mkdir(join(project, "sub")), "absent"],
    ["one with a line feed in its name", "s\nub", (project) => mkdir(join(project, "s\nub")), "absent"],
    ["one whose folder is missing", "sub", () => Promise.resolve(), "watched"],
    [
      "one whose folder lies behind a link",
      "sub/x",
      async (project) => {
        await mkdir(join(project, "other/x"), { recursive: true });
        await symlink("other", join(project, "sub"));
      },
      "watched",
    ],
    [
      "one whose .git is a link",
      "sub",
      async (project) => {
        await makeRepository(join(project, "sub"));
        await rename(join(project, "sub/.git"), join(project, "moved"));
        await symlink("../moved", join(project, "sub/.git"));
      },
      "watched",
    ],
  ])("%s", async (_, path, make, kind) => {
    const project = await makeProject("hello");
    await addLink(project, path);
    await make(project);
    const { locks } = await locksOf(project);
    expect(locks).toContainEqual({ path: `${path}/.git`, kind });
    expect(locks[0]).toEqual({ path: ".git", kind: "mirror" });
  });

  it("also where the index of a submodule wants it", async () => {
    const project = await makeProject("hello");
    await makeRepository(join(project, "sub"));
    await addLink(project, "sub");
    await mkdir(join(project, "sub/inner"));
    await addLink(join(project, "sub"), "inner");
    expect((await locksOf(project)).locks).toContainEqual({ path: "sub/inner/.git", kind: "absent" });
  });

  it("and with it the folder to which a file leads", async () => {
    const project = await makeProject("hello");
    await rename(join(project, ".git"), join(project, ".bare"));
    await writeFile(join(project, ".git"), "gitdir: ./.bare\n");
    const { locks } = await locksOf(project);
    expect(locks).toEqual([
      { path: ".git", kind: "kept" },
      { path: ".bare", kind: "kept" },
    ]);
  });

  it("and of very many the rest is looked at, and told of where it is there", async () => {
    const project = await makeProject("hello");
    for (let i = 0; i < 110; i++) await addLink(project, `sub${i}`);
    for (let i = 0; i < 105; i++) await mkdir(join(project, `sub${i}`));
    const { locks, note } = await locksOf(project);
    expect(locks.filter(({ kind }) => kind === "absent")).toHaveLength(99);
    expect(locks.filter(({ kind }) => kind === "watched")).toHaveLength(11);
    expect(note).toBeUndefined();
    for (let i = 0; i < 105; i++) await writeFile(join(project, `sub${i}/.git`), "gitdir: /nowhere\n");
    expect((await locksOf(project)).note).toContain("the .git of 6 of them");
  });

  it("and an index that is a pipe holds nobody up", async () => {
    const project = await makeProject("hello");
    await makeRepository(join(project, "sub"));
    await rm(join(project, "sub/.git/index"), { force: true });
    await promisify(execFile)("mkfifo", [join(project, "sub/.git/index")]);
    expect((await locksOf(project)).locks).toContainEqual({ path: "sub/.git", kind: "kept" });
  });
});
