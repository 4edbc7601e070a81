import { execFileSync } from "node:child_process";
import { renameSync, symlinkSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OutputError } from "../../../src/errors.ts";
import { copyTree } from "../../../src/files/copy-tree.ts";
import { temporaryFolder } from "../../support/projects.ts";

async function tree() {
  const root = await temporaryFolder();
  const [from, to] = [join(root, "from"), join(root, "to")];
  await mkdir(join(from, "a/b"), { recursive: true });
  await writeFile(join(from, "a/b/run"), "#!/bin/sh\n");
  await chmod(join(from, "a/b/run"), 0o755);
  await writeFile(join(from, "empty"), "");
  return { root, from, to };
}

describe("copyTree", () => {
  it("copies files with their modes, folders, and links as links", async () => {
    const { from, to } = await tree();
    await symlink("/etc/passwd", join(from, "out"));
    await symlink("nowhere", join(from, "a/dangling"));
    await copyTree(from, ".", to);
    expect((await readdir(to, { recursive: true })).sort()).toEqual([
      "a",
      "a/b",
      "a/b/run",
      "a/dangling",
      "empty",
      "out",
    ]);
    expect((await stat(join(to, "a/b/run"))).mode & 0o777).toBe(0o755);
    expect(await readlink(join(to, "out"))).toBe("/etc/passwd");
    expect(await readFile(join(to, "empty"), "utf8")).toBe("");
  });

  it("copies one file or folder of a tree, and only what is wanted", async () => {
    const { from, root } = await tree();
    await copyTree(from, "a/b/run", join(root, "file"));
    await copyTree(from, "a", join(root, "folder"), { wanted: (path) => path !== "b/run" });
    expect(await readFile(join(root, "file"), "utf8")).toBe("#!/bin/sh\n");
    expect(await readdir(join(root, "folder"), { recursive: true })).toEqual(["b"]);
  });

  it("leaves pipes and devices where they are", async () => {
    const { from, to } = await tree();
    execFileSync("mkfifo", [join(from, "a/pipe")]);
    await copyTree(from, ".", to);
    expect(await readdir(join(to, "a"))).toEqual(["b"]);
  });

  it("goes through no link on the way, also where one takes a folder's place meanwhile", async () => {
    const { root, from, to } = await tree();
    await mkdir(join(root, "secret"));
    await writeFile(join(root, "secret/key"), "ours");
    await symlink(join(root, "secret"), join(from, "link"));
    await expect(copyTree(from, "link/key", to)).rejects.toThrow("link is a link");
    const swap = (path: string) => {
      if (path === "a/b") {
        renameSync(join(from, "a/b"), join(root, "moved"));
        symlinkSync(join(root, "secret"), join(from, "a/b"));
      }
      return true;
    };
    await copyTree(from, ".", to, { wanted: swap });
    expect(await readlink(join(to, "a/b"))).toBe(join(root, "secret"));
  });

  it("does not fill the disk", async () => {
    const { from, to } = await tree();
    await writeFile(join(from, "huge"), "");
    await truncate(join(from, "huge"), 2 ** 43);
    await expect(copyTree(from, ".", to)).rejects.toThrow(OutputError);
  });

  it.each([
    ["empty files", (path: string) => writeFile(path, "")],
    ["folders", (path: string) => mkdir(path)],
    ["links", (path: string) => symlink("nowhere", path)],
  ])("copies no more %s than there is room for", async (_, make) => {
    const { from, to } = await tree();
    await mkdir(join(from, "many"));
    for (let i = 0; i < 20; i++) await make(join(from, "many", String(i)));
    await copyTree(from, "many", to, { room: 21 * 4096 });
    await expect(copyTree(from, "many", `${to}2`, { room: 20 * 4096 })).rejects.toThrow(OutputError);
  });

  it("ends with the run's signal", async () => {
    const { from, to } = await tree();
    await expect(copyTree(from, ".", to, { signal: AbortSignal.abort(new Error("cancelled")) })).rejects.toThrow(
      "cancelled",
    );
  });
});
