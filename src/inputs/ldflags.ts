import { quoted } from "../quoted.ts";
import type { Parse } from "./parse.ts";
import { checkTemplate } from "./template.ts";

/** The `ldflags` input: text with `{{version}}`, `{{commit}}` and `{{date}}`, split into words as the go command does. */
export const ldflagsTemplate: Parse<string> = (template) => {
  checkTemplate(template, ["version", "commit", "date"]);
  // A key stands for one word, also when it is written with spaces. Columns stay.
  const flags = words(template.replace(/\{\{[^{}]*\}\}/g, (key) => "x".repeat(key.length)));
  flags.forEach((word, i) => {
    const before = flags[i - 1]?.text ?? "";
    if (word.text.startsWith("-") || (before.startsWith("-") && !before.includes("="))) return;
    throw new Error(`${quoted(word.text)} at column ${word.column} belongs to no flag. ${quoteRule}`);
  });
  return template;
};

const quoteRule = "Quotes go around the whole word: -X 'main.version=a b'.";

interface Word {
  readonly text: string;
  /** Counted from 1. */
  readonly column: number;
}

/** Go knows quotes at a word's beginning only, and no backslashes. */
function words(text: string): readonly Word[] {
  const found: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const quote = /['"]/.test(character);
    const end = quote ? text.indexOf(character, at + 1) : nextSpace(text, at);
    if (end < 0) throw new Error(`the quote at column ${at + 1} is not closed. ${quoteRule}`);
    found.push({ text: text.slice(quote ? at + 1 : at, end), column: at + 1 });
    at = quote ? end + 1 : end;
  }
  return found;
}

function nextSpace(text: string, from: number): number {
  const length = text.slice(from).search(/\s/);
  return length < 0 ? text.length : from + length;
}
