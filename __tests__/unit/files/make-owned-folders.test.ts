import { chown, mkdir, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeOwnedFolders } from "../../../src/files/make-owned-folders.ts";
import { temporaryFolder } from "../../support/projects.ts";

const uid = process.getuid?.() === 0 ? 1000 : (process.getuid?.() ?? 0);

it("makes folders for whose the nearest one above is, and leaves those that are there", async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, "user"));
  if (process.getuid?.() === 0) await chown(join(root, "user"), uid, uid);
  await symlink("user", join(root, "home"));
  for (let i = 0; i < 2; i++) await makeOwnedFolders(join(root, "home/a/b"));
  for (const name of ["user/a", "user/a/b"]) expect((await stat(join(root, name))).uid).toBe(uid);
});

it("fails where a file is in the way", async () => {
  await expect(makeOwnedFolders(join(process.execPath, "a"))).rejects.toThrow("ENOTDIR");
});
