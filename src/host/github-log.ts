import { randomBytes } from "node:crypto";
import type { Log } from "./host.ts";
import { Outlet } from "./outlet.ts";
import { secretForms } from "./secrets.ts";
import { neutralised } from "./untrusted.ts";
import { escapeData, workflowCommand } from "./workflow-command.ts";

/** The one writer: commands are ours alone, and all else stands in a window in which the runner obeys nothing. */
export class GithubLog implements Log {
  readonly #out: Outlet;

  constructor(out: NodeJS.WritableStream) {
    this.#out = new Outlet(out);
  }

  info(line: string): void {
    void this.untrusted(line);
  }

  warning(line: string): void {
    this.command("warning", line);
  }

  untrusted(text: string): Promise<void> {
    const token = randomBytes(16).toString("hex");
    const lines = neutralised(text).replace(/\n?$/, "\n");
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
    for (const form of secretForms(secret, user)) void this.#out.write(`::add-mask::${escapeData(form)}\n`);
  }

  command(name: string, data: string, properties: Readonly<Record<string, string | number>> = {}): void {
    void this.#out.write(workflowCommand(name, data, properties));
  }
}
