import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { inTurns } from "../in-turns.ts";

/** Files that are read at the same time. */
const width = 4;

/**
 * What go.sum says of a folder with these contents, all names below `prefix` (`example.org/a@v1.0.0`). Undefined where it
 * holds something that go would not hash: links, and names with a line feed.
 */
export async function dirHash(folder: string, prefix: string): Promise<string | undefined> {
  const names = await filesIn(folder, "");
  if (names === undefined) return undefined;
  const sums = await inTurns(names, width, async (name) => ({ name, sum: await sha256(join(folder, name)) }));
  return h1(sums.map(({ name, sum }) => ({ name: `${prefix}/${name}`, sum })));
}

/** The same of a go.mod file alone. */
export async function goModHash(file: string): Promise<string> {
  return h1([{ name: "go.mod", sum: await sha256(file) }]);
}

function h1(files: readonly { readonly name: string; readonly sum: string }[]): string {
  const bytes = (name: string) => Buffer.from(name);
  const lines = files.toSorted((a, b) => Buffer.compare(bytes(a.name), bytes(b.name)));
  const hash = createHash("sha256");
  for (const { name, sum } of lines) hash.update(`${sum}  ${name}\n`);
  return `h1:${hash.digest("base64")}`;
}

async function filesIn(folder: string, below: string): Promise<readonly string[] | undefined> {
  const names: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const name = `${below}${entry.name}`;
    const inner = entry.isDirectory() ? await filesIn(folder, `${name}/`) : entry.isFile() ? [name] : undefined;
    if (inner === undefined || name.includes("\n")) return undefined;
    names.push(...inner);
  }
  return names;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) hash.update(piece as Buffer);
  return hash.digest("hex");
}
