import { checkExpressions } from "./expressions.ts";

/** What holds for all tags, in docker/metadata-action's grammar. */
export interface TagFlavor {
  /** `auto`: the highest release has it. */
  readonly latest: "auto" | "true" | "false";
  readonly prefix: Affix;
  readonly suffix: Affix;
}

interface Affix {
  readonly text: string;
  /** Whether `latest` has it, too. */
  readonly onLatest: boolean;
}

/** One line: `latest=false`, `prefix=v`, `suffix=-alpine,onlatest=true`. */
export type FlavorLine = Partial<TagFlavor>;

const none: Affix = { text: "", onLatest: false };

export function parseFlavorLine(line: string): FlavorLine {
  const fields = line.split(",").map((field) => field.trim());
  const [, key = "", value = ""] = /^(\w+)=(.*)$/.exec(fields[0] ?? "") ?? [];
  if (key === "latest" && fields.length === 1) return { latest: latestValue(value) };
  if (key !== "prefix" && key !== "suffix")
    throw new Error("expected latest=, prefix= or suffix=. Write for instance `suffix=-alpine,onlatest=true`.");
  checkExpressions(value);
  return { [key]: { text: value, onLatest: onLatest(fields.slice(1)) } };
}

function latestValue(value: string): TagFlavor["latest"] {
  if (value === "auto" || value === "true" || value === "false") return value;
  throw new Error(`"${value}" is no choice for latest. Write latest=auto, latest=true or latest=false.`);
}

function onLatest(fields: readonly string[]): boolean {
  if (fields.length === 0) return false;
  const [, value] = /^onlatest=(true|false)$/.exec(fields.join(",")) ?? [];
  if (value === undefined)
    throw new Error(`"${fields.join(",")}" is not known there. Write \`onlatest=true\` or leave it out.`);
  return value === "true";
}

/** All lines together; of two for the same the later one counts. */
export function tagFlavor(lines: readonly FlavorLine[]): TagFlavor {
  return { latest: "auto", prefix: none, suffix: none, ...Object.assign({}, ...lines) };
}
