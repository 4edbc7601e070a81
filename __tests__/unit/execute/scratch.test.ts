import { chown, lstat, mkdir, readdir, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withScratch } from "../../../src/execute/scratch.ts";
import type { Host } from "../../../src/host/host.ts";
import type { Workspace } from "../../../src/project/project.ts";
import { facts } from "../../support/facts.ts";
import { temporaryFolder } from "../../support/projects.ts";

const uid = process.getuid?.() === 0 ? 12_345 : (process.getuid?.() ?? 0);
const workspace: Workspace = { ...facts().project, uid, gid: uid, mode: "module" };

async function prepared(cache: string) {
  const host = { facts: { temp: await temporaryFolder() } } as Pick<Host, "facts">;
  return withScratch(host, (folders) => folders.prepare(cache, workspace, facts().inputs));
}

it.each(["build", "pkg", "."])("a link in the cache in the place of %s gives nothing away", async (name) => {
  const folder = await temporaryFolder();
  const precious = join(folder, "precious");
  await mkdir(join(precious, "mod/cache/vcs/kept"), { recursive: true });
  const own = join(folder, "cache", String(uid));
  await mkdir(name === "." ? join(folder, "cache") : own, { recursive: true });
  if (name !== "." && process.getuid?.() === 0) await chown(own, uid, uid);
  await symlink(precious, join(own, name));
  const before = await stat(precious);
  const { cache } = await prepared(join(folder, "cache"));
  expect(cache).toBe(own);
  for (const made of [own, join(own, "build"), join(own, "pkg")]) {
    expect((await lstat(made)).isDirectory()).toBe(true);
    expect((await lstat(made)).uid).toBe(uid);
  }
  const after = await stat(precious);
  expect([after.uid, after.mode]).toEqual([before.uid, before.mode]);
  expect(await readdir(join(precious, "mod/cache/vcs"))).toEqual(["kept"]);
});
