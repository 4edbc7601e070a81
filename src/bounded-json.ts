/** No document that we read goes deeper; the parser takes about 90 bytes of memory for each level. */
const deepest = 64;
/** Brackets, commas and strings: an empty object is three bytes of text and 60 bytes of memory. */
const mostTokens = 200_000;

/** How far each of these leads down. */
const steps: ReadonlyMap<string, number> = new Map([
  ["[", 1],
  ["{", 1],
  ["]", -1],
  ["}", -1],
  [",", 0],
  ['"', 0],
]);

/** Parses JSON that a foreign program or machine wrote. Throws where it would take far more memory than its text. */
export function parseBoundedJson(text: string): unknown {
  let depth = 0;
  let tokens = 0;
  for (let at = 0; at < text.length; at += 1) {
    const step = steps.get(text[at] ?? "");
    if (step === undefined) continue;
    if (text[at] === '"') at = endOfString(text, at);
    depth += step;
    tokens += 1;
    if (depth > deepest) throw new Error(`it is nested deeper than ${deepest} levels`);
    if (tokens > mostTokens) throw new Error(`it has more than ${mostTokens} brackets, commas and strings`);
  }
  return JSON.parse(text);
}

/** Where the string that begins at `start` ends; the end of the text where nothing ends it. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] === "\\") at += 1;
  }
  return text.length;
}
