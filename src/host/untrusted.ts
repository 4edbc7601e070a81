import { stripVTControlCharacters } from "node:util";
import { shownBidirectional } from "../bidirectional.ts";
import { folded } from "./folded.ts";
import type { Log } from "./host.ts";
import { MaskedStream } from "./masked-stream.ts";
import { Secrets } from "./secrets.ts";

/**
 * Text that the runner would obey, made harmless for a log: `::command::` at a line's start and `##[command]` anywhere
 * get a backslash, a lone carriage return and the other line ends that .NET knows become plain ones, and terminal escapes
 * go. Newlines and tabs stay. The runner's comparison passes over some thousand characters beyond ASCII: between the
 * signs of a command, none of them helps. Nor would one of them do as the break. One pass each, whatever the text.
 */
export function neutralised(text: string): string {
  return shownBidirectional(stripVTControlCharacters(text))
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/#([^\0-\x7f]*)#([^\0-\x7f]*)\[/g, "#$1#$2\\[")
    .replace(/^([^\x21-\x7e\n]*:)([^\0-\x7f]*:)/gm, "$1\\$2");
}

/** Stands before every line that is not ours. None of ours begins so. */
const mark = "  | ";

/** Foreign text, harmless: whole lines, each marked as foreign, also where they are folded for a terminal. */
export function markedLines(text: string, columns?: number): string {
  const lines = `${mark}${neutralised(text).replace(/\n$/, "").replaceAll("\n", `\n${mark}`)}`;
  return columns === undefined ? `${lines}\n` : `${foldedLines(lines, columns, mark)}\n`;
}

/** Lines of ours for a terminal; those that begin with a space are commands to be copied. */
export function ownLines(text: string, columns?: number): string {
  const lines = neutralised(text).replace(/\n?$/, "\n");
  return columns === undefined ? lines : foldedLines(lines, columns, "    ");
}

function foldedLines(text: string, columns: number, hang: string): string {
  const fit = (line: string) => (line.startsWith(" ") && hang !== mark ? line : folded(line, columns, hang));
  return text.split("\n").map(fit).join("\n");
}

/** A message of ours that goes on in foreign words: its first line is ours, the others are marked. */
export function markedBelow(text: string): string {
  return neutralised(text).replace(/\n$/, "").replaceAll("\n", `\n${mark}`);
}

/** A line of ours, which may hold foreign names: it stays one line, and has no mark. */
export function ownLine(text: string): string {
  const line = neutralised(text).replace(/\n$/, "").replaceAll("\n", "\\n");
  return line.startsWith(mark) ? line.trimStart() : line;
}

const longestLine = 65_536;

/** Gathers pieces into whole lines for a log, so that no command and no secret can hide in the cut between two pieces. */
export class UntrustedLines {
  readonly #log: Pick<Log, "untrusted">;
  readonly #secrets: Secrets;
  readonly #masked: MaskedStream;
  #rest = "";

  constructor(log: Pick<Log, "untrusted" | "secrets">) {
    this.#log = log;
    this.#secrets = log.secrets ?? new Secrets();
    this.#masked = new MaskedStream(this.#secrets);
  }

  async write(piece: string): Promise<void> {
    // A package with thousands of failures comes as one piece: not all of it is to be gone through at once.
    const whole = this.#secrets.maskCuts(piece);
    for (let from = 0; from < whole.length; from += longestLine)
      await this.#take(this.#masked.push(whole.slice(from, from + longestLine)));
  }

  async #take(masked: string): Promise<void> {
    if (masked !== "") await this.#write(this.#rest + masked);
  }

  async #write(text: string): Promise<void> {
    const whole = text.lastIndexOf("\n") + 1;
    const end = whole === 0 && text.length > longestLine ? text.length : whole;
    this.#rest = text.slice(end);
    if (end > 0) await this.#log.untrusted(text.slice(0, end));
  }

  /** Writes what is left without a newline. */
  async end(): Promise<void> {
    await this.#take(this.#masked.end());
    if (this.#rest !== "") await this.#log.untrusted(this.#rest);
    this.#rest = "";
  }
}
