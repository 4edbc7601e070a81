import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ExtractEvents, extract, type Header } from "tar-stream";

/** A stream of the content, with its `header`. */
export type TarEntry = ExtractEvents["entry"][1];

/** What an archive of unknown origin may take. */
export interface TarLimits {
  /** In all, unpacked. */
  readonly bytes: number;
  readonly entries: number;
}

/** Larger than images are, and nothing that could fill a memory: content is handed on as it comes. */
const usualLimits: TarLimits = { bytes: 64 * 2 ** 30, entries: 2_000_000 };

/** Bytes of long names and extended headers, which the parser keeps in memory: for each entry, and at once. */
const headerBytes = 8 * 1024;
const heldBytes = 2 ** 20;
const longestPiece = 64 * 1024;
/** Linux knows no longer path. */
const longestName = 4096;

/**
 * Goes through a tar as it comes, in one or more streams; `look` reads an entry, or leaves it. Throws an Error that says
 * what is wrong where the archive is none, or goes beyond the limits.
 */
export async function eachTarEntry(
  [source, ...unpackers]: readonly [Readable, ...Transform[]],
  look: (entry: TarEntry) => Promise<void> | void,
  limits: TarLimits = usualLimits,
): Promise<void> {
  const entries = extract();
  const account = new Account(limits);
  const unpacked = unpackers.at(-1) ?? source;
  // What fails first ends the others, which then only say that they were ended.
  let wrong: { readonly by: unknown } | undefined;
  const first = (error: unknown): never => {
    wrong ??= { by: error };
    throw wrong.by;
  };
  const counted = async function* () {
    try {
      yield* account.counted(unpacked);
    } catch (error) {
      first(error);
    }
  };
  const reading = (async () => {
    for await (const entry of entries) {
      try {
        account.claim(entry.header);
        await look(entry);
      } catch (error) {
        first(error);
      }
      entry.resume();
    }
  })();
  const unpacking = unpackers.length === 0 ? undefined : pipeline([source, ...unpackers]);
  const parts = [unpacking, pipeline(counted, entries), reading].map((part) =>
    part?.catch((error) => void first(error)),
  );
  // Nobody is to write any more once this has failed.
  await Promise.allSettled(parts);
  if (wrong !== undefined) throw wrong.by;
}

/** Compares what the parser was given with what came out of it. */
class Account {
  readonly #limits: TarLimits;
  #given = 0;
  #claimed = 0;
  #entries = 0;

  constructor(limits: TarLimits) {
    this.#limits = limits;
  }

  claim({ name, linkname, size = 0 }: Header): void {
    this.#entries += 1;
    this.#claimed += 512 + Math.ceil(size / 512) * 512;
    if (this.#entries > this.#limits.entries) throw new Error(`it has more than ${this.#limits.entries} entries`);
    if (name.length > longestName || (linkname ?? "").length > longestName)
      throw new Error(`a name in it is longer than ${longestName} characters`);
  }

  /** Hands bytes on in small pieces, so that what was given is hardly ahead of what came out. */
  async *counted(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; at += longestPiece) {
        const part = piece.subarray(at, at + longestPiece);
        this.#given += part.length;
        this.#check();
        yield part;
      }
    }
  }

  #check(): void {
    if (this.#given > this.#limits.bytes) throw new Error(`unpacked, it has more than ${this.#limits.bytes} bytes`);
    if (this.#given - this.#claimed > heldBytes + headerBytes * this.#entries)
      throw new Error("its headers are too long");
  }
}
