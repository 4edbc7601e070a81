/** What is left on the disk of one folder. */
export interface DiskSpace {
  readonly folder: string;
  readonly bytes: number;
  /** Undefined where the file system does not count them. */
  readonly files: number | undefined;
}

/** Less than this, and go fails in words that do not speak of a disk: it could not write a tool of its own, or an index. */
const least = { bytes: 8 << 20, files: 16 };

/** Reads what `df -Pk` and `df -Pi` print for the folders, a line each, in their order. */
export function readDiskSpace(folders: readonly string[], blocks: string, inodes: string): readonly DiskSpace[] {
  const kilobytes = available(blocks);
  const files = available(inodes);
  return folders.flatMap((folder, i) => {
    const free = kilobytes[i];
    return free === undefined ? [] : [{ folder, bytes: Math.max(0, free) * 1024, files: files[i] }];
  });
}

/** The first disk on which nothing more can be made, and what of. */
export function fullDisk(disks: readonly DiskSpace[]): (DiskSpace & { readonly short: "bytes" | "files" }) | undefined {
  for (const disk of disks) {
    if (disk.bytes < least.bytes) return { ...disk, short: "bytes" };
    if (disk.files !== undefined && disk.files < least.files) return { ...disk, short: "files" };
  }
  return undefined;
}

/** The fourth column; undefined where the second says that there is nothing to count. */
function available(text: string): readonly (number | undefined)[] {
  const lines = text.split("\n").map((line) => /\s(\d+)\s+-?\d+\s+(-?\d+)\s+(?:-?\d+%|-)\s+\//.exec(line));
  return lines.filter((line) => line !== null).map(([, all, free]) => (all === "0" ? undefined : Number(free)));
}
