import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { humanSize } from "../report/human.ts";

/** Bytes, for files of settings, versions, modules and roots: no real one is larger. */
export const usualLimit = 16 * 2 ** 20;

/** How a file is read that others may have put there. */
export interface Bounds {
  /** Bytes. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** What lies there is not a file that can be read within its bounds. */
export class UnreadableFileError extends Error {}

/** Opens a regular file. No link is followed, and neither a pipe nor a device holds us up. */
export async function openRegular(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      // A socket cannot be opened at all.
      if (error.code === "ELOOP" || error.code === "ENXIO") throw new UnreadableFileError("it is not a regular file");
      throw error;
    },
  );
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new UnreadableFileError("it is not a regular file");
}

/** The content of a regular file that is not larger than the limit, also where it grows while it is read. */
export async function readBounded(path: string, bounds: Bounds): Promise<Buffer> {
  const file = await openRegular(path);
  try {
    return await readHandle(file, bounds);
  } finally {
    await file.close();
  }
}

/** The same where the machine's own user may have put a link. */
export async function readFollowed(path: string, bounds: Bounds): Promise<Buffer> {
  return readBounded(await realpath(path), bounds);
}

/** The same at once, for the start of the program. */
export function readBoundedSync(path: string, limit: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > limit) throw new UnreadableFileError("it is not a regular file of that size");
    const content = Buffer.alloc(stat.size);
    return content.subarray(0, readSync(file, content));
  } finally {
    closeSync(file);
  }
}

const piece = 1 << 20;

/** The same of a file that is open. */
export async function readHandle(file: FileHandle, { limit, signal }: Bounds): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  const most = Math.min(piece, limit + 1);
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, length);
    if (bytesRead === 0) return Buffer.concat(pieces, length);
    length += bytesRead;
    if (length > limit) throw new UnreadableFileError(`it is larger than ${humanSize(limit)}`);
    pieces.push(buffer.subarray(0, bytesRead));
  }
}

/** The content of an open file, piece by piece: it may grow meanwhile, and no more comes than its size was. */
export function wholeOf(file: FileHandle, size: number): Iterable<never> | AsyncIterable<Buffer> {
  return size === 0 ? [] : file.createReadStream({ autoClose: false, start: 0, end: size - 1 });
}
