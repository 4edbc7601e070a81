/**
 * Which commands the GitHub runner would obey in a log: a port of its line reader, its two parsers and its
 * stop-commands (actions/runner: ActionCommand.cs, ActionCommandManager.cs, OutputManager.cs). Stricter than the runner
 * in one point: .NET's comparison passes over some thousand characters beyond ASCII, and which ones depends on its
 * version; so a line is also judged without any of them.
 */
export function judge(log: string): readonly Accepted[] {
  const runner = new Runner();
  // StreamReader.ReadLine: these three, and no other.
  const lines = log.split(/\r\n|\n|\r/);
  return lines.flatMap((line) => runner.take(line) ?? runner.take(line.replaceAll(beyondAscii, "")) ?? []);
}

/** What the runner remembers from line to line. */
class Runner {
  readonly #registered = new Set<string>(commands);
  #stopToken: string | undefined;

  /** The command that it obeys; none for a line that opens or closes a window, undefined where there is nothing to do. */
  take(line: string): Accepted | readonly never[] | undefined {
    const command = parseV2(line, this.#registered) ?? parseV1(line, this.#registered);
    if (command === undefined) return undefined;
    if (this.#stopToken !== undefined) return command.name === this.#stopToken ? this.#resume() : undefined;
    return command.name === "stop-commands" ? this.#stop(command.data.toLowerCase()) : command;
  }

  #stop(token: string): readonly never[] {
    this.#stopToken = token;
    this.#registered.add(token);
    return [];
  }

  #resume(): readonly never[] {
    this.#registered.delete(this.#stopToken ?? "");
    this.#stopToken = undefined;
    return [];
  }
}

/** The same of a log whose windows are gone: what remains is to be harmless by itself. */
export function judgeWithoutWindows(log: string): readonly Accepted[] {
  return judge(log.replace(/^::stop-commands::.*\n/gm, ""));
}

export interface Accepted {
  readonly name: string;
  readonly data: string;
}

/** All that the runner registers. */
export const commands = [
  ...["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher"],
  ...["save-state", "set-env", "set-output", "stop-commands", "warning", "internal-set-repo-path"],
] as const;

const beyondAscii = /[^\0-\x7f]/gu;

/** Char.IsWhiteSpace, which TrimStart takes away. */
const netSpace = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

function parseV2(message: string, registered: ReadonlySet<string>): Accepted | undefined {
  const line = message.replace(netSpace, "");
  if (!line.startsWith("::")) return undefined;
  const end = line.indexOf("::", 2);
  return end < 0 ? undefined : named(line.slice(2, end), line.slice(end + 2), registered);
}

function parseV1(message: string, registered: ReadonlySet<string>): Accepted | undefined {
  const start = message.indexOf("##[");
  const end = message.indexOf("]", start);
  if (start < 0 || end < 0) return undefined;
  return named(message.slice(start + 3, end), message.slice(end + 1), registered);
}

function named(info: string, data: string, registered: ReadonlySet<string>): Accepted | undefined {
  const [name = ""] = info.split(" ");
  const unescaped = data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  return registered.has(name.toLowerCase()) ? { name: name.toLowerCase(), data: unescaped } : undefined;
}
