import { chmodSync, lstatSync, renameSync } from "node:fs";
import { chmod, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { readChecked } from "./checked-file.ts";
import type { ContainerSpec } from "./engine.ts";
import { fillFresh } from "./fresh-folders.ts";
import { type HandOver, longestStatus } from "./hand-over.ts";
import { layout } from "./layout.ts";

/** The container's folders are ours. What its commands have written there is moved to where it cannot be reached any more. */
export class MountedFiles implements HandOver {
  readonly copied = false;
  readonly #statusDir: string;
  /** Ours alone. */
  readonly #private: string;
  readonly #spec: ContainerSpec;
  #taken = 0;

  /** `spec`: with the mounts as we see them. */
  constructor(statusDir: string, privateDir: string, spec: ContainerSpec) {
    this.#statusDir = statusDir;
    this.#private = privateDir;
    this.#spec = spec;
  }

  status(name: string): Promise<string> {
    return readChecked(join(this.#statusDir, name), longestStatus);
  }

  async handIn(): Promise<void> {}

  async handOut(last: boolean): Promise<string> {
    const [out, home] = [this.#source(layout.out), this.#source(layout.home)];
    const taken = join(this.#private, `taken-${this.#taken++}`);
    await moveAll(out, join(taken, "out"));
    await moveAll(home, join(taken, "home"));
    const { uid, gid } = this.#spec.user;
    if (!last) await fillFresh(out, home, process.getuid?.() === 0 ? { uid, gid } : undefined);
    return join(taken, "out");
  }

  #source(wanted: string): string {
    const mount = this.#spec.mounts.find(({ target }) => target === wanted);
    if (mount === undefined) throw new Error(`the container has no ${wanted}`);
    return mount.source;
  }
}

/** Empties a folder. What code under test has left there may be write-protected, and very many. */
async function moveAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  await chmod(from, 0o755);
  const names = await readdir(from);
  for (let next = names.splice(0, atOnce); next.length > 0; next = names.splice(0, atOnce)) {
    // A call each that is waited for would take a hundred times as long.
    for (const name of next) move(join(from, name), join(to, name));
    await setImmediate();
  }
}

/** Files between which signals are looked at. */
const atOnce = 500;

function move(from: string, to: string): void {
  // To move a folder, others than root have to be allowed to write in it.
  if (process.getuid?.() !== 0 && lstatSync(from).isDirectory()) chmodSync(from, 0o700);
  renameSync(from, to);
}
