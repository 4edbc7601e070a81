import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chown, cp, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const fixtures = join(import.meta.dirname, "../fixtures/projects");

export interface Wanted {
  /** Fixture projects laid over the first one. */
  readonly over?: readonly string[];
  /** More files. */
  readonly files?: Readonly<Record<string, string>>;
  /** A git tag of the commit, which is then checked out by it. */
  readonly tag?: string;
}

/** A folder of the test's own, gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "gda-test-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of a fixture project as a fresh clone has it: a git repository with one commit. */
export async function makeProject(name: string, { over = [], files = {}, tag }: Wanted = {}): Promise<string> {
  const path = join(await temporaryFolder(), "project");
  for (const fixture of [name, ...over]) await cp(join(fixtures, fixture), path, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), content);
  }
  await commitProject(path);
  if (tag !== undefined) {
    await git(path, "tag", tag);
    await git(path, "checkout", "--quiet", tag);
  }
  return path;
}

/** Makes a folder a repository of one commit. */
export async function commitProject(path: string): Promise<void> {
  await git(path, "init", "--quiet", "--initial-branch", "main");
  await git(path, "add", "--all");
  await git(path, "commit", "--quiet", "--message", "the project");
}

/** Git in a project, without the configuration of the machine, and without writing when it only reads. */
export async function git(path: string, ...args: readonly string[]): Promise<string> {
  const env = {
    PATH: process.env["PATH"],
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "safe.directory",
    GIT_CONFIG_VALUE_0: "*",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_AUTHOR_NAME: "test",
    GIT_AUTHOR_EMAIL: "test@example.org",
    GIT_AUTHOR_DATE: "2026-01-02T03:04:05Z",
    GIT_COMMITTER_NAME: "test",
    GIT_COMMITTER_EMAIL: "test@example.org",
    GIT_COMMITTER_DATE: "2026-01-02T03:04:05Z",
  };
  return (await promisify(execFile)("git", args, { cwd: path, env })).stdout.trim();
}

/** Every path below a folder, and the folder itself. */
async function walk(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true });
  return ["", ...entries.sort()];
}

/** Gives a project to a user, with times that git's index does not know. */
export async function give(path: string, uid: number, gid: number): Promise<void> {
  for (const entry of await walk(path)) {
    await chown(join(path, entry), uid, gid);
    if (!entry.startsWith(".git")) await utimes(join(path, entry), new Date("2026-02-03"), new Date("2026-02-03"));
  }
}

/** What does not belong to a user below a folder. */
export async function foreign(path: string, uid: number): Promise<readonly string[]> {
  const owned = await Promise.all(
    (await walk(path)).map(async (entry) => ({ entry, owner: (await lstat(join(path, entry))).uid })),
  );
  return owned.filter(({ owner }) => owner !== uid).map(({ entry }) => entry);
}

/** Every file below a folder with the sha256 of its content, for comparing. */
export async function snapshot(path: string): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  for (const entry of await walk(path)) {
    if (!(await lstat(join(path, entry))).isFile()) continue;
    files[entry] = createHash("sha256")
      .update(await readFile(join(path, entry)))
      .digest("hex");
  }
  return files;
}
