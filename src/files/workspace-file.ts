import { readlink, realpath } from "node:fs/promises";
import { join } from "node:path";
import { inside } from "./inside.ts";
import { type Bounds, openRegular, readHandle, UnreadableFileError } from "./read-bounded.ts";

/**
 * Reads a file of the workspace, which others have written: a regular one, not larger than the limit, to which no link
 * leads out. `root` is resolved. Undefined where there is none; throws UnreadableFileError for anything else than such a
 * file, with the reason. All reading of the workspace goes through here.
 */
export async function readWorkspaceFile(root: string, path: string, bounds: Bounds): Promise<Buffer | undefined> {
  const real = await realpath(join(root, path)).catch(ifMissing);
  if (real === undefined) return undefined;
  if (!inside(root, real)) throw new UnreadableFileError("it is a link that leads outside the workspace");
  const file = await openRegular(real).catch(ifMissing);
  if (file === undefined) return undefined;
  try {
    // A folder on the way may have become a link since.
    const opened = await openedPath(file.fd);
    if (opened !== undefined && !inside(root, opened))
      throw new UnreadableFileError("it is a link that leads outside the workspace");
    return await readHandle(file, bounds);
  } finally {
    await file.close();
  }
}

/** The same as text; empty where there is no such file, or none that can be read. */
export async function workspaceText(root: string, path: string, bounds: Bounds): Promise<string> {
  const content = await readWorkspaceFile(root, path, bounds).catch((error: unknown) => {
    bounds.signal?.throwIfAborted();
    if (error instanceof UnreadableFileError || isSystemError(error)) return undefined;
    throw error;
  });
  return content?.toString("utf8") ?? "";
}

/** Where an open file lies; undefined on a system that does not tell. */
export async function openedPath(fd: number): Promise<string | undefined> {
  return await readlink(`/proc/self/fd/${fd}`).catch(() => undefined);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  if (error.code === "ELOOP") throw new UnreadableFileError("it is a link that leads nowhere");
  throw error;
}
