import type { SourceMap } from "./reading.ts";

/** Whether a file's name can be read as something else where go prints it: as several lines, or as a place with a message. */
export function isOddName(file: string): boolean {
  return /[\p{Cc}\u2028\u2029:]/u.test(file);
}

/** With more of them, nothing is looked for in the output any more. */
const mostNames = 100;

/** Whether a line may be one that go prints of such a file, or a part of its name: then it says nothing of a place. */
export function isAmbiguous(line: string, { oddNames = [] }: Pick<SourceMap, "oddNames">): boolean {
  if (oddNames.length > mostNames) return true;
  return oddNames.some((name) => isPartOf(line.trim(), name));
}

function isPartOf(line: string, name: string): boolean {
  const [first = "", ...others] = name.split("\n").map((part) => part.trim());
  const base = first.slice(first.lastIndexOf("/") + 1);
  const last = others.at(-1);
  if (last === undefined) return line.includes(`${base}:`);
  return line.endsWith(base) || others.includes(line) || line.startsWith(`${last}:`);
}
