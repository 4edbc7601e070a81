import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
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

it("has removed the folder when it is dismissed", async () => {
  const folder = await protectedFolder();
  await janitorOf(folder).dismiss();
  expect(await isThere(folder)).toBe(false);
});
