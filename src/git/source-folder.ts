import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { OpenFolder } from "../files/open-folder.ts";
import { openRegular, readHandle, UnreadableFileError, wholeOf } from "../files/read-bounded.ts";
import type { GitUser } from "./git.ts";

/** What a file's or a folder's stat tells of its rights. */
interface Rights {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** A file of a repository, as it may be copied. */
export interface SourceFile {
  readonly content: Buffer | Iterable<never> | AsyncIterable<Buffer>;
  /** Milliseconds since 1970. */
  readonly mtimeMs: number;
}

/** Bytes: what is not larger is read at once. */
const small = 64 * 1024;

/**
 * A folder of a repository that others may have made. No link is followed in it, and as root we read in it for another user
 * only what that user may read: what is copied is for the code under test to see.
 */
export class SourceFolder {
  readonly #folder: OpenFolder;
  readonly #user: GitUser | undefined;

  private constructor(folder: OpenFolder, user: GitUser | undefined) {
    this.#folder = folder;
    this.#user = user;
  }

  /**
   * Gives the body the folder of that path, where it can be opened, and is its owner's: it may be another one by now.
   * `user`: for whom we read, where that is not who we are.
   */
  static async open(
    path: string,
    owner: number,
    user: GitUser | undefined,
    body: (folder: SourceFolder) => Promise<void>,
  ): Promise<void> {
    const opened = await OpenFolder.open(path).catch(() => undefined);
    if (opened === undefined) return;
    const folder = new SourceFolder(opened, user);
    const { uid } = await opened.stat();
    await folder.#use(uid === owner ? body : () => Promise.resolve());
  }

  /** Gives the body a folder in this one, where there is one that may be read. */
  async below(name: string, body: (folder: SourceFolder) => Promise<void>): Promise<void> {
    const opened = await this.#folder.folder(name).catch(() => undefined);
    if (opened !== undefined) await new SourceFolder(opened, this.#user).#use(body);
  }

  async #use(body: (folder: SourceFolder) => Promise<void>): Promise<void> {
    try {
      await body(this);
    } finally {
      await this.#folder.close();
    }
  }

  async entries(): Promise<readonly Dirent[]> {
    if (!mayRead(await this.#folder.stat(), this.#user)) return [];
    return readdir(this.#folder.at("."), { withFileTypes: true }).catch(() => []);
  }

  /** The content of a text; empty where there is none that may be read. */
  async text(name: string, limit: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    await this.file(name, limit, async ({ content }) => {
      if (Buffer.isBuffer(content)) pieces.push(content);
      else for await (const piece of content) pieces.push(piece);
    });
    return Buffer.concat(pieces).toString("utf8");
  }

  /** Gives the body a file, where there is a regular one of that size that may be read. */
  async file(name: string, limit: number, body: (file: SourceFile) => Promise<void>): Promise<void> {
    const file = await openRegular(this.#folder.at(name)).catch(() => undefined);
    if (file === undefined) return;
    try {
      const found = await file.stat();
      if (found.size > limit || !mayRead(found, this.#user)) return;
      const content = found.size > small ? wholeOf(file, found.size) : await readHandle(file, { limit });
      await body({ content, mtimeMs: found.mtimeMs });
    } catch (error) {
      // It has grown meanwhile.
      if (!(error instanceof UnreadableFileError)) throw error;
    } finally {
      await file.close();
    }
  }
}

function mayRead({ uid, gid, mode }: Rights, user: GitUser | undefined): boolean {
  if (user === undefined) return true;
  const rights = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
  return (rights & 4) !== 0;
}
