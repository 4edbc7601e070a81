import { readdirSync, renameSync, symlinkSync } from "node:fs";
import { chmod, mkdir, readFile, readlink, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OutputError } from "../../../src/errors.ts";
import { Placer } from "../../../src/publish/place.ts";
import { temporaryFolder } from "../../support/projects.ts";

const { signal } = new AbortController();

/** A workspace of another user's, where that can be, and a file of ours beside it. */
async function workspace() {
  const root = await temporaryFolder();
  const [path, victim] = [join(root, "work"), join(root, "victim")];
  await mkdir(join(path, ".git/hooks"), { recursive: true });
  await writeFile(victim, "ours", { mode: 0o600 });
  const uid = process.getuid?.() === 0 ? 1000 : (process.getuid?.() ?? 0);
  return { path, victim, uid, placer: new Placer({ path, uid, gid: uid }, signal) };
}

const partialIn = (folder: string) => readdirSync(folder).find((name) => name.endsWith(".partial")) ?? "";

describe("a file is put in its place", () => {
  it("whole, as the owner's, with folders of the owner's, and over what was there", async () => {
    const { path, placer, uid } = await workspace();
    await placer.write("a/b/c.txt", "old");
    await placer.write("a/b/c.txt", ["n", "ew"]);
    expect(await readFile(join(path, "a/b/c.txt"), "utf8")).toBe("new");
    for (const name of ["a", "a/b", "a/b/c.txt"]) expect((await stat(join(path, name))).uid).toBe(uid);
    expect((await stat(join(path, "a/b/c.txt"))).mode & 0o777).toBe(0o644);
  });

  it.each([
    ".git/hooks/x",
    "a/.git/x",
    "a/.GIT/x",
    "a/.g\u200cit/x",
    "a/git~1/x",
    "../x",
    "a/../../x",
    "a//x",
    "/x",
    "a/.",
  ])("but not at %s", async (name) => {
    const { placer } = await workspace();
    await expect(placer.write(name, "x")).rejects.toThrow(OutputError);
  });

  it.each([
    ["leads outside", "..", "out leads outside the workspace, through a link."],
    ["leads to git's folder", ".git/hooks", "out cannot be written to: out is a link."],
    ["leads nowhere", "nowhere", "out cannot be written to: out is a link."],
  ])("but through no link that %s", async (_, to, message) => {
    const { path, placer } = await workspace();
    await symlink(to, join(path, "out"));
    await expect(placer.write("out/x", "x")).rejects.toThrow(message);
    expect(readdirSync(join(path, ".git/hooks"))).toEqual([]);
  });

  it("in the place of a link, and not through it", async () => {
    const { path, victim, placer } = await workspace();
    await symlink(victim, join(path, "x"));
    await placer.write("x", "new");
    expect(await readFile(victim, "utf8")).toBe("ours");
    expect(await readFile(join(path, "x"), "utf8")).toBe("new");
  });

  it("without giving away a file that takes its place while it is written", async () => {
    const { path, victim, placer } = await workspace();
    const before = await stat(victim);
    function* swapping() {
      yield "half";
      const partial = join(path, "out", partialIn(join(path, "out")));
      renameSync(partial, join(path, "moved"));
      symlinkSync(victim, partial);
      yield "other half";
    }
    await expect(placer.write("out/x", swapping())).rejects.toThrow("something else has taken its place");
    const after = await stat(victim);
    expect([after.uid, after.mode, await readFile(victim, "utf8")]).toEqual([before.uid, before.mode, "ours"]);
  });

  it("and in no folder that takes the place of its own", async () => {
    const { path, placer } = await workspace();
    function* swapping() {
      yield "half";
      renameSync(join(path, "out"), join(path, ".git/out"));
      symlinkSync(".git/hooks", join(path, "out"));
      yield "other half";
    }
    await expect(placer.write("out/x", swapping())).rejects.toThrow("out/x was moved while it was written.");
    expect(readdirSync(join(path, ".git/hooks"))).toEqual([]);
    expect(readdirSync(join(path, ".git/out"))).toEqual([]);
    expect(await readlink(join(path, "out"))).toBe(".git/hooks");
  });

  it("where the disk refuses, with the reason and nothing half-written", async () => {
    const { path, placer } = await workspace();
    await mkdir(join(path, "out/x"), { recursive: true });
    await chmod(join(path, "out"), 0o755);
    await expect(placer.write("out/x", "x")).rejects.toThrow(/^out\/x could not be written: EISDIR/);
    expect(readdirSync(join(path, "out"))).toEqual(["x"]);
  });
});
