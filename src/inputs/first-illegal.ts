import { quoted } from "../quoted.ts";

/** The first character that `allowed` does not match, with its column: `";" at column 7`. */
export function firstIllegal(text: string, allowed: RegExp): string | undefined {
  const characters = [...text];
  const at = characters.findIndex((character) => !allowed.test(character));
  return at < 0 ? undefined : `${quoted(characters[at] ?? "")} at column ${at + 1}`;
}

/** Throws where a character does not belong in such a thing, with an example of one. */
export function allowOnly(allowed: RegExp, text: string, thing: string, example: string): void {
  const illegal = firstIllegal(text, allowed);
  if (illegal !== undefined)
    throw new Error(`${illegal} does not belong in ${thing}. Write for instance "${example}".`);
}
