import { randomBytes } from "node:crypto";
import type { Log } from "./host.ts";
import { Outlet } from "./outlet.ts";
import { Secrets } from "./secrets.ts";
import { markedLines, ownLine, ownLines } from "./untrusted.ts";
import { escapeData, workflowCommand } from "./workflow-command.ts";

/** The one writer: commands are ours alone, and all else stands in a window in which the runner obeys nothing. */
export class GithubLog implements Log {
  readonly secrets = new Secrets();
  readonly #out: Outlet;

  constructor(out: NodeJS.WritableStream) {
    this.#out = new Outlet(out);
  }

  info(line: string): void {
    void this.#window(`${ownLine(this.secrets.mask(line))}\n`);
  }

  warning(line: string): void {
    this.command("warning", ownLine(line));
  }

  untrusted(text: string): Promise<void> {
    return this.#window(markedLines(this.secrets.mask(text)));
  }

  /** Lines of ours, made of what is masked already: a secret that is one of our words hides none of them. */
  own(text: string): Promise<void> {
    return this.#window(ownLines(text));
  }

  #window(lines: string): Promise<void> {
    const token = randomBytes(16).toString("hex");
    return this.#out.write(`::stop-commands::${token}\n${lines}::${token}::\n`);
  }

  async group<T>(title: string, body: () => Promise<T>): Promise<T> {
    this.command("group", title);
    try {
      return await body();
    } finally {
      this.command("endgroup", "");
    }
  }

  hide(secret: string, user?: string): void {
    // Not neutralised: the runner has to know it as it is.
    for (const form of this.secrets.add(secret, user)) void this.#out.write(`::add-mask::${escapeData(form)}\n`);
  }

  command(name: string, data: string, properties: Readonly<Record<string, string | number>> = {}): void {
    const { title, ...place } = properties;
    const shown = title === undefined ? place : { title: this.secrets.mask(String(title)), ...place };
    void this.#out.write(workflowCommand(name, this.secrets.mask(data), shown));
  }
}
