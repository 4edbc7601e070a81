import { execFileSync } from "node:child_process";
import { link, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { hashFile, readChecked } from "../../../src/engine/checked-file.ts";
import { OutputError } from "../../../src/errors.ts";

async function folder(): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "gda-checked-")));
  onTestFinished(() => rm(path, { recursive: true }));
  await mkdir(join(path, "out"));
  await writeFile(join(path, "secret"), "the host's own");
  return path;
}

/** What code under test can leave where a product is expected; each makes it at `product`, in `path`. */
const planted: Readonly<Record<string, (product: string, path: string) => Promise<void>>> = {
  "a link to a file of the host": (product, path) => symlink(join(path, "secret"), product),
  "a link to nowhere": (product) => symlink("/nowhere", product),
  "a second name of a file of the host": (product, path) => link(join(path, "secret"), product),
  "a link in the place of its folder": async (product, path) => {
    await rm(join(path, "out"), { recursive: true });
    await mkdir(join(path, "elsewhere"));
    await symlink(join(path, "elsewhere"), join(path, "out"));
    await writeFile(product, "x");
  },
  "a pipe": async (product) => void execFileSync("mkfifo", [product]),
  "a folder": async (product) => void (await mkdir(product)),
  nothing: () => Promise.resolve(),
};

it.each(Object.keys(planted))("%s is neither read nor waited for", async (name) => {
  const path = await folder();
  const product = join(path, "out", "product");
  await planted[name]?.(product, path);
  await expect(readChecked(product)).rejects.toThrow(OutputError);
  await expect(hashFile(product)).rejects.toThrow(/^The product product is not taken over: /);
});

it("a plain file is read, and known by its size and sha256", async () => {
  const path = await folder();
  await writeFile(join(path, "out/product"), "abc");
  expect(await readChecked(join(path, "out/product"))).toBe("abc");
  expect(await hashFile(join(path, "out/product"))).toEqual({
    size: 3,
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  });
});
