import type { Finding } from "./reading.ts";

const kept = 20;
/** Characters of a line. */
const longest = 2000;

/** The end of a command's output, for when nothing better explains why it failed. */
export interface LastLines {
  add(line: string): void;
  text(): string;
  /** Says that the command failed, in its own last words. */
  finding(command: string, exitCode: number): Finding;
}

export function lastLines(): LastLines {
  let lines: string[] = [];
  const text = () => lines.slice(-kept).join("\n");
  return {
    text,
    add(line) {
      if (line.trim() === "") return;
      lines.push(line.length > longest ? `${line.slice(0, longest - 1)}…` : line);
      if (lines.length > 2 * kept) lines = lines.slice(-kept);
    },
    finding: (command, exitCode) => ({
      kind: "command",
      file: "",
      line: 0,
      column: 0,
      title: `${command} ended with exit code ${exitCode}`,
      message: text() || "It printed nothing.",
    }),
  };
}
