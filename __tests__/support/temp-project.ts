import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterwards } from "./afterwards.ts";
import { repository } from "./engines.ts";
import { git } from "./projects.ts";

/** A folder that is gone after the tests of the file. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gda-e2e-"));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A git repository of one commit: the example project in `folder`, and files over it. */
export async function helloRepository(files: Readonly<Record<string, string>>, folder = "."): Promise<string> {
  const path = await tempFolder();
  await copied("examples/hello", join(path, folder));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  await commitAll(path);
  return path;
}

/** What a user of the action gets, in a folder. */
export async function copyAction(folder: string): Promise<string> {
  await cp(join(repository, "action.yml"), join(folder, "action.yml"));
  await cp(join(repository, "dist/action"), join(folder, "dist/action"), { recursive: true });
  return folder;
}

/** Without what was made in it by hand. */
async function copied(from: string, to: string): Promise<void> {
  const made = ["dist", "reports"].map((name) => join(repository, from, name));
  await cp(join(repository, from), to, { recursive: true, filter: (source) => !made.includes(source) });
}

async function commitAll(path: string): Promise<void> {
  await git(path, "init", "--quiet", "--initial-branch", "main");
  await git(path, "remote", "add", "origin", "https://github.com/acme/hello");
  await git(path, "add", "--all");
  await git(path, "commit", "--quiet", "--message", "hello");
}
