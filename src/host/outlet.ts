import { once } from "node:events";

/** A stream of ours that others read. When they stop, as `| head -1` does, the run goes on without them. */
export class Outlet {
  readonly #stream: NodeJS.WritableStream;
  #closed = false;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
    stream.on("error", () => {
      this.#closed = true;
    });
  }

  /** Comes back once there is room for more. */
  async write(text: string): Promise<void> {
    if (this.#closed || this.#stream.write(text)) return;
    // Rejected by an error of the stream: nobody reads any more.
    await once(this.#stream, "drain").catch(() => undefined);
  }
}
