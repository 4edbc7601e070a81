import { cp, lstat, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OutputError } from "../errors.ts";
import type { BuiltBinary } from "../execute/outcome.ts";
import { usualLimit } from "../files/read-bounded.ts";
import { readWorkspaceFile } from "../files/workspace-file.ts";
import type { OwnDockerfile } from "../project/project.ts";

/**
 * Adds to a copy of the workspace what an own Dockerfile finds there besides: itself, as it was when the run began (what
 * is shown is what is built), and the binaries by `<platform>/<name>`, whatever `.dockerignore` says. The copy has the
 * links that the code under test has left: none of them is written through.
 */
export async function addToOwnContext(
  folder: string,
  { path, text }: OwnDockerfile,
  binaries: readonly BuiltBinary[],
): Promise<void> {
  await put(folder, path, (file) => writeFile(file, text, { flag: "wx" }));
  for (const { platform, name, file } of binaries)
    await put(folder, `${platform}/${name}`, (target) => cp(file, target, { errorOnExist: true, force: false }));
  const kept = [...new Set(binaries.map(({ platform }) => platform))].flatMap((name) => [`!${name}`, `!${name}/**`]);
  for (const name of [".dockerignore", `${path}.dockerignore`]) {
    const ignored = await readInside(folder, name);
    if (ignored !== undefined)
      await put(folder, name, (file) => writeFile(file, [ignored, ...kept, ""].join("\n"), { flag: "wx" }));
  }
}

/** Writes a file anew, in folders that are folders. */
async function put(folder: string, path: string, write: (file: string) => Promise<void>): Promise<void> {
  const parts = dirname(path).split("/");
  for (const [i] of parts.entries()) {
    const parent = parts.slice(0, i + 1).join("/");
    const found = await lstat(join(folder, parent)).catch(() => undefined);
    if (found === undefined || found.isDirectory()) continue;
    throw new OutputError(
      `${parent} is not a folder any more: ${path} cannot be put into the image's context.`,
      "Look for code that replaces it while the tests run, or for a file of that name.",
    );
  }
  await mkdir(join(folder, dirname(path)), { recursive: true });
  await rm(join(folder, path), { recursive: true, force: true });
  await write(join(folder, path));
}

/** Undefined where there is no such file, or a link that leads elsewhere. */
async function readInside(folder: string, name: string): Promise<string | undefined> {
  const content = await readWorkspaceFile(await realpath(folder), name, { limit: usualLimit }).catch(() => undefined);
  return content?.toString("utf8");
}
