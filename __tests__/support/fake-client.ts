import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** What it does as a shell script, by its first argument; it fails at every other. */
export type FakeVerbs = Readonly<Partial<Record<"run" | "exec" | "cp" | "rm", string>>>;

/** A fake of the engine's client. `$status` is the run's folder of exit codes, `$calls` a file that the script may write. */
export async function fakeClient(verbs: FakeVerbs) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "gda-client-")));
  onTestFinished(() => rm(folder, { recursive: true }));
  const folders = { status: join(folder, "status"), private: join(folder, "private") };
  for (const path of Object.values(folders)) await mkdir(path);
  const [engine, calls] = [join(folder, "engine"), join(folder, "calls")];
  await writeFile(calls, "");
  const cases = Object.entries(verbs).map(([verb, work]) => `${verb}) ${work} ;;\n`);
  const head = `#!/bin/sh\nstatus=${folders.status} calls=${calls}\n`;
  await writeFile(engine, `${head}case $1 in\n${cases.join("")}*) exit 1 ;;\nesac\n`);
  await chmod(engine, 0o755);
  return { engine, folder, folders, calls: () => readFile(calls, "utf8") };
}
