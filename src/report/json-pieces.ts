const pieceLength = 64 * 1024;

/** What `JSON.stringify(value, null, 2)` gives and a newline, in pieces: of a large report the whole text never lies in memory. */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = "";
  for (const token of tokens(value, "")) {
    piece += token;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n`;
}

function* tokens(value: unknown, indent: string): Generator<string> {
  if (typeof value !== "object" || value === null) return yield JSON.stringify(value) ?? "null";
  const list = Array.isArray(value);
  const entries = list
    ? value.map((item) => ["", item] as const)
    : Object.entries(value).filter(([, item]) => item !== undefined);
  const [open, close] = list ? "[]" : "{}";
  if (entries.length === 0) return yield `${open}${close}`;
  for (const [i, [name, item]] of entries.entries()) {
    yield `${i === 0 ? open : ","}\n${indent}  ${list ? "" : `${JSON.stringify(name)}: `}`;
    yield* tokens(item, `${indent}  `);
  }
  yield `\n${indent}${close}`;
}
