import { execFile } from "node:child_process";
import { chmod, chown, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openGit } from "../../../src/git/open-git.ts";
import { inspectGit } from "../../../src/project/git.ts";
import { git, makeProject, temporaryFolder } from "../../support/projects.ts";

const { signal } = new AbortController();
const isRoot = process.getuid?.() === 0;

async function open(workspace: string) {
  const folder = await temporaryFolder();
  await chmod(dirname(workspace), 0o711); // Its owner comes through.
  const opened = await openGit({ workspace, dirs: ["."], folder, signal });
  return { opened, mirror: join(folder, "git") };
}

/** Every file of a folder, with its text. */
async function textsIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return (await Promise.all(files.map((file) => readFile(file, "latin1")))).join("\n");
}

async function giveAway(folder: string, uid: number): Promise<void> {
  await promisify(execFile)("chown", ["-R", `${uid}:${uid}`, folder]);
}

describe("the mirror of a repository", () => {
  it.each([
    ["references", "refs", ""],
    ["a folder of references", "refs/heads/more", ""],
    [
      "tables of references",
      "reftable",
      "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefStorage = reftable\n",
    ],
    ["what is left out", "info", ""],
    ["the packed references", "packed-refs", ""],
    ["the index", "index", ""],
    ["its settings", "config", ""],
  ])("holds nothing that a link leads to: %s", async (_, path, config) => {
    const project = await makeProject("hello");
    const outside = await temporaryFolder();
    for (const name of ["exclude", "sparse-checkout", "main", "id"]) await writeFile(join(outside, name), "canary");
    const link = join(project, ".git", path);
    if (config !== "") await writeFile(join(project, ".git/config"), config);
    await rm(link, { recursive: true, force: true });
    await symlink(/^(packed-refs|index|config)$/.test(path) ? join(outside, "id") : outside, link);
    const { mirror } = await open(project);
    expect(await textsIn(mirror)).not.toContain("canary");
  });

  it.runIf(isRoot)("holds nothing that its owner may not read", async () => {
    const project = await makeProject("hello");
    await giveAway(project, 1000);
    const secret = join(project, ".git/info/exclude");
    await rm(secret);
    await writeFile(secret, "canary", { mode: 0o600 });
    await mkdir(join(project, ".git/refs/closed"), { mode: 0o700 });
    await writeFile(join(project, ".git/refs/closed/one"), "ref: canary\n");
    const { opened, mirror } = await open(project);
    expect(opened?.answers).toBe(true);
    expect(await textsIn(mirror)).not.toContain("canary");
  });

  it.runIf(isRoot)("is made of no repository that belongs to another than the file which leads to it", async () => {
    const [project, other] = [await makeProject("hello"), await makeProject("hello")];
    await rm(join(project, ".git"), { recursive: true });
    await writeFile(join(project, ".git"), `gitdir: ${other}/.git\n`);
    await giveAway(project, 1000);
    await chmod(dirname(other), 0o711);
    expect((await open(project)).opened).toBeUndefined();
    await chown(join(project, ".git"), 0, 0);
    expect((await open(project)).opened?.answers).toBe(true);
  });

  it("has every reference: packed, loose, of an annotated tag, and to another one", async () => {
    const project = await makeProject("hello", { tag: "v1.0.0" });
    await git(project, "tag", "-a", "-m", "two", "v2.0.0");
    for (const name of ["a", "b", "c"]) await git(project, "branch", `deep/${name}`);
    await git(project, "pack-refs", "--all");
    await git(project, "checkout", "--quiet", "-b", "work");
    await git(project, "commit", "--quiet", "--allow-empty", "-m", "two");
    for (const name of ["a", "work2"]) await git(project, "branch", "--force", `deep/${name}`);
    await git(project, "tag", "-a", "-m", "three", "v3.0.0");
    await git(project, "tag", "--force", "-a", "-m", "moved", "v2.0.0", "main");
    await git(project, "update-ref", "refs/remotes/origin/main", "HEAD");
    await git(project, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    await writeFile(join(project, ".git/refs/heads/broken"), "no object\n");
    await mkdir(join(project, ".git/refs", ...Array.from({ length: 6 }, () => "x".repeat(250))), { recursive: true });
    const { opened } = await open(project);
    const format = "--format=%(refname) %(objectname) %(*objectname) %(symref)";
    const own = await git(project, "for-each-ref", format, "refs/heads", "refs/tags", "refs/remotes");
    const told = (await opened?.ask("for-each-ref", format))?.split("\n");
    expect(told).toEqual(own.split("\n").filter((line) => !line.includes("broken")));
    expect(told).toHaveLength(11);
    expect(await opened?.ask("describe", "--tags")).toBe("v3.0.0");
    expect(await opened?.ask("symbolic-ref", "HEAD")).toBe("refs/heads/work");
  });

  it("is asked with room for packs of any size", async () => {
    const { opened } = await open(await makeProject("hello"));
    expect(await opened?.ask("config", "--type=int", "core.packedGitLimit")).toBe(String(2 ** 30));
    expect(await opened?.ask("config", "--type=int", "core.packedGitWindowSize")).toBe(String(32 * 2 ** 20));
  });

  it("leaves out what the repository's own files leave out", async () => {
    const project = await makeProject("hello");
    await writeFile(join(project, ".git/info/exclude"), "/local\n");
    await writeFile(join(project, "local"), "");
    await writeFile(join(project, "other"), "");
    const { opened } = await open(project);
    expect(await opened?.ask("status", "--porcelain")).toBe("?? other");
    await git(project, "config", "status.showUntrackedFiles", "no");
    expect(await (await open(project)).opened?.ask("status", "--porcelain")).toBe("");
  });

  it("is one of a work tree, with what the repository shares", async () => {
    const project = await makeProject("hello", { tag: "v1.0.0" });
    const tree = join(await temporaryFolder(), "tree");
    await git(project, "worktree", "add", "--quiet", "-b", "work", tree);
    await rename(join(project, "main.go"), join(project, "gone.go"));
    const { opened } = await open(tree);
    expect(await opened?.ask("describe", "--tags")).toBe("v1.0.0");
    expect(await opened?.ask("symbolic-ref", "HEAD")).toBe("refs/heads/work");
    expect(await opened?.ask("status", "--porcelain")).toBe("");
  });
});

describe("what git says of a commit", () => {
  const event = {
    ref: "",
    sha: "",
    name: "",
    defaultBranch: "",
    repositoryUrl: "",
    base: "",
    baseRef: "",
    writesCache: false,
  };
  it.each<[string, (project: string) => Promise<unknown>, string]>([
    ["is its tag alone, where nothing has changed", () => Promise.resolve(), "v1.0.0"],
    ["tells that a file has changed", (project) => writeFile(join(project, "main.go"), ""), "v1.0.0-dirty"],
    [
      "does not tell that nothing has, where that cannot be known",
      async (project) => {
        const tree = await git(project, "rev-parse", "HEAD^{tree}");
        await rm(join(project, ".git/objects", tree.slice(0, 2), tree.slice(2)));
      },
      "v1.0.0-dirty",
    ],
    [
      "is nothing, where there is none",
      async (project) => {
        await rm(join(project, ".git"), { recursive: true });
        await git(project, "init", "--quiet");
        await git(project, "add", "main.go");
      },
      "",
    ],
  ])("%s", async (_, change, expected) => {
    const project = await makeProject("hello", { tag: "v1.0.0" });
    await change(project);
    expect((await inspectGit((await open(project)).opened, event)).describe).toBe(expected);
  });
});
