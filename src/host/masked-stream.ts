import type { Secrets } from "./secrets.ts";

/** A longer line is not waited for to its end. */
const longestLine = 65_536;

/** Hides secrets in a text that comes in pieces, wherever it is cut. Gives whole lines, and long ones in parts. */
export class MaskedStream {
  readonly #secrets: Secrets;
  #rest: string[] = [];
  #length = 0;

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  push(piece: string): string {
    const end = piece.lastIndexOf("\n") + 1;
    if (end > 0) return this.#secrets.mask(this.#take(piece.slice(0, end), piece.slice(end)));
    this.#keep(piece);
    if (this.#length <= longestLine) return "";
    const line = this.#take("", "");
    const settled = this.#secrets.settled(line);
    this.#keep(line.slice(settled));
    return this.#secrets.mask(line.slice(0, settled));
  }

  /** What is left without a line's end. */
  end(): string {
    return this.#secrets.mask(this.#take("", ""));
  }

  #take(more: string, rest: string): string {
    const text = this.#rest.join("") + more;
    this.#rest = [];
    this.#length = 0;
    this.#keep(rest);
    return text;
  }

  #keep(piece: string): void {
    if (piece === "") return;
    this.#rest.push(piece);
    this.#length += piece.length;
  }
}
