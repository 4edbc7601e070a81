import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { Task } from "../plan/step.ts";
import type { OutputStream } from "../reading/reading.ts";

/** Keeps the raw standard output of the tasks that ask for it, in the scratch folder's `reports`. */
export class Recording {
  readonly #file: FileHandle | undefined;

  private constructor(file: FileHandle | undefined) {
    this.#file = file;
  }

  static async open(scratch: string, task: Task): Promise<Recording> {
    if (task.recordStdout === undefined) return new Recording(undefined);
    return new Recording(await open(join(scratch, "reports", task.recordStdout), "a"));
  }

  async write(stream: OutputStream, text: string): Promise<void> {
    if (stream === "stdout") await this.#file?.appendFile(text);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
