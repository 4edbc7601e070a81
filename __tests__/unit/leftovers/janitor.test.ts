import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { janitorOf } from "../../../src/leftovers/janitor.ts";

/** A folder as Go before 1.14 leaves its modules: write-protected. */
async function protectedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gda-janitor-"));
  await mkdir(join(folder, "module"));
  await writeFile(join(folder, "module/a.go"), "");
  await chmod(join(folder, "module"), 0o555);
  return folder;
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

it("removes the folder when the process that holds it is killed", async () => {
  const folder = await protectedFolder();
  const janitor = join(import.meta.dirname, "../../../src/leftovers/janitor.ts");
  const script = `const { janitorOf } = await import(process.argv[1]); janitorOf(process.argv[2]); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, janitor, folder]);
  await once(child.stdout, "data");
  expect(await isThere(folder)).toBe(true);

  child.kill("SIGKILL");

  await expect.poll(() => isThere(folder), { timeout: 15_000 }).toBe(false);
});

it("removes the container that the folder names", async () => {
  const folder = await protectedFolder();
  const calls = join(await mkdtemp(join(tmpdir(), "gda-janitor-")), "calls");
  const engine = join(folder, "module/docker");
  await chmod(join(folder, "module"), 0o755);
  await writeFile(engine, `#!/bin/sh\necho "$@" >>${calls}\n`, { mode: 0o755 });
  await mkdir(join(folder, "private"));
  await writeFile(join(folder, "private/container"), `${engine} gda-1\n`);
  const janitor = janitorOf(folder);
  // As at a sudden end: nobody has removed the folder.
  void janitor.dismiss();
  await expect
    .poll(() => readFile(calls, "utf8").catch(() => ""), { timeout: 15_000 })
    .toMatch(/^rm --force --volumes gda-1\n/);
  await expect.poll(() => isThere(folder), { timeout: 15_000 }).toBe(false);
});

it("has removed the folder when it is dismissed", async () => {
  const folder = await protectedFolder();
  await janitorOf(folder).dismiss();
  expect(await isThere(folder)).toBe(false);
});

it("removes the empty places of locks, whatever their names, and nothing that is filled", async () => {
  const folder = await protectedFolder();
  const work = join(await mkdtemp(join(tmpdir(), "gda-janitor-")), "a\nb ");
  const places = ["x/.git", "-y\n/.git", "filled/.git"].map((name) => join(work, name));
  await mkdir(join(folder, "private/locks"), { recursive: true });
  for (const [i, place] of places.entries()) {
    await mkdir(place, { recursive: true });
    await writeFile(join(folder, "private/locks", String(i)), place);
  }
  await writeFile(join(work, "filled/.git/HEAD"), "");
  await janitorOf(folder).dismiss();
  expect(await Promise.all(places.map(isThere))).toEqual([false, false, true]);
});
