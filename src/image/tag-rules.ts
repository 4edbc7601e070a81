import { parse as parseCsv } from "csv-parse/sync";
import { lines } from "../inputs/items.ts";
import { nearest } from "../inputs/nearest.ts";
import type { Parse } from "../inputs/parse.ts";
import { checkTemplate } from "../inputs/template.ts";

/** One line of `image-tags`, in docker/metadata-action's grammar; what its type does not use is empty. */
export interface TagRule {
  readonly type: RuleType;
  readonly enable: boolean;
  readonly priority: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly value: string;
  readonly pattern: string;
  readonly event: string;
  readonly format: string;
}

type RuleType = keyof typeof types;
type Attributes = Readonly<Record<string, string>>;

const globals = ["type", "enable", "priority", "prefix", "suffix"];
const types = {
  semver: { priority: 900, required: ["pattern"], optional: ["value"] },
  ref: { priority: 600, required: ["event"], optional: [] },
  raw: { priority: 200, required: ["value"], optional: [] },
  sha: { priority: 100, required: [], optional: ["format"] },
} as const;
const typeNames = Object.keys(types);
const notYet = ["schedule", "match", "edge", "pep440"];

const choices: Readonly<Record<string, readonly string[]>> = {
  enable: ["true", "false"],
  event: ["branch", "tag", "pr"],
  format: ["short", "long"],
};

/** Reads the rules, one a line; throws the reason and the remedy for every bad line. None: the default rules. */
export const parseTagRules: Parse<readonly TagRule[]> = lines(parseRule);

function parseRule(line: string): TagRule {
  const attributes = parseAttributes(line);
  const type = ruleType(attributes["type"] ?? "raw");
  checkAttributes(type, attributes);
  const { enable, priority, prefix, suffix = "", value = "", pattern = "", event = "", format = "short" } = attributes;
  return {
    type,
    enable: enable !== "false",
    priority: Number(priority ?? types[type].priority),
    prefix: prefix ?? (type === "sha" ? "sha-" : event === "pr" ? "pr-" : ""),
    suffix,
    value,
    pattern,
    event,
    format: type === "sha" ? format : "",
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
    return parseCsv(line, { trim: true, relax_column_count: true })[0] ?? [];
  } catch {
    throw new Error('the quotes do not fit. Put them around a whole field: "value=a,b".');
  }
}

function ruleType(name: string): RuleType {
  if (isRuleType(name)) return name;
  if (notYet.includes(name)) {
    throw new Error(`type=${name} is not supported yet. Use type=raw with a value that the workflow computes.`);
  }
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
    checkValue(key, value);
  }
}

function example(key: string): string {
  return key === "pattern" ? "pattern={{version}}" : `${key}=${choices[key]?.join("|") ?? "…"}`;
}

function checkKnown(key: string, type: RuleType, known: readonly string[]): void {
  if (known.includes(key)) return;
  const near = nearest(key, known);
  const hint = near ? `; did you mean "${near}"?` : ".";
  throw new Error(`type=${type} has no attribute "${key}"${hint} It takes ${known.slice(1).join(", ")}.`);
}

function checkValue(key: string, value: string): void {
  if (key === "pattern") {
    checkTemplate(value, ["version", "major", "minor", "patch", "raw"]);
    return;
  }
  if (value.includes("{{")) {
    throw new Error(`{{ }} is not supported yet in "${key}". Use the workflow's own \${{ }}, or a fixed text.`);
  }
  const allowed = choices[key];
  if (allowed !== undefined && !allowed.includes(value)) {
    throw new Error(`"${value}" is no ${key}. Write ${key}=${allowed.join(` or ${key}=`)}.`);
  }
  if (key === "priority" && !/^-?\d{1,6}$/.test(value))
    throw new Error(`"${value}" is no priority. Write a whole number.`);
}
