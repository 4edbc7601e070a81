import { type FileHandle, lstat, open, realpath, rename, rm } from "node:fs/promises";
import { posix } from "node:path";
import { ActionableError, OutputError } from "../errors.ts";
import { inside } from "../files/inside.ts";
import { NotAFolderError, OpenFolder } from "../files/open-folder.ts";
import { whyNoPlace } from "../files/place-name.ts";
import { openRegular } from "../files/read-bounded.ts";
import { partialName, sweepPartials } from "../leftovers/partial.ts";
import type { Workspace } from "../project/project.ts";

type Content = string | Iterable<string> | NodeJS.ReadableStream;

/**
 * Puts files under their final names in the workspace: whole or not at all, and as the workspace owner's. The code under
 * test could write there, and others still may: no link is followed on the way, and nothing is done to a file by its name
 * that could be done to the open one.
 */
export class Placer {
  readonly #workspace: Pick<Workspace, "path" | "uid" | "gid">;
  readonly #signal: AbortSignal;

  constructor(workspace: Pick<Workspace, "path" | "uid" | "gid">, signal: AbortSignal) {
    this.#workspace = workspace;
    this.#signal = signal;
  }

  /** Takes a file over from outside the workspace. */
  async take(file: string, path: string, mode: number): Promise<void> {
    const source = await openRegular(file);
    try {
      await this.#place(path, source.createReadStream({ autoClose: false }), mode);
    } finally {
      await source.close();
    }
  }

  async write(path: string, content: string | Iterable<string>): Promise<void> {
    await this.#place(path, content, 0o644);
  }

  async #place(path: string, content: Content, mode: number) {
    this.#signal.throwIfAborted();
    const why = whyNoPlace(path);
    if (why !== undefined) throw new OutputError(`${path} is no place for a file: ${why}.`, "Choose another path.");
    try {
      const folder = await this.#folder(posix.dirname(path));
      try {
        await this.#fill(folder, posix.basename(path), content, mode);
        await this.#look(folder, path);
      } finally {
        await folder.close();
      }
    } catch (error) {
      this.#signal.throwIfAborted();
      throw error instanceof ActionableError ? error : unwritten(path, error);
    }
  }

  /** Under a name that cannot be guessed first; then it takes the place of whatever has its own, a link among it. */
  async #fill(folder: OpenFolder, name: string, content: Content, mode: number) {
    const partial = partialName();
    const file = await open(folder.at(partial), "wx", 0o600);
    try {
      await file.writeFile(content, { signal: this.#signal });
      await file.chmod(mode);
      await this.#own(file);
      await rename(folder.at(partial), folder.at(name));
      await isStill(file, folder.at(name));
    } catch (error) {
      await rm(folder.at(partial), { force: true }).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
  }

  /** The folder of that path, made where it is missing; `.` is the workspace. */
  async #folder(path: string): Promise<OpenFolder> {
    let at = await OpenFolder.open(this.#workspace.path);
    const way: string[] = [];
    for (const name of path === "." ? [] : path.split("/")) {
      way.push(name);
      const parent = at;
      at = await this.#below(parent, name, way.join("/")).finally(() => parent.close());
    }
    try {
      await sweepPartials(at.at("."));
      return at;
    } catch (error) {
      await at.close();
      throw error;
    }
  }

  async #below(parent: OpenFolder, name: string, path: string): Promise<OpenFolder> {
    const { folder, made } = await parent.makeFolder(name).catch(async (error: unknown) => {
      if (!(error instanceof NotAFolderError)) throw error;
      throw new OutputError(await this.#whyNotThrough(path, error), "Remove it, and run again.");
    });
    if (!made) return folder;
    // Whatever the umask: others than the owner collect what CI makes.
    await folder.give(await this.#ownerFor(folder), 0o755);
    return folder;
  }

  async #whyNotThrough(path: string, { message }: NotAFolderError): Promise<string> {
    const root = this.#workspace.path;
    const leads = await realpath(posix.join(root, path)).catch(() => root);
    return inside(root, leads)
      ? `${path} cannot be written to: ${message}.`
      : `${path} leads outside the workspace, through a link.`;
  }

  /** Only root makes files for somebody else. */
  async #ownerFor(made: { stat(): Promise<{ readonly uid: number }> }) {
    const { uid, gid } = this.#workspace;
    return (await made.stat()).uid === uid ? undefined : { uid, gid };
  }

  async #own(file: FileHandle): Promise<void> {
    const owner = await this.#ownerFor(file);
    if (owner !== undefined) await file.chown(owner.uid, owner.gid);
  }

  /** The folder may have been moved while it was written to. */
  async #look(folder: OpenFolder, path: string): Promise<void> {
    const { path: root } = this.#workspace;
    const now = await folder.path();
    if (inside(root, now) && now === posix.join(root, posix.dirname(path))) return;
    await rm(folder.at(posix.basename(path)), { force: true });
    throw new OutputError(`${path} was moved while it was written.`, "Look for what else works in the workspace.");
  }
}

/** What lies under the name is what was written. */
async function isStill(file: FileHandle, path: string): Promise<void> {
  const [written, there] = [await file.stat(), await lstat(path)];
  if (written.ino === there.ino && written.dev === there.dev) return;
  throw new Error("something else has taken its place");
}

function unwritten(path: string, error: unknown): OutputError {
  const reason = error instanceof Error ? error.message.replaceAll(/\/proc\/self\/fd\/\d+\//g, "") : String(error);
  return new OutputError(
    `${path} could not be written: ${reason}`,
    "Look after the disk and the rights of the workspace.",
  );
}
