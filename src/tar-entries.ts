import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ExtractEvents, extract } from "tar-stream";

/** A stream of the content, with its `header`. */
export type TarEntry = ExtractEvents["entry"][1];

/** Goes through a tar as it comes, in one or more streams; `look` reads an entry, or leaves it. */
export async function eachTarEntry(
  [source, ...unpackers]: readonly [Readable, ...Transform[]],
  look: (entry: TarEntry) => Promise<void> | void,
): Promise<void> {
  const entries = extract();
  const reading = (async () => {
    for await (const entry of entries) {
      await look(entry);
      entry.resume();
    }
  })();
  await Promise.all([pipeline([source, ...unpackers, entries]), reading]);
}
