const harmless = /^[\w@%+=:,./-]+$/;

/** Moves a cursor, ends a line, or cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A word as a POSIX shell takes it back to what it is, in one line. */
export function shellWord(word: string): string {
  if (harmless.test(word)) return word;
  return unseen.test(word) ? `"$(printf ${quoted(octal(word))})"` : quoted(word);
}

/** A command as a shell takes it, in one line. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

/** A file's name as an argument, which a leading dash would make a flag. */
export function shellFile(name: string): string {
  return shellWord(name.startsWith("-") ? `./${name}` : name);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** As printf's format: what cannot be seen by its bytes. */
function octal(text: string): string {
  const bytes = (sign: string) =>
    [...new TextEncoder().encode(sign)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("%", "%%")
    .replace(/^-/, "\\055")
    .replace(new RegExp(unseen, "gu"), bytes);
}
