/** An instruction in exec form: no shell takes part. */
export function run(argv: readonly string[]): string {
  return `RUN ${json(argv)}`;
}

/** Plain words where they need no quoting. The words are escaped already. */
export function copy(words: readonly string[], stage = ""): string {
  const plain = words.every((text) => /^[\w./@+~${}-]+$/.test(text));
  return `COPY ${stage && `--from=${stage} `}${plain ? words.join(" ") : json(words)}`;
}

/** COPY expands variables and takes away quotes, also in its JSON form. */
export function word(text: string): string {
  return text.replace(/[\\$'"]/g, "\\$&");
}

/** COPY's sources are patterns besides. */
export function pattern(text: string): string {
  return word(text).replace(/[*?[]/g, "[$&]");
}

export function json(words: readonly string[]): string {
  return `[${words.map((text) => JSON.stringify(text)).join(", ")}]`;
}

export function labelKey(key: string): string {
  return /^[\w.-]+$/.test(key) ? key : quoted(key);
}

/** No line break can be written in a quoted value, and none may end it. */
export function quoted(text: string): string {
  return `"${text.replace(/\p{Cc}+/gu, " ").replace(/[\\"$]/g, "\\$&")}"`;
}
