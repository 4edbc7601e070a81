import { lineCutter } from "../../reading/lines.ts";
import type { Log } from "../host.ts";

interface Listener extends Pick<Log, "untrusted"> {
  hide(secret: string): void;
}

/**
 * What the toolkit prints for the runner and for people. Its secrets are hidden before anything more is shown; what it
 * tells the debugger, the addresses among it that are as good as a password, is not shown at all.
 */
export class ToolkitLines {
  readonly #cutter = lineCutter();
  readonly #log: Listener;

  constructor(log: Listener) {
    this.#log = log;
  }

  async write(piece: string): Promise<void> {
    await this.#show(this.#cutter.push(piece));
  }

  async end(): Promise<void> {
    await this.#show(this.#cutter.rest());
  }

  async #show(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      const [, secret] = /^\s*::add-mask::(.*)/.exec(line) ?? [];
      if (secret !== undefined) this.#log.hide(unescaped(secret));
    }
    const shown = lines.filter((line) => !/^\s*::(add-mask|debug)::/.test(line));
    if (shown.length > 0) await this.#log.untrusted(`${shown.join("\n")}\n`);
  }
}

function unescaped(data: string): string {
  return data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
