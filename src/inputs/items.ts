import { quoted } from "../quoted.ts";
import { type ItemProblem, ItemProblems, type Note, type Parse } from "./parse.ts";

const limit = 64;

/** Items divided by commas or new lines, or a JSON list of strings; `#` starts a comment. One given twice counts once. */
export function list<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (value, note) => {
    const items = written(value);
    noteLeftOut(items, note);
    const wanted = items.filter(({ text }, i) => text !== "" && items.findIndex((other) => other.text === text) === i);
    return parseItems(wanted, items.length, parse, note);
  };
}

/** Items of one line each, for values that may hold commas. `shown` says what of an item a message may tell. */
export function lines<T>(
  parse: Parse<T>,
  shown: (item: string) => string | undefined = (item) => item,
): Parse<readonly T[]> {
  return (value, note) => {
    const items = withoutComments(value).map((line, i) => ({ text: line, position: i + 1 }));
    return parseItems(items, items.length, parse, note, shown);
  };
}

interface Item {
  readonly text: string;
  readonly position: number;
}

function written(value: string): readonly Item[] {
  const texts = looksLikeJson(value) ? jsonItems(value) : plainItems(value);
  return texts.map((text, i) => ({ text: text.trim(), position: i + 1 }));
}

/** An IPv6 registry begins with a bracket, too. */
function looksLikeJson(value: string): boolean {
  return value.startsWith("{") || (value.startsWith("[") && !/^\[[0-9a-f:.]+\][:/]/i.test(value));
}

function jsonItems(value: string): readonly string[] {
  const items = parsedJson(value);
  if (Array.isArray(items) && items.every((item) => typeof item === "string")) return items;
  throw new Error('expected a list of strings. Write for instance ["a", "b"], or the items by comma or line.');
}

function parsedJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    const place = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const before = value.slice(0, place === undefined ? value.length : Number(place));
    const where = `line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
    throw new Error(`the JSON breaks off or is wrong at ${where}. Mend it, or write the items by comma or line.`);
  }
}

function plainItems(value: string): readonly string[] {
  const alias = /(?:^|[\s:,[-])([&*][A-Za-z_]\w*)/.exec(value)?.[1];
  if (alias !== undefined)
    throw new Error(`${quoted(alias)} is an anchor or alias of YAML, which is not followed. Write each item out.`);
  return withoutComments(value).flatMap((line) => line.split(","));
}

/** The lines that say something, trimmed. */
function withoutComments(value: string): readonly string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter((line) => line !== "");
}

function noteLeftOut(items: readonly Item[], note: Note | undefined): void {
  const empty = items.filter(({ text }) => text === "");
  const seen = new Set<string>();
  const repeated = items.filter(({ text }) => text !== "" && seen.size === seen.add(text).size);
  if (empty.length > 0) note?.(`${positions(empty)} empty and left out`);
  if (repeated.length > 0) note?.(`${positions(repeated)} there already and left out`);
}

function positions(items: readonly Item[]): string {
  const [first, ...others] = items;
  if (others.length === 0) return `item ${first?.position} is`;
  return `${items.length} items (the first is item ${first?.position}) are`;
}

function parseItems<T>(
  items: readonly Item[],
  count: number,
  parse: Parse<T>,
  note: Note | undefined,
  shown: (item: string) => string | undefined = (item) => item,
): readonly T[] {
  if (items.length > limit)
    throw new Error(`${items.length} items are more than the limit of ${limit}. Split the run.`);
  const problems: ItemProblem[] = [];
  const values = items.flatMap(({ text, position }) => {
    try {
      return [parse(text, note)];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      problems.push({ item: shown(text), position: count > 1 ? position : undefined, message });
      return [];
    }
  });
  if (problems.length > 0) throw new ItemProblems(problems);
  return values;
}
