/** As readers mark what they have left out: at a line's end, or between a text's head and its tail. */
const cuts = /(?:…|\.\.\.)(?=\n|$)|\n *\[\d+ characters left out\]\n */g;

/** A text has one or two; one that holds more has them of its own. */
const mostCuts = 1_000;

/** Four letters are in few places, unless a secret is made of the same ones again and again. */
const mostPlaces = 500;

/** A shorter part of a secret may be anything. */
const shortest = 4;

/** Hides what lies of a secret before a cut or after it, while the rest of it was left out. */
export function maskedAtCuts(text: string, forms: readonly string[]): string {
  if (text.search(cuts) < 0) return text;
  const all = forms.join("\n");
  const longest = forms.reduce((most, { length }) => Math.max(most, length), 0);
  const pieces: string[] = [];
  let [from, count] = [0, 0];
  for (const { 0: cut, index } of text.matchAll(cuts)) {
    count += 1;
    if (count > mostCuts) break;
    if (index < from) continue;
    const before = text.slice(from, index);
    const begun = begunIn(before, all);
    pieces.push(begun === 0 ? before : `${before.slice(0, -begun)}***`, cut);
    from = index + cut.length;
    // After a line's end nothing goes on.
    const ended = cut.startsWith("\n") ? endedIn(text.slice(from, from + longest), all) : 0;
    if (ended > 0) pieces.push("***");
    from += ended;
  }
  return [...pieces, text.slice(from)].join("");
}

/** How much of the end of a text is the beginning of a form. */
function begunIn(text: string, all: string): number {
  const last = text.slice(-shortest);
  return longestAt(last, all, (at) => {
    const begun = all.slice(all.lastIndexOf("\n", at) + 1, at + shortest);
    return text.endsWith(begun) ? begun.length : 0;
  });
}

/** How much of the beginning of a text is the end of a form. */
function endedIn(text: string, all: string): number {
  return longestAt(text.slice(0, shortest), all, (at) => {
    const end = all.indexOf("\n", at);
    const rest = all.slice(at, end < 0 ? undefined : end);
    return text.startsWith(rest) ? rest.length : 0;
  });
}

/** The largest length of all places where a word is. */
function longestAt(word: string, all: string, lengthAt: (at: number) => number): number {
  let longest = 0;
  if (word.length < shortest || word.includes("\n")) return longest;
  let at = all.indexOf(word);
  for (let count = 0; at >= 0 && count < mostPlaces; count += 1) {
    longest = Math.max(longest, lengthAt(at));
    at = all.indexOf(word, at + 1);
  }
  return longest;
}
