import { closest, distance } from "fastest-levenshtein";

/** The known word within two edits of what was written, if there is one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const best = closest(word, known);
  const edits = distance(word, best);
  return edits <= 2 && edits < word.length ? best : undefined;
}
