import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, readlink, statfs, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ActionableError, OutputError } from "../errors.ts";
import { OpenFolder } from "./open-folder.ts";
import { openRegular, wholeOf } from "./read-bounded.ts";

/** How a copy is made. */
export interface CopyOptions {
  /** Whether an entry comes along; its path is relative to the source. */
  readonly wanted?: (path: string) => boolean;
  readonly signal?: AbortSignal | undefined;
  /** Bytes; unless said, half of what the disk has room for. */
  readonly room?: number;
}

/** Bytes that an entry takes of a disk at least. */
const smallest = 4096;

/**
 * Copies a file or a folder that others may have written, to a path that is not there yet: files, folders, and links as
 * links. `path` is relative to `root`, which is resolved. Pipes, sockets and devices do not come along, no link is
 * followed, and no more is copied than half of what the disk has room for.
 */
export async function copyTree(root: string, path: string, to: string, options: CopyOptions = {}): Promise<void> {
  try {
    const copy = new TreeCopy(options, options.room ?? (await roomFor(to)));
    if (path === ".") return await copy.folder(await OpenFolder.open(root), to, "");
    const parent = await OpenFolder.below(root, dirname(path));
    await copy.entry(parent, basename(path), to, "").finally(() => parent.close());
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof ActionableError) throw error;
    throw new OutputError(
      `${path === "." ? "The workspace" : path} could not be copied: ${error instanceof Error ? error.message : error}`,
      "Look for what changes the workspace meanwhile, for folders too deep, and at the disk.",
    );
  }
}

async function roomFor(to: string): Promise<number> {
  const { bavail, bsize } = await statfs(join(to, ".."));
  return (bavail * bsize) / 2;
}

class TreeCopy {
  readonly #options: CopyOptions;
  #room: number;

  constructor(options: CopyOptions, room: number) {
    this.#options = options;
    this.#room = room;
  }

  /** Closes the source. */
  async folder(source: OpenFolder, to: string, path: string): Promise<void> {
    try {
      const { mode } = await source.stat();
      await mkdir(to, { recursive: true });
      for (const name of await readdir(source.at("."))) {
        this.#options.signal?.throwIfAborted();
        const below = path === "" ? name : `${path}/${name}`;
        if (this.#options.wanted?.(below) ?? true) await this.entry(source, name, join(to, name), below);
      }
      const folder = await OpenFolder.open(to);
      await folder.give(undefined, (mode & 0o777) | 0o700).finally(() => folder.close());
    } finally {
      await source.close();
    }
  }

  async entry(source: OpenFolder, name: string, to: string, path: string): Promise<void> {
    const found = await lstat(source.at(name)).catch(() => undefined);
    if (found === undefined) return; // It went meanwhile.
    this.#take(smallest);
    if (found.isDirectory()) await this.folder(await source.folder(name), to, path);
    else if (found.isSymbolicLink()) await symlink(await readlink(source.at(name)), to);
    else if (found.isFile()) await this.#file(source.at(name), to, found.mode);
  }

  async #file(from: string, to: string, mode: number): Promise<void> {
    const file = await openRegular(from);
    try {
      const { size } = await file.stat();
      this.#take(size);
      const written = await open(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, (mode & 0o777) | 0o600);
      try {
        await written.writeFile(wholeOf(file, size), this.#options);
      } finally {
        await written.close();
      }
    } finally {
      await file.close();
    }
  }

  #take(size: number): void {
    this.#room -= size;
    if (this.#room >= 0) return;
    throw new OutputError(
      "The image's context is larger than half of what the temporary folder has room for.",
      "Make room there, or leave large files out of the workspace.",
    );
  }
}
