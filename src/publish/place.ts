import { constants } from "node:fs";
import { chmod, chown, copyFile, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { ActionableError, OutputError } from "../errors.ts";
import { partialName, sweepPartials } from "../leftovers/partial.ts";
import { inside } from "../project/module-dirs.ts";
import type { Workspace } from "../project/project.ts";

/**
 * Puts files under their final names in the workspace: whole or not at all, and as the workspace owner's. The code under
 * test could write there, so that no link is followed out of it.
 */
export class Placer {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Takes a file over from outside the workspace. */
  async take(file: string, path: string, mode: number): Promise<void> {
    await this.#place(path, (partial) => copyFile(file, partial, constants.COPYFILE_EXCL), mode);
  }

  async write(path: string, content: string | Iterable<string>): Promise<void> {
    await this.#place(path, (partial) => writeFile(partial, content, { flag: "wx" }), 0o644);
  }

  async #place(path: string, fill: (partial: string) => Promise<void>, mode: number): Promise<void> {
    const final = join(this.#workspace.path, path);
    const partial = join(dirname(final), partialName());
    try {
      await this.#folder(dirname(final));
      await fill(partial);
      await chmod(partial, mode);
      await this.#own(partial);
      await rename(partial, final);
    } catch (error) {
      await rm(partial, { force: true });
      if (error instanceof ActionableError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new OutputError(
        `${path} could not be written: ${reason}`,
        "Look after the disk and the rights of the workspace.",
      );
    }
  }

  async #folder(path: string): Promise<void> {
    if (!inside(this.#workspace.path, await nearest(path))) {
      const name = relative(this.#workspace.path, path);
      throw new OutputError(`${name} leads outside the workspace, through a link.`, "Remove the link, and run again.");
    }
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return sweepPartials(path);
    for (let at = path; !relative(first, at).startsWith(".."); at = dirname(at)) {
      // Whatever the umask: others than the owner collect what CI makes.
      await chmod(at, 0o755);
      await this.#own(at);
    }
  }

  /** Only root makes files for somebody else. */
  async #own(path: string): Promise<void> {
    const { uid, gid } = this.#workspace;
    if ((await stat(path)).uid !== uid) await chown(path, uid, gid);
  }
}

/** Where the path, as far as it exists, really leads. */
async function nearest(path: string): Promise<string> {
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return real ?? nearest(dirname(path));
}
