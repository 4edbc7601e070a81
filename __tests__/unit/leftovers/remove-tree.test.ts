import { execFile } from "node:child_process";
import { lstat, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { removeTree } from "../../../src/leftovers/remove-tree.ts";
import { temporaryFolder } from "../../support/projects.ts";

const shell = (script: string, ...args: readonly string[]) => promisify(execFile)("sh", ["-ec", script, "sh", ...args]);

it("removes folders that are closed, or deeper than a path can say", async () => {
  const root = await temporaryFolder();
  const deep = 'cd "$1"; i=0; while [ $i -lt 600 ]; do mkdir long-name; cd -P long-name; i=$((i + 1)); done; touch x';
  await shell('mkdir -p "$1/tree/closed/in"; touch "$1/tree/closed/in/x"; chmod -R 0 "$1/tree/closed"', root);
  await shell(deep, join(root, "tree"));
  await removeTree(join(root, "tree"));
  expect(await readdir(root)).toEqual([]);
});

it("removes links, and nothing that they lead to", async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, "tree"));
  await mkdir(join(root, "kept"), { mode: 0o755 });
  await writeFile(join(root, "kept/file"), "");
  for (const name of ["tree/link", "link"]) await symlink(join(root, "kept"), join(root, name));
  for (const name of ["tree", "link", "missing"]) await removeTree(join(root, name));
  expect(await readdir(root, { recursive: true })).toEqual(["kept", "kept/file"]);
  expect((await lstat(join(root, "kept"))).mode & 0o777).toBe(0o755);
});

it("removes very many files of one folder", async () => {
  const root = await temporaryFolder();
  await shell('mkdir "$1/tree"; cd "$1/tree"; seq 5000 | xargs touch', root);
  await removeTree(join(root, "tree"));
  expect(await readdir(root)).toEqual([]);
});
