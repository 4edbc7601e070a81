import { access, chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OutputError } from "../../../src/errors.ts";
import type { Lock } from "../../../src/git/locks.ts";
import { withLocks } from "../../../src/git/with-locks.ts";
import { temporaryFolder } from "../../support/projects.ts";

const uid = process.getuid?.() === 0 ? 1000 : (process.getuid?.() ?? 0);
const absent = (path: string): Lock => ({ path, kind: "absent" });

/** A workspace with a folder for a submodule, and somebody's repository beside it. */
async function places() {
  const root = await temporaryFolder();
  const [work, other, secret] = ["work", "other", "private"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(join(work, "sub"), { recursive: true });
  await mkdir(join(other, ".git"), { recursive: true });
  await writeFile(join(other, ".git/HEAD"), "somebody's");
  await mkdir(secret);
  const locked = <T>(locks: readonly Lock[], body: Parameters<typeof withLocks<T>>[4]) =>
    withLocks(work, locks, { uid, gid: uid }, secret, body);
  return { work, other, secret, locked };
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe("locks", () => {
  it("have empty places while they hold, which the janitor knows, and none afterwards", async () => {
    const { work, secret, locked } = await places();
    await locked([absent(".git"), absent("sub/.git")], async ({ locks, check }) => {
      expect(locks).toHaveLength(2);
      expect(await readdir(join(work, "sub/.git"))).toEqual([]);
      const notes = ["0", "1"].map((name) => readFile(join(secret, "locks", name), "utf8"));
      expect(await Promise.all(notes)).toEqual([`${work}/.git`, `${work}/sub/.git`]);
      await check();
    });
    expect(await readdir(work, { recursive: true })).toEqual(["sub"]);
  });

  it("have no place behind a link, and none where there is no folder", async () => {
    const { work, other, locked } = await places();
    await symlink(other, join(work, "link"));
    await rm(join(other, ".git"), { recursive: true });
    await locked([absent("link/.git"), absent("gone/.git")], ({ locks }) => Promise.resolve(expect(locks).toEqual([])));
    expect(await readdir(other)).toEqual([]);
  });

  it.each<[string, (work: string, other: string) => Promise<unknown>, boolean]>([
    ["filled", (work) => writeFile(join(work, "sub/.git/config"), "evil"), false],
    [
      "moved away, and another put there",
      async (work) => {
        await rename(join(work, "sub"), join(work, "away"));
        await mkdir(join(work, "sub/.git"), { recursive: true });
        await writeFile(join(work, "sub/.git/config"), "evil");
      },
      false,
    ],
    [
      "moved away, and a link put there to somebody's repository, which stays",
      async (work, other) => {
        await rename(join(work, "sub"), join(work, "away"));
        await symlink(other, join(work, "sub"));
      },
      true,
    ],
    [
      "replaced by a link to somebody's repository, which stays",
      async (work, other) => {
        await rm(join(work, "sub/.git"), { recursive: true });
        await symlink(join(other, ".git"), join(work, "sub/.git"));
      },
      false,
    ],
  ])("are found to be %s", async (_, attack, stays) => {
    const { work, other, locked } = await places();
    await locked([absent("sub/.git")], async ({ check }) => {
      await attack(work, other);
      await expect(check()).rejects.toThrow(OutputError);
    });
    expect(await isThere(join(work, "sub/.git"))).toBe(stays);
    expect(await readFile(join(other, ".git/HEAD"), "utf8")).toBe("somebody's");
  });

  it("of repositories that are there tell when another one has taken their place, and leave it", async () => {
    const { work, locked } = await places();
    await mkdir(join(work, "sub/.git"));
    await locked([{ path: "sub/.git", kind: "kept" }], async ({ check }) => {
      await writeFile(join(work, "sub/.git/config"), "");
      await check();
      await rename(join(work, "sub"), join(work, "away"));
      await mkdir(join(work, "sub/.git"), { recursive: true });
      await expect(check()).rejects.toThrow("The code under test has replaced sub/.git");
    });
    expect(await isThere(join(work, "sub/.git"))).toBe(true);
  });

  it.each<[string, Lock["kind"], string]>([
    ["there is no folder yet", "absent", "gone/deep/.git"],
    ["nothing can be mounted", "watched", "sub/.git"],
  ])("where %s find what is planted there, and take it away", async (_, kind, path) => {
    const { work, locked } = await places();
    await locked([{ path, kind }], async ({ locks, check }) => {
      expect(locks).toEqual([]);
      await check();
      await mkdir(join(work, path), { recursive: true });
      await writeFile(join(work, path, "config"), "evil");
      await chmod(join(work, path), 0);
      await expect(check()).rejects.toThrow(OutputError);
    });
    expect(await isThere(join(work, path))).toBe(false);
  });

  it("take away what was planted also where the run breaks by something else", async () => {
    const { work, locked } = await places();
    const run = locked([absent("sub/.git")], async () => {
      await rename(join(work, "sub"), join(work, "away"));
      await mkdir(join(work, "sub/.git"), { recursive: true });
      await writeFile(join(work, "sub/.git/config"), "evil");
      throw new Error("the container ended");
    });
    await expect(run).rejects.toThrow("The code under test has replaced sub/.git");
    expect(await isThere(join(work, "sub/.git"))).toBe(false);
  });

  it("give nobody a folder that they have not made", async () => {
    const { work, locked } = await places();
    await mkdir(join(work, "sub/.git"), { mode: 0o700 });
    await locked([absent("sub/.git")], async ({ locks }) => {
      expect(locks).toHaveLength(1);
      const { uid: owner, mode } = await stat(join(work, "sub/.git"));
      expect([owner, mode & 0o777]).toEqual([process.getuid?.(), 0o700]);
    });
  });
});
