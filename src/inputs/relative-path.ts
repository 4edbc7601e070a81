import { firstIllegal } from "./first-illegal.ts";
import type { Parse } from "./parse.ts";

/** A path below the workspace, normalised, with `/` and no `./`; `.` for the workspace itself. */
export const relativePath: Parse<string> = (value) => {
  const control = firstIllegal(value, /\P{Cc}/u);
  if (control !== undefined) throw new Error(`${control} is a control character. Remove it.`);
  const wrong = mistakes.find(({ pattern }) => pattern.test(value));
  if (wrong !== undefined) throw new Error(wrong.message);
  const parts = steps(value);
  if (parts.some((part) => part.toLowerCase() === ".git"))
    throw new Error("`.git` is not touched. Choose another folder.");
  return parts.length === 0 ? "." : parts.join("/");
};

/** The folders on the way, each a step down. */
function steps(value: string): readonly string[] {
  const parts: string[] = [];
  for (const part of value.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part.length > longestName)
      throw new Error(`a name in it has ${part.length} characters. Shorten it to ${longestName}.`);
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) throw new Error("the path is outside the workspace. Write a path below it.");
  }
  return parts;
}

/** Linux allows as many bytes for one name. */
const longestName = 255;

const mistakes = [
  { pattern: /^~/, message: "`~` is not expanded. Write a path relative to the workspace." },
  { pattern: /^\/|^[A-Za-z]:/, message: "the path is absolute. Write it relative to the workspace." },
  { pattern: /^-/, message: 'a path may not begin with "-". Write "./" before it.' },
];
