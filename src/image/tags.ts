import { parse as parseCsv } from "csv-parse/sync";
import semver, { type SemVer } from "semver";
import { lines, type Parse } from "../inputs/fields.ts";
import { nearest } from "../inputs/nearest.ts";
import { checkTemplate, fillTemplate } from "../inputs/template.ts";
import type { GitContext } from "./git-context.ts";

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

/** What an image is to be tagged with: the first tag is the version. */
export interface ImageTags {
  readonly tags: readonly string[];
  readonly version: string;
  readonly notes: readonly string[];
}

/** Applies the rules. As in metadata-action, the first tag alone decides about `latest`; here only the highest release has it. */
export function imageTags(rules: readonly TagRule[], git: GitContext): ImageTags {
  const results = (rules.length === 0 ? defaultRules(git.ref) : rules)
    .filter(({ enable }) => enable)
    .toSorted((a, b) => b.priority - a.priority)
    .map((rule) => applyRule(rule, git));
  const [main, ...others] = results.filter(({ tag }) => tag !== "");
  const notes = results.map(({ note }) => note);
  if (main === undefined) return { tags: [], version: "", notes: distinct([...notes, noTag(git)]) };
  const higher = main.release && higherRelease(main.release, git.gitTags);
  const latest = main.release && !isPrerelease(main.release) && higher === undefined ? ["latest"] : [];
  if (higher !== undefined) notes.push(`"latest" stays where it is: ${higher} is higher than ${main.release}.`);
  return {
    tags: distinct([main.tag, ...others.map(({ tag }) => tag), ...latest]),
    version: main.tag,
    notes: distinct(notes),
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== "");
}

function noTag({ ref }: GitContext): string {
  return `No rule of \`image-tags\` gives a tag ${ref ? `for ${ref}` : "without a git ref"}. Add one that does, for instance type=sha.`;
}

function defaultRules(ref: string): readonly TagRule[] {
  if (ref.startsWith("refs/heads/")) return parseTagRules("type=ref,event=branch");
  if (ref.startsWith("refs/pull/")) return parseTagRules("type=ref,event=pr");
  if (!ref.startsWith("refs/tags/")) return parseTagRules("type=sha");
  const release = semver.parse(gitTag(ref));
  if (release === null) return parseTagRules("type=ref,event=tag");
  // Version 0 promises nothing between its minors: a tag `0` would.
  const patterns = ["{{version}}", "{{major}}.{{minor}}", ...(release.major === 0 ? [] : ["{{major}}"])];
  return parseTagRules(patterns.map((pattern) => `type=semver,pattern=${pattern}`).join("\n"));
}

interface Result {
  /** Empty when the rule does not fire. */
  readonly tag: string;
  /** The version that may claim `latest`. */
  readonly release: SemVer | undefined;
  readonly note: string;
}

const nothing: Result = { tag: "", release: undefined, note: "" };

function applyRule(rule: TagRule, git: GitContext): Result {
  switch (rule.type) {
    case "raw":
      return result(rule, rule.value);
    case "sha":
      return result(rule, rule.format === "long" ? git.sha : git.sha.slice(0, 7));
    case "ref":
      return result(rule, refValue(rule.event, git.ref), semver.parse(gitTag(git.ref)) ?? undefined);
    case "semver":
      return semverResult(rule, rule.value || gitTag(git.ref));
  }
}

function result(rule: TagRule, value: string, release?: SemVer): Result {
  if (value === "") return nothing;
  const tag = sanitize(rule, value);
  return tag === ""
    ? { ...nothing, note: `"${value}" leaves no letter that a tag may have.` }
    : { tag, release, note: "" };
}

function semverResult(rule: TagRule, raw: string): Result {
  if (raw === "") return nothing;
  const release = semver.parse(raw);
  if (release === null) return { ...nothing, note: `"${raw}" is no semantic version, so type=semver gives no tag.` };
  const { version, major, minor, patch } = release;
  const values = { raw, version, major: `${major}`, minor: `${minor}`, patch: `${patch}` };
  const whole = isPrerelease(release) && rule.pattern !== "{{raw}}";
  return result(rule, whole ? version : fillTemplate(rule.pattern, values), release);
}

function isPrerelease(release: SemVer): boolean {
  return release.prerelease.length > 0;
}

function gitTag(ref: string): string {
  return ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : "";
}

function refValue(event: string, ref: string): string {
  if (event === "tag") return gitTag(ref);
  const [, value = ""] = (event === "pr" ? /^refs\/pull\/(\d+)/ : /^refs\/heads\/(.+)$/).exec(ref) ?? [];
  return value;
}

/** The OCI grammar of tags. A long value is cut before its suffix, which tells variants apart. */
function sanitize({ prefix, suffix }: TagRule, value: string): string {
  const clean = (text: string) => text.replace(/[^A-Za-z0-9._-]+/g, "-");
  const end = clean(suffix).slice(0, 127);
  const start = clean(prefix + value).replace(/^[.-]+/, "");
  return start === "" ? "" : start.slice(0, 128 - end.length) + end;
}

function higherRelease(release: SemVer, gitTags: readonly string[]): string | undefined {
  if (isPrerelease(release)) return undefined;
  return gitTags
    .flatMap((tag) => semver.parse(tag) ?? [])
    .filter((other) => !isPrerelease(other) && other.compare(release) > 0)
    .toSorted(semver.rcompare)[0]?.raw;
}
