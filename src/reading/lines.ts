const longestLine = 64 * 1024;

/** Cuts pieces of text into lines while they come; what a line has beyond 64 KiB is dropped. */
export interface LineCutter {
  /** The lines that are now complete, without their line ends. */
  push(text: string): readonly string[];
  /** The last line, when nothing ended it. */
  rest(): readonly string[];
}

export function lineCutter(): LineCutter {
  let pending = "";
  return {
    push(text) {
      const lines = text.split("\n");
      lines[0] = pending + (lines[0] ?? "");
      // Not trimmed of its `\r`: the `\n` may be in the next piece, or another character.
      pending = capped(lines.pop() ?? "");
      return lines.map(withoutReturn);
    },
    rest() {
      const last = withoutReturn(pending);
      pending = "";
      return last === "" ? [] : [last];
    },
  };
}

const withoutReturn = (line: string) => capped(line.endsWith("\r") ? line.slice(0, -1) : line);

function capped(line: string): string {
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1).toWellFormed()}…`;
}
