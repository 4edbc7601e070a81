import { createHash } from "node:crypto";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { inTurns } from "../in-turns.ts";

/** Files that are read at the same time. */
const width = 8;
/** Bytes of a file that is read at once. */
const small = 2 ** 20;

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
  const handle = await open(file);
  try {
    const hash = createHash("sha256");
    // Modules are of many small files: a stream for each would take most of the time.
    if ((await handle.stat()).size <= small) hash.update(await handle.readFile());
    else for await (const piece of handle.createReadStream({ autoClose: false })) hash.update(piece as Buffer);
    return hash.digest("hex");
  } finally {
    await handle.close();
  }
}
