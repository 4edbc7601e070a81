import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { Secrets } from "../host/secrets.ts";
import type { Task } from "../plan/step.ts";
import type { OutputStream } from "../reading/reading.ts";
import { MaskedEvents } from "./masked-events.ts";

/** Characters. A write for each piece that comes would cost more than all reading. */
const gathered = 512 * 1024;

/** Keeps the raw standard output of the tasks that ask for it, without secrets, in the scratch folder's `reports`. */
export class Recording {
  readonly #file: FileHandle | undefined;
  #waiting: string[] = [];
  #length = 0;
  readonly #secrets: Secrets;
  readonly #events: MaskedEvents;

  private constructor(file: FileHandle | undefined, secrets: Secrets) {
    this.#file = file;
    this.#secrets = secrets;
    this.#events = new MaskedEvents(secrets);
  }

  static async open(scratch: string, task: Task, secrets = new Secrets()): Promise<Recording> {
    const { recordStdout } = task;
    const file = recordStdout === undefined ? undefined : await open(join(scratch, "reports", recordStdout), "a");
    return new Recording(file, secrets);
  }

  async write(stream: OutputStream, text: string): Promise<void> {
    if (stream !== "stdout" || this.#file === undefined) return;
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= gathered) await this.#flush(false);
  }

  async close(): Promise<void> {
    await this.#flush(true);
    await this.#file?.appendFile(this.#events.end());
    await this.#file?.close();
  }

  /** Whole lines, as secrets are looked for in those; of a line without an end what no secret can reach into. */
  async #flush(last: boolean): Promise<void> {
    const text = this.#waiting.join("");
    const end = last ? text.length : text.lastIndexOf("\n") + 1 || this.#secrets.settled(text);
    this.#waiting = [text.slice(end)];
    this.#length = text.length - end;
    await this.#file?.appendFile(this.#events.mask(text.slice(0, end)));
  }
}
