import { chmod, mkdir, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { plainFolders } from "../../../src/files/plain-folders.ts";
import { temporaryFolder } from "../../support/projects.ts";

const names = ["mod", "cache", "vcs"];
const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
let folder = "";
let root = "";
beforeEach(async () => {
  folder = await temporaryFolder();
  root = join(folder, "pkg");
  await mkdir(root);
  await mkdir(join(folder, "precious/cache/vcs"), { recursive: true });
  await writeFile(join(folder, "precious/cache/vcs/file"), "");
});

async function isMade() {
  await plainFolders(root, names, { owner, empty: true });
  expect(await readdir(join(root, ...names))).toEqual([]);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(
    ["pkg", "pkg/mod", "pkg/mod/cache", "pkg/mod/cache/vcs"]
      .concat(["precious", "precious/cache", "precious/cache/vcs", "precious/cache/vcs/file"])
      .sort(),
  );
}

describe("plainFolders", () => {
  it("makes them where there are none, and leaves them where there are", async () => {
    await isMade();
    const { ino } = await stat(join(root, "mod"));
    await isMade();
    expect((await stat(join(root, "mod"))).ino).toBe(ino);
  });

  it.each([1, 2, 3])("takes away a link at the place of number %i, and nothing that it leads to", async (depth) => {
    await mkdir(join(root, ...names.slice(0, depth - 1)), { recursive: true });
    const target = join(folder, "precious", ...names.slice(1, depth));
    await symlink(target, join(root, ...names.slice(0, depth)));
    await isMade();
  });

  it("takes away a file and a dangling link in their places", async () => {
    await writeFile(join(root, "mod"), "");
    await isMade();
    await plainFolders(root, ["mod"], { owner, empty: true });
    await symlink("/nowhere/at/all", join(root, "mod/cache"));
    await isMade();
  });

  it("empties the last, also of what is locked", async () => {
    await mkdir(join(root, ...names, "0a/hooks"), { recursive: true });
    await writeFile(join(root, ...names, "0a/config"), "[core]");
    await symlink(join(folder, "precious"), join(root, ...names, "link"));
    await chmod(join(root, ...names, "0a"), 0o500);
    await isMade();
  });
});
