import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SourceFolder } from "../../../src/git/source-folder.ts";
import { temporaryFolder } from "../../support/projects.ts";

const own = process.getuid?.() ?? 0;

async function read(path: string, owner: number, name: string, limit: number): Promise<string | undefined> {
  let text: string | undefined;
  await SourceFolder.open(path, owner, undefined, async (folder) => {
    text = await folder.text(name, limit);
  });
  return text;
}

it("gives a file of a repository, and none that is too large or a link", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "x".repeat(100_000));
  await symlink("file", join(folder, "link"));
  expect(await read(folder, own, "file", 100_000)).toHaveLength(100_000);
  expect(await read(folder, own, "file", 99_999)).toBe("");
  expect(await read(folder, own, "link", 100_000)).toBe("");
});

it("opens no folder that is missing, a link, or another's than the repository", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "one"));
  await symlink("one", join(folder, "link"));
  expect(await read(join(folder, "missing"), own, "file", 1)).toBeUndefined();
  expect(await read(join(folder, "link"), own, "file", 1)).toBeUndefined();
  expect(await read(join(folder, "one"), own + 1, "file", 1)).toBeUndefined();
  expect(await read(join(folder, "one"), own, "file", 1)).toBe("");
});
