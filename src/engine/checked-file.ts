import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { dirname } from "node:path";
import { OutputError } from "../errors.ts";
import { readHandle, UnreadableFileError } from "../files/read-bounded.ts";

/** Code under test can leave links, pipes and devices where a file is expected: none of them is followed or read. */
export async function openChecked(path: string): Promise<FileHandle> {
  // A folder on the way may be a link, too: the scratch folder's own path has none.
  if ((await realpath(dirname(path)).catch(() => "")) !== dirname(path))
    throw refusal(path, "a folder on its way is a link");
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((error: unknown) => {
    throw refusal(path, error instanceof Error ? error.message : String(error));
  });
  const stat = await file.stat();
  if (stat.isFile() && stat.nlink === 1) return file;
  await file.close();
  throw refusal(path, stat.isFile() ? "it has a second name (a hard link)" : "it is not a regular file");
}

function refusal(path: string, reason: string): OutputError {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return new OutputError(
    `The product ${name} is not taken over: ${reason}.`,
    "Look for code that replaces the output while the step runs.",
  );
}

/** Bytes of the products that are texts. */
const largest = 64 * 2 ** 20;

/** A text that a command in the container wrote. */
export async function readChecked(path: string, limit = largest): Promise<string> {
  return (await readCheckedBytes(path, limit)).toString("utf8");
}

/** Bytes that a command in the container wrote. */
export async function readCheckedBytes(path: string, limit = largest): Promise<Buffer> {
  const file = await openChecked(path);
  try {
    return await readHandle(file, { limit });
  } catch (error) {
    throw error instanceof UnreadableFileError ? refusal(path, error.message) : error;
  } finally {
    await file.close();
  }
}

/** Size in bytes and sha256 of a file that a command in the container wrote. */
export async function hashFile(path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const file = await openChecked(path);
  try {
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      hash.update(chunk as Buffer);
      size += (chunk as Buffer).length;
    }
    return { size, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}
