import type { SourceFolder } from "./source-folder.ts";

/** Names, folders' among them; bytes of a name and of what stands in a file; how many are read at once. */
const limits = { most: 100_000, name: 1024, content: 1200, atOnce: 64 };

/** What git takes for a name, roughly: nothing in it divides lines or words. */
const wellNamed = /^[^\p{Cc} ~^:?*[\\]+$/u;

/** References by their names, `refs/heads/main`. */
export interface References {
  /** To an object: 40 or 64 hex digits. */
  readonly objects: ReadonlyMap<string, string>;
  /** To another reference, `ref: refs/heads/main`. */
  readonly symbolic: ReadonlyMap<string, string>;
}

/** The references that have a file each. */
export async function looseReferences(shared: SourceFolder, signal: AbortSignal): Promise<References> {
  const loose = new Loose(signal);
  await shared.below("refs", (refs) => loose.read(refs, "refs"));
  return loose;
}

class Loose implements References {
  readonly objects = new Map<string, string>();
  readonly symbolic = new Map<string, string>();
  readonly #signal: AbortSignal;
  #seen = 0;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** One level after the other. */
  async read(from: SourceFolder, path: string): Promise<void> {
    const entries = (await from.entries()).filter(({ name }) => isName(`${path}/${name}`));
    const taken = entries.slice(0, limits.most - this.#seen);
    this.#seen += taken.length;
    const files = taken.filter((entry) => entry.isFile());
    for (let next = files.splice(0, limits.atOnce); next.length > 0; next = files.splice(0, limits.atOnce)) {
      this.#signal.throwIfAborted();
      await Promise.all(next.map(({ name }) => this.#one(from, name, `${path}/${name}`)));
    }
    for (const { name } of taken.filter((entry) => entry.isDirectory()))
      await from.below(name, (below) => this.read(below, `${path}/${name}`));
  }

  async #one(from: SourceFolder, file: string, name: string): Promise<void> {
    const content = (await from.text(file, limits.content)).trimEnd();
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(content)) this.objects.set(name, content);
    else if (/^ref: \S+$/.test(content)) this.symbolic.set(name, content);
  }
}

function isName(path: string): boolean {
  return Buffer.byteLength(path) <= limits.name && wellNamed.test(path);
}

/** Git's one file of all references with the loose ones in it, which count more: a file each takes long to make. */
export function packedReferences(packed: string, { objects }: References): string {
  if (objects.size === 0) return packed;
  const kept: string[] = [];
  let dropped = false;
  for (const line of packed.split("\n")) {
    // The first line says that all are sorted. What a tag leads to follows it, after a `^`.
    if (line === "" || line.startsWith("#")) continue;
    if (!line.startsWith("^")) dropped = objects.has(line.slice(line.indexOf(" ") + 1));
    if (!dropped) kept.push(line);
  }
  for (const [name, object] of objects) kept.push(`${object} ${name}`);
  return kept.map((line) => `${line}\n`).join("");
}
