import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, readlink, statfs, symlink } from "node:fs/promises";
import { join } from "node:path";
import { OutputError } from "../errors.ts";
import { OpenFolder } from "./open-folder.ts";
import { openRegular, wholeOf } from "./read-bounded.ts";

/** How a copy is made. */
export interface CopyOptions {
  /** Whether an entry comes along; its path is relative to the source. */
  readonly wanted?: (path: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** What a copy came upon. */
export interface Copied {
  /** Pipes, sockets and devices, which are left out: paths relative to the source. */
  readonly leftOut: readonly string[];
}

/**
 * Copies a file or a folder that others may have written, to a path that is not there yet: files, folders, and links as
 * links. Nothing else comes along, no link is followed, and no more is copied than half of what the disk has room for.
 */
export async function copyTree(from: string, to: string, options: CopyOptions = {}): Promise<Copied> {
  const copy = new TreeCopy(options, await roomFor(to));
  const found = await lstat(from);
  if (found.isDirectory()) {
    const source = await OpenFolder.open(from);
    await copy.folder(source, to, "", found.mode);
  } else await copy.file(from, to, found.mode);
  return { leftOut: copy.leftOut };
}

async function roomFor(to: string): Promise<number> {
  const { bavail, bsize } = await statfs(join(to, ".."));
  return (bavail * bsize) / 2;
}

class TreeCopy {
  readonly leftOut: string[] = [];
  readonly #options: CopyOptions;
  #room: number;

  constructor(options: CopyOptions, room: number) {
    this.#options = options;
    this.#room = room;
  }

  /** Closes the source. */
  async folder(source: OpenFolder, to: string, path: string, mode: number): Promise<void> {
    try {
      await mkdir(to, { recursive: true });
      for (const name of await readdir(source.at("."))) {
        this.#options.signal?.throwIfAborted();
        const below = path === "" ? name : `${path}/${name}`;
        if (this.#options.wanted?.(below) ?? true) await this.#entry(source, name, join(to, name), below);
      }
      const folder = await OpenFolder.open(to);
      await folder.give(undefined, (mode & 0o777) | 0o700).finally(() => folder.close());
    } finally {
      await source.close();
    }
  }

  async #entry(source: OpenFolder, name: string, to: string, path: string): Promise<void> {
    const found = await lstat(source.at(name)).catch(() => undefined);
    if (found === undefined) return; // It went meanwhile.
    if (found.isDirectory()) await this.folder(await source.folder(name), to, path, found.mode);
    else if (found.isSymbolicLink()) await symlink(await readlink(source.at(name)), to);
    else if (found.isFile()) await this.file(source.at(name), to, found.mode);
    else this.leftOut.push(path);
  }

  async file(from: string, to: string, mode: number): Promise<void> {
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
