import { parse as parseCsv } from "csv-parse/sync";
import { lines } from "../inputs/items.ts";
import { nearest } from "../inputs/nearest.ts";
import type { Parse } from "../inputs/parse.ts";
import { checkTemplate } from "../inputs/template.ts";
import { checkExpressions } from "./expressions.ts";

/** One line of `image-tags`, in docker/metadata-action's grammar; what its type does not use is empty. */
export interface TagRule {
  readonly type: RuleType;
  /** `true`, `false`, or an expression that gives one of them. */
  readonly enable: string;
  readonly priority: number;
  /** Undefined: the flavor's. */
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
  readonly value: string;
  /** Of `semver` a template, of `match` a regular expression, of `schedule` the tag. */
  readonly pattern: string;
  /** Which part of the match is the tag. */
  readonly group: number;
  /** Of `semver`: a regular expression that takes the version out of the git tag. */
  readonly match: string;
  readonly branch: string;
  readonly event: string;
  readonly format: string;
}

type RuleType = keyof typeof types;
type Attributes = Readonly<Record<string, string>>;

const globals = ["type", "enable", "priority", "prefix", "suffix"];
const types = {
  schedule: { priority: 1000, required: [], optional: ["pattern"] },
  semver: { priority: 900, required: ["pattern"], optional: ["value", "match"] },
  match: { priority: 800, required: ["pattern"], optional: ["group", "value"] },
  edge: { priority: 700, required: [], optional: ["branch"] },
  ref: { priority: 600, required: ["event"], optional: [] },
  raw: { priority: 200, required: ["value"], optional: [] },
  sha: { priority: 100, required: [], optional: ["format"] },
} as const;
const typeNames = Object.keys(types);

const choices: Readonly<Record<string, readonly string[]>> = {
  event: ["branch", "tag", "pr"],
  format: ["short", "long"],
};

/** Reads the rules, one a line; throws the reason and the remedy for every bad line. None: the default rules. */
export const parseTagRules: Parse<readonly TagRule[]> = lines(parseRule);

function parseRule(line: string): TagRule {
  const attributes = parseAttributes(line);
  const type = ruleType(attributes["type"] ?? "raw");
  checkAttributes(type, attributes);
  const { enable, priority, prefix, suffix, group, value = "", match = "", branch = "", event = "" } = attributes;
  const { pattern = type === "schedule" ? "nightly" : "", format = type === "sha" ? "short" : "" } = attributes;
  return {
    ...{ type, value, pattern, match, branch, event, format, suffix },
    enable: enable ?? "true",
    priority: Number(priority ?? types[type].priority),
    prefix: prefix ?? (type === "sha" ? "sha-" : event === "pr" ? "pr-" : undefined),
    group: Number(group ?? 0),
  };
}

function parseAttributes(line: string): Attributes {
  const attributes = new Map<string, string>();
  for (const field of csvFields(line)) {
    const [, name, text = ""] = /^([^=]*)=(.*)$/s.exec(field) ?? [undefined, "value", field];
    const key = (name ?? "").trim().toLowerCase();
    if (attributes.has(key)) throw new Error(`"${key}" is given twice. Write one tag a line.`);
    attributes.set(key, text.trim());
  }
  return Object.fromEntries(attributes);
}

function csvFields(line: string): readonly string[] {
  try {
    return parseCsv(line, { trim: true, relax_column_count: true, relax_quotes: true })[0] ?? [];
  } catch {
    throw new Error('the quotes do not fit. Put them around a whole field: "value=a,b".');
  }
}

function ruleType(name: string): RuleType {
  if (isRuleType(name)) return name;
  if (name === "pep440")
    throw new Error(
      "type=pep440 is for versions of Python. Use type=semver, or type=match with a pattern of your own.",
    );
  const near = nearest(name, typeNames);
  throw new Error(
    `unknown type "${name}"${near ? `; did you mean "${near}"?` : "."} Use one of ${typeNames.join(", ")}.`,
  );
}

function isRuleType(name: string): name is RuleType {
  return typeNames.includes(name);
}

function checkAttributes(type: RuleType, attributes: Attributes): void {
  const { required, optional } = types[type];
  const missing = required.find((key) => !attributes[key]);
  if (missing !== undefined) throw new Error(`type=${type} needs "${missing}". Add ${example(missing)}.`);
  for (const [key, value] of Object.entries(attributes)) {
    checkKnown(key, type, [...globals, ...required, ...optional]);
    checkValue(key, value, type);
  }
}

function example(key: string): string {
  if (key !== "pattern") return `${key}=${choices[key]?.join("|") ?? "…"}`;
  return "pattern={{version}}, or of type=match a regular expression";
}

function checkKnown(key: string, type: RuleType, known: readonly string[]): void {
  if (known.includes(key)) return;
  const near = nearest(key, known);
  const hint = near ? `; did you mean "${near}"?` : ".";
  throw new Error(`type=${type} has no attribute "${key}"${hint} It takes ${known.slice(1).join(", ")}.`);
}

function checkValue(key: string, value: string, type: RuleType): void {
  const allowed = choices[key];
  if (allowed !== undefined && !allowed.includes(value))
    throw new Error(`"${value}" is no ${key}. Write ${key}=${allowed.join(` or ${key}=`)}.`);
  checks[key === "pattern" ? `${type} pattern` : key]?.(value);
}

const checks: Readonly<Record<string, (value: string) => void>> = {
  "semver pattern": (value) => checkTemplate(value, ["version", "major", "minor", "patch", "raw"]),
  "match pattern": checkPattern,
  "schedule pattern": checkExpressions,
  match: checkPattern,
  value: checkExpressions,
  prefix: checkExpressions,
  suffix: checkExpressions,
  enable: (value) => {
    if (/^(?:true|false|\{\{\s*is_(?:not_)?default_branch\s*\}\})$/.test(value)) return;
    throw new Error(`"${value}" is no enable. Write enable=true, enable=false or enable={{is_default_branch}}.`);
  },
  priority: (value) => {
    if (!/^-?\d{1,6}$/.test(value)) throw new Error(`"${value}" is no priority. Write a whole number.`);
  },
  group: (value) => {
    if (!/^\d{1,2}$/.test(value)) throw new Error(`"${value}" is no group. Write its number, 0 for the whole match.`);
  },
};

function checkPattern(text: string): void {
  try {
    tagPattern(text);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}. Write a regular expression, as in v(.*).`);
  }
}

/** A regular expression, by itself or as `/…/flags`. */
export function tagPattern(text: string): RegExp {
  const [, body, flags] = /^\/(.+)\/(.*)$/.exec(text) ?? [];
  return body === undefined ? new RegExp(text) : new RegExp(body, flags);
}
