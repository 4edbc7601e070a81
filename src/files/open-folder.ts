import { constants, existsSync } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { openedPath } from "./workspace-file.ts";

/** Whether what lies in an open folder can be named through it: then nobody can put another folder in its place. */
const throughHandle = existsSync("/proc/self/fd");

/** A folder that stands in for a link, or anything else. */
export class NotAFolderError extends Error {
  /** The name of what is there. */
  readonly entry: string;

  constructor(entry: string, kind: string) {
    super(`${entry} is ${kind}`);
    this.entry = entry;
  }
}

/**
 * An open folder, in which names are looked up without following a link. On Linux that holds also where others rename or
 * replace the folders on its path meanwhile.
 */
export class OpenFolder {
  readonly #handle: FileHandle;
  readonly #path: string;

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  /** `path` is trusted, and resolved. */
  static async open(path: string): Promise<OpenFolder> {
    return new OpenFolder(await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW), path);
  }

  /** A folder below another one, which is trusted and resolved: no link is on the way. Throws where there is none such. */
  static async below(root: string, path: string): Promise<OpenFolder> {
    let at = await OpenFolder.open(root);
    for (const name of path.split("/").filter((part) => part !== "" && part !== ".")) {
      const parent = at;
      at = await parent.folder(name).finally(() => parent.close());
    }
    return at;
  }

  /** The path of an entry, for calls that do not follow a link in the last place. */
  at(name: string): string {
    return throughHandle ? `/proc/self/fd/${this.#handle.fd}/${name}` : join(this.#path, name);
  }

  /** A folder in this one; throws NotAFolderError for a link or a file. */
  async folder(name: string): Promise<OpenFolder> {
    const flags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const handle = await open(this.at(name), flags).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR" || error.code === "ELOOP") {
        const link = await lstat(this.at(name)).then((found) => found.isSymbolicLink());
        throw new NotAFolderError(name, link ? "a link" : "not a folder");
      }
      throw error;
    });
    return new OpenFolder(handle, join(this.#path, name));
  }

  /** Makes a folder in this one. `made` is false where there was one, or another has taken the place of ours since. */
  async makeFolder(name: string): Promise<{ readonly folder: OpenFolder; readonly made: boolean }> {
    const made = await mkdir(this.at(name)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
    const folder = await this.folder(name);
    return { folder, made: made && (await isNew(folder)) };
  }

  /** Where it lies now: where it was opened, on a system that does not tell. */
  async path(): Promise<string> {
    return (await openedPath(this.#handle.fd)) ?? this.#path;
  }

  async give(owner: { readonly uid: number; readonly gid: number } | undefined, mode: number): Promise<void> {
    await this.#handle.chmod(mode);
    if (owner !== undefined) await this.#handle.chown(owner.uid, owner.gid);
  }

  /** Of the folder itself. */
  stat() {
    return this.#handle.stat();
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** What is empty, and ours, can be given away: nobody loses anything by it. */
async function isNew(folder: OpenFolder): Promise<boolean> {
  const { uid } = await folder.stat();
  return uid === (process.geteuid?.() ?? uid) && (await readdir(folder.at("."))).length === 0;
}
