/** Turns the reading direction, or says which it is: with it, a line can show something else than it holds. */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with such characters as escapes: `\u202e`. */
export function shownBidirectional(text: string): string {
  return text.replace(controls, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
