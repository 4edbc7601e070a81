import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { Task } from "../plan/step.ts";
import type { OutputStream } from "../reading/reading.ts";

/** Characters. A write for each piece that comes would cost more than all reading. */
const gathered = 512 * 1024;

/** Keeps the raw standard output of the tasks that ask for it, in the scratch folder's `reports`. */
export class Recording {
  readonly #file: FileHandle | undefined;
  #waiting: string[] = [];
  #length = 0;

  private constructor(file: FileHandle | undefined) {
    this.#file = file;
  }

  static async open(scratch: string, task: Task): Promise<Recording> {
    if (task.recordStdout === undefined) return new Recording(undefined);
    return new Recording(await open(join(scratch, "reports", task.recordStdout), "a"));
  }

  async write(stream: OutputStream, text: string): Promise<void> {
    if (stream !== "stdout" || this.#file === undefined) return;
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= gathered) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#file?.close();
  }

  async #flush(): Promise<void> {
    const text = this.#waiting.join("");
    this.#waiting = [];
    this.#length = 0;
    await this.#file?.appendFile(text);
  }
}
