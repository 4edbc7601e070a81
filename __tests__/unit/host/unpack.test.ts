import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { type Header, pack } from "tar-stream";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { entryRules } from "../../../src/host/services/entry-rules.ts";
import { unpack } from "../../../src/host/services/unpack.ts";

const root = "go-docker-action/cache";
let folder = "";
let into = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gda-unpack-"));
  into = join(folder, "into");
  await mkdir(into);
  onTestFinished(() => rm(folder, { recursive: true }));
});

type Given = Partial<Header> & { readonly content?: string };

async function archive(entries: readonly Given[], compress = zstdCompressSync): Promise<Buffer> {
  const tar = pack();
  for (const { content = "", ...header } of entries)
    tar.entry({ name: "x", mtime: new Date(1e12), ...header }, content);
  tar.finalize();
  return compress(await buffer(tar));
}

async function unpacked(bytes: Buffer): Promise<readonly string[]> {
  await writeFile(join(folder, "archive"), bytes);
  await unpack(join(folder, "archive"), root, into);
  return (await readdir(into, { recursive: true })).sort();
}

const good: readonly Given[] = [
  { name: `${root}/`, type: "directory" },
  { name: `${root}/1000/build/ab/x-a`, content: "action", mode: 0o444 },
  { name: `${root}/1000/build/ab/x-d`, content: "y".repeat(200_000) },
];

describe("an archive of the cache service", () => {
  it.each([
    ["zstd", zstdCompressSync],
    ["gzip", gzipSync],
  ] as const)("is unpacked from %s: plain files, with their age", async (_, compress) => {
    expect(await unpacked(await archive(good, compress as typeof zstdCompressSync))).toContain(
      `${root}/1000/build/ab/x-a`,
    );
    const file = join(into, root, "1000/build/ab/x-a");
    expect(await readFile(file, "utf8")).toBe("action");
    expect((await stat(file)).mtimeMs).toBe(1e12);
  });

  it.each<[string, Given, string]>([
    ["an absolute name", { name: "/etc/gda-x", content: "x" }, "leads elsewhere"],
    ["a way out", { name: `${root}/../../x`, content: "x" }, "leads elsewhere"],
    ["a way out that comes back", { name: `${root}/../cache/x`, content: "x" }, "leads elsewhere"],
    ["another folder", { name: "go-docker-action/other", content: "x" }, "is outside of"],
    ["a folder of a longer name", { name: `${root}2/x`, content: "x" }, "is outside of"],
    ["a symbolic link", { name: `${root}/x`, type: "symlink", linkname: "/etc" }, "is a symlink"],
    ["a hard link", { name: `${root}/x`, type: "link", linkname: "/etc/passwd" }, "is a link"],
    ["a device", { name: `${root}/x`, type: "character-device" }, "is a character-device"],
    ["a pipe", { name: `${root}/x`, type: "fifo" }, "is a fifo"],
  ])("with %s is refused", async (_, entry, reason) => {
    await expect(unpacked(await archive([...good, entry]))).rejects.toThrow(reason);
  });

  it("leaves out what go or git would start, or believe", async () => {
    const kept = ["build/ab/x-d", "pkg/mod/m@v1/m.go", "pkg/mod/cache/download/m/@v/v1.mod"];
    const left = [
      ...["pkg/mod/cache/vcs/0a/config", "pkg/mod/cache/vcs/0a.info", "pkg/mod/cache/lock", "pkg/bin/go"],
      ...["pkg/mod/golang.org/toolchain@v0.0.1-go1.99.linux-amd64/bin/go", "pkg/mod/golang.org/fips140@v1/x.go"],
      ...["pkg/sumdb/sum.golang.org/latest", "pkg/mod/cache/download/sumdb/x", "pkg/linux_amd64/fmt.a"],
      ...["zip", "lock", "partial"].map((ending) => `pkg/mod/cache/download/m/@v/v1.${ending}`),
      ...["pkg/mod/cache/download/golang.org/toolchain/@v/x.mod", "pkg/mod/cache/download/m/@v/list"],
    ];
    const files = await unpacked(
      await archive([...kept, ...left].map((name) => ({ name: `${root}/1000/${name}`, content: "x" }))),
    );
    expect(left.filter((name) => files.includes(`${root}/1000/${name}`))).toEqual([]);
    expect(kept.filter((name) => !files.includes(`${root}/1000/${name}`))).toEqual([]);
  });

  it("with two files of one name is refused", async () => {
    const twice = { name: `${root}/x`, content: "x" };
    await expect(unpacked(await archive([twice, twice]))).rejects.toThrow("EEXIST");
  });

  it("gives no file rights that it should not have", async () => {
    await unpacked(await archive([{ name: `${root}/x`, content: "x", mode: 0o6755 }]));
    expect((await stat(join(into, root, "x"))).mode & 0o7777).toBe(0o755);
  });

  it.each(Array.from({ length: 20 }, (_, i) => i))("that breaks off (%i) is refused", async (i) => {
    const whole = await archive(good, gzipSync as unknown as typeof zstdCompressSync);
    await expect(unpacked(whole.subarray(0, Math.floor((whole.length * i) / 20)))).rejects.toThrow();
  });

  it.each(Array.from({ length: 20 }, (_, i) => i))("with a flipped bit (%i) is refused", async (i) => {
    const bytes = Buffer.from(await archive(good, gzipSync as unknown as typeof zstdCompressSync));
    const at = 20 + Math.floor(((bytes.length - 28) * i) / 20);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    await expect(unpacked(bytes)).rejects.toThrow();
  });

  it("that is no archive is refused", async () => {
    await expect(unpacked(Buffer.from("<html>no</html>"))).rejects.toThrow("no archive");
  });
});

it("what is in an archive is counted, however it says its size", () => {
  const rules = entryRules("r", { bytes: 100, entries: 3 });
  rules({ name: "r/a", type: "file", size: 100 });
  expect(() => rules({ name: "r/b", type: "file", size: 1 })).toThrow("larger than this machine can take");
  const many = entryRules("r", { bytes: 100, entries: 2 });
  for (const name of ["r/a", "r/b"]) many({ name, type: "file", size: 0 });
  expect(() => many({ name: "r/c", type: "file", size: 0 })).toThrow("larger than this machine can take");
});
