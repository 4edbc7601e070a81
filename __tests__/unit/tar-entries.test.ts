import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createGunzip, gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import { eachTarEntry } from "../../src/tar-entries.ts";

const mebibyte = 2 ** 20;

/** One header block of a tar. */
async function header(name: string, size: number, type: "file" | "x" | "g" | "L"): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name }, "");
  archive.finalize();
  const block = (await buffer(archive)).subarray(0, 512);
  block.write(size.toString(8).padStart(11, "0"), 124);
  if (type !== "file") block.write(type, 156);
  const sum = block.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

const padded = (content: Buffer) => Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
const record = (key: string, value: string) => {
  const rest = ` ${key}=${value}\n`;
  const length = [1, 2, 3, 4, 5, 6, 7].find((digits) => `${rest.length + digits}`.length === digits) ?? 0;
  return `${rest.length + length}${rest}`;
};

async function extended(type: "x" | "g" | "L", content: string): Promise<Buffer> {
  return Buffer.concat([await header("pax", content.length, type), padded(Buffer.from(content))]);
}

/** How many bytes are taken of a source, and what comes of it. */
async function read(pieces: Iterable<Buffer>, limits?: { bytes: number; entries: number }) {
  const seen = { taken: 0, entries: 0, error: undefined as unknown };
  const source = function* () {
    for (const piece of pieces) {
      seen.taken += piece.length;
      yield piece;
    }
  };
  const look = () => {
    seen.entries += 1;
  };
  await eachTarEntry([Readable.from(source(), { highWaterMark: 1 })], look, limits).catch((error: Error) => {
    seen.error = error.message;
  });
  return seen;
}

describe("eachTarEntry", () => {
  it("reads long names and extended headers of a usual size", async () => {
    const name = "d/".repeat(1000);
    const tar = [await extended("x", record("path", `${name}x`)), await header("x", 0, "file")];
    const names: string[] = [];
    await eachTarEntry([Readable.from([...tar, ...tar, Buffer.alloc(10_240)])], (entry) => {
      names.push(entry.header.name);
    });
    expect(names).toEqual([`${name}x`, `${name}x`]);
  });

  it.each<[string, () => Promise<Iterable<Buffer>>, string]>([
    ["a name of 3 MB", async () => [await extended("L", "n".repeat(3 * mebibyte))], "headers are too long"],
    ["an extended header of 3 MB", async () => [await extended("x", record("a", "b".repeat(3 * mebibyte)))], "headers"],
    ["a name longer than a path", async () => [await extended("x", record("path", "n".repeat(5000)))], "longer than"],
    ["headers without an end", async () => repeated(await extended("x", record("a", "b"))), "headers are too long"],
    ["headers for all without an end", async () => repeated(await extended("g", record("a", "b"))), "too long"],
    ["zeros without an end", async () => repeated(Buffer.alloc(64 * 1024)), "headers are too long"],
  ])("ends at %s, with little taken", async (_, archive, message) => {
    const file = [await header("x", 0, "file")];
    const seen = await read(chained(file, cut(await archive()), file));
    expect(seen.error).toContain(message);
    expect(seen.taken).toBeLessThan(2 * mebibyte);
  });

  it("ends where there are more entries than the limit", async () => {
    const seen = await read(repeated(await header("x", 0, "file")), { bytes: 1e9, entries: 1000 });
    expect([seen.error, seen.entries]).toEqual(["it has more than 1000 entries", 1000]);
  });

  it("ends where it unpacks to more bytes than the limit", async () => {
    const tar = Buffer.concat([await header("x", 200 * mebibyte, "file"), Buffer.alloc(200 * mebibyte)]);
    let taken = 0;
    const reading = eachTarEntry(
      [Readable.from([gzipSync(tar)]), createGunzip()],
      async (entry) => {
        for await (const piece of entry) taken += (piece as Buffer).length;
      },
      { bytes: 8 * mebibyte, entries: 10 },
    );
    await expect(reading).rejects.toThrow(`unpacked, it has more than ${8 * mebibyte} bytes`);
    expect(taken).toBeLessThanOrEqual(8 * mebibyte);
  });

  it("gives the error of who looks, and not that it was ended", async () => {
    const tar = [await header("x", 0, "file"), Buffer.alloc(1024)];
    const looking = eachTarEntry([Readable.from(tar)], () => Promise.reject(new Error("not that one")));
    await expect(looking).rejects.toThrow("not that one");
  });
});

function* repeated(piece: Buffer): Iterable<Buffer> {
  for (let i = 0; i < 200_000; i += 1) yield piece;
}

/** As a connection gives them. */
function* cut(pieces: Iterable<Buffer>): Iterable<Buffer> {
  for (const piece of pieces) for (let at = 0; at < piece.length; at += 16_384) yield piece.subarray(at, at + 16_384);
}

function* chained(...parts: readonly Iterable<Buffer>[]): Iterable<Buffer> {
  for (const part of parts) yield* part;
}
