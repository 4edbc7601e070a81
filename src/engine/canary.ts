import { chmod, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ContainerSpec } from "./engine.ts";
import { layout } from "./layout.ts";

/** A word in a file, by which a container shows that it sees this machine's files and not others under their names. */
export class Canary {
  readonly #statusDir: string;
  readonly #word: string;

  /** `word` is nobody else's. */
  constructor(statusDir: string, word: string) {
    this.#statusDir = statusDir;
    this.#word = word;
  }

  async lay(): Promise<void> {
    const path = join(this.#statusDir, basename(layout.canary));
    await writeFile(path, this.#word);
    await chmod(path, 0o644);
  }

  /**
   * Judges the container's first line, `ready <word> <inode>`. The word vouches for the run's folders; the workspace may
   * lie elsewhere, where nothing is to be written, and is known by its inode.
   */
  async isIn(line: string, { mounts, workdir }: Pick<ContainerSpec, "mounts" | "workdir">): Promise<boolean> {
    const [, word, inode] = line.split(" ");
    if (word !== this.#word) return false;
    const workspace = mounts.find(({ target }) => target === workdir)?.source;
    if (workspace === undefined) return true;
    return inode === `${(await stat(workspace, { bigint: true })).ino}`;
  }
}
