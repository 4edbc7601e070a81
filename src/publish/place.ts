import { chmod, chown, copyFile, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { OutputError } from "../errors.ts";
import { inside } from "../project/module-dirs.ts";
import type { Workspace } from "../project/project.ts";

/** Puts files under their final names in the workspace: whole or not at all, and as the workspace owner's. */
export class Placer {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Takes a file over from outside the workspace. */
  async take(file: string, path: string, mode: number): Promise<void> {
    await this.#place(path, (partial) => copyFile(file, partial), mode);
  }

  async write(path: string, content: string): Promise<void> {
    await this.#place(path, (partial) => writeFile(partial, content), 0o644);
  }

  async #place(path: string, fill: (partial: string) => Promise<void>, mode: number): Promise<void> {
    const final = join(this.#workspace.path, path);
    await this.#folder(dirname(final));
    if (!inside(this.#workspace.path, await realpath(dirname(final)))) {
      throw new OutputError(
        `${path} would be written outside the workspace, through a link.`,
        "Remove the link, and run again.",
      );
    }
    const partial = `${final}.${process.pid}.partial`;
    try {
      await fill(partial);
      await chmod(partial, mode);
      await this.#own(partial);
      await rename(partial, final);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async #folder(path: string): Promise<void> {
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return;
    for (let at = path; !relative(first, at).startsWith(".."); at = dirname(at)) await this.#own(at);
  }

  /** Only root makes files for somebody else. */
  async #own(path: string): Promise<void> {
    const { uid, gid } = this.#workspace;
    if ((await stat(path)).uid !== uid) await chown(path, uid, gid);
  }
}
