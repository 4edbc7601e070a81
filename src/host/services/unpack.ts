import { createReadStream, createWriteStream } from "node:fs";
import { chown, mkdir, open, statfs, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { eachTarEntry, type TarEntry } from "../../tar-entries.ts";
import { entryRules, isLeftOut } from "./entry-rules.ts";

const largest = 16 * 2 ** 30;
const mostEntries = 4_000_000;

/** Unpacks an archive of the cache service into a folder: plain files and folders below `root` alone. */
export async function unpack(archive: string, root: string, into: string): Promise<void> {
  const { bavail, bsize } = await statfs(into);
  const limits = { bytes: Math.min(largest, (bavail * bsize) / 2), entries: mostEntries };
  const rules = entryRules(root, limits);
  await eachTarEntry(
    [createReadStream(archive), await decompressor(archive)],
    async (entry) => {
      const path = rules(entry.header);
      if (!isLeftOut(path.slice(root.length + 1))) await write(entry, join(into, path));
    },
    limits,
  );
}

/** Made anew, never over something: a second entry of the same name is an error. */
async function write(entry: TarEntry, path: string): Promise<void> {
  const { type, mode, mtime, uid, gid } = entry.header;
  if (type === "directory") {
    await mkdir(path, { recursive: true });
    entry.resume();
  } else {
    await mkdir(dirname(path), { recursive: true });
    await pipeline(entry, createWriteStream(path, { flags: "wx", mode: (mode & 0o777) | 0o600 }));
  }
  // Go's caches belong to the user that the container runs as; only root can give them back.
  if (process.getuid?.() === 0) await chown(path, uid, gid);
  // Go throws away what has not been used for days: the age counts.
  if (mtime !== undefined) await utimes(path, mtime, mtime);
}

/** Bytes that are unpacked at once. */
const chunkSize = 256 * 1024;

async function decompressor(archive: string) {
  const file = await open(archive);
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  await file.close();
  if (buffer.readUInt32BE() === 0x28b52ffd) return createZstdDecompress({ chunkSize });
  if (buffer.readUInt16BE() === 0x1f8b) return createGunzip({ chunkSize });
  throw new Error("it is no archive");
}
