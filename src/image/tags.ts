import semver, { type SemVer } from "semver";
import { fillTemplate } from "../inputs/template.ts";
import { fillExpressions } from "./expressions.ts";
import { branchOf, type GitContext, tagOf } from "./git-context.ts";
import { type TagFlavor, tagFlavor } from "./tag-flavor.ts";
import { parseTagRules, type TagRule, tagPattern } from "./tag-rules.ts";

/** What an image is to be tagged with: the first tag is the version. */
export interface ImageTags {
  readonly tags: readonly string[];
  readonly version: string;
  readonly notes: readonly string[];
}

/**
 * Applies the rules. As in metadata-action, the first tag alone decides about `latest`; here a release has it only when no
 * higher one is known.
 */
export function imageTags(rules: readonly TagRule[], git: GitContext, flavor: TagFlavor = tagFlavor([])): ImageTags {
  const results = (rules.length === 0 ? defaultRules(git) : rules)
    .filter(({ enable }) => fillExpressions(enable, git) === "true")
    .toSorted((a, b) => b.priority - a.priority)
    .map((rule) => applyRule(withFlavor(rule, flavor), git));
  const [main, ...others] = results.filter(({ tag }) => tag !== "");
  const notes = results.map(({ note }) => note);
  if (main === undefined) return { tags: [], version: "", notes: distinct([...notes, noTag(git)]) };
  const higher = higherRelease(main, git.gitTags);
  const wanted = wantsLatest(main, flavor);
  if (wanted && higher !== undefined)
    notes.push(`"latest" stays where it is: ${higher} is higher than ${main.release}.`);
  return {
    tags: distinct([
      ...[main, ...others].map(({ tag }) => tag),
      ...(wanted && higher === undefined ? [latestTag(flavor, git)] : []),
    ]),
    version: main.tag,
    notes: distinct(notes),
  };
}

function wantsLatest({ release }: Result, flavor: TagFlavor): boolean {
  if (flavor.latest !== "auto") return flavor.latest === "true";
  return release !== undefined && !isPrerelease(release);
}

function latestTag({ prefix, suffix }: TagFlavor, git: GitContext): string {
  const of = ({ text, onLatest }: TagFlavor["prefix"]) => (onLatest ? fillExpressions(text, git) : "");
  return sanitize(of(prefix), "latest", of(suffix));
}

/** What a rule says of its own stands in place of what holds for all. */
function withFlavor(rule: TagRule, { prefix, suffix }: TagFlavor): TagRule {
  return { ...rule, prefix: rule.prefix ?? prefix.text, suffix: rule.suffix ?? suffix.text };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== "");
}

function noTag({ ref }: GitContext): string {
  return `No rule of \`image-tags\` gives a tag ${ref ? `for ${ref}` : "without a git ref"}. Add one that does, for instance type=sha.`;
}

function defaultRules({ ref, eventName }: GitContext): readonly TagRule[] {
  if (eventName === "schedule") return parseTagRules("type=schedule\ntype=ref,event=branch");
  if (ref.startsWith("refs/heads/")) return parseTagRules("type=ref,event=branch");
  if (ref.startsWith("refs/pull/")) return parseTagRules("type=ref,event=pr");
  if (!ref.startsWith("refs/tags/")) return parseTagRules("type=sha");
  const release = semver.parse(tagOf(ref));
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
  /** How the rule takes a version out of any git tag. */
  readonly read: (gitTag: string) => SemVer | null;
  readonly note: string;
}

const nothing: Result = { tag: "", release: undefined, read: (tag) => semver.parse(tag), note: "" };

function applyRule(rule: TagRule, git: GitContext): Result {
  const given = fillExpressions(rule.value, git);
  switch (rule.type) {
    case "schedule":
      return result(rule, git, /schedule/.test(git.eventName) ? fillExpressions(rule.pattern, git) : "");
    case "raw":
      return result(rule, git, given);
    case "sha":
      return result(rule, git, rule.format === "long" ? git.sha : git.sha.slice(0, 7));
    case "edge":
      return result(rule, git, git.ref === `refs/heads/${rule.branch || git.defaultBranch}` ? "edge" : "");
    case "ref":
      return {
        ...result(rule, git, refValue(rule.event, git.ref)),
        release: semver.parse(tagOf(git.ref)) ?? undefined,
      };
    case "match":
      return matchResult(rule, git, given || tagOf(git.ref));
    case "semver":
      return semverResult(rule, git, given || tagOf(git.ref));
  }
}

function result(rule: TagRule, git: GitContext, value: string): Result {
  if (value === "") return nothing;
  const of = (text: string | undefined) => fillExpressions(text ?? "", git);
  const tag = sanitize(of(rule.prefix), value, of(rule.suffix));
  return tag === "" ? { ...nothing, note: `"${value}" leaves no letter that a tag may have.` } : { ...nothing, tag };
}

/** The part of a git tag that a pattern finds. A version keeps its place in the order of versions. */
function matchResult(rule: TagRule, git: GitContext, raw: string): Result {
  if (raw === "") return nothing;
  const find = (tag: string) => tagPattern(rule.pattern).exec(flat(tag))?.[rule.group];
  const read = (tag: string) => semver.parse(find(tag) ?? "");
  const found = find(raw);
  return found === undefined
    ? { ...nothing, note: `"${raw}" has no match for ${rule.pattern}, so there is no tag.` }
    : { ...result(rule, git, found), release: read(raw) ?? undefined, read };
}

function semverResult(rule: TagRule, git: GitContext, raw: string): Result {
  if (raw === "") return nothing;
  const text = versionText(rule, raw);
  const release = semver.parse(text);
  if (release === null) return { ...nothing, note: `"${raw}" is no semantic version, so type=semver gives no tag.` };
  const { version, major, minor, patch } = release;
  const values = { raw: text, version, major: `${major}`, minor: `${minor}`, patch: `${patch}` };
  const whole = isPrerelease(release) && rule.pattern !== "{{raw}}";
  const value = whole ? version : fillTemplate(rule.pattern, values);
  return { ...result(rule, git, value), release, read: (tag) => semver.parse(versionText(rule, tag)) };
}

/** Without a match it is what it was, as in metadata-action. */
function versionText({ match }: TagRule, tag: string): string {
  const found = match === "" ? null : tagPattern(match).exec(flat(tag));
  return found?.[1] ?? found?.[0] ?? flat(tag);
}

const flat = (tag: string) => tag.replaceAll("/", "-");

function isPrerelease(release: SemVer): boolean {
  return release.prerelease.length > 0;
}

function refValue(event: string, ref: string): string {
  if (event === "tag") return tagOf(ref);
  if (event === "branch") return branchOf(ref);
  return /^refs\/pull\/(\d+)/.exec(ref)?.[1] ?? "";
}

/** The OCI grammar of tags. A long value is cut before its suffix, which tells variants apart. */
function sanitize(prefix: string, value: string, suffix: string): string {
  const clean = (text: string) => text.replace(/[^A-Za-z0-9._-]+/g, "-");
  const end = clean(suffix).slice(0, 127);
  const start = clean(prefix + value).replace(/^[.-]+/, "");
  return start === "" ? "" : start.slice(0, 128 - end.length) + end;
}

/** Of the git tags that the rule can read, the highest that is higher. */
function higherRelease({ release, read }: Result, gitTags: readonly string[]): string | undefined {
  if (release === undefined || isPrerelease(release)) return undefined;
  return gitTags
    .flatMap((tag) => read(tag) ?? [])
    .filter((other) => !isPrerelease(other) && other.compare(release) > 0)
    .toSorted(semver.rcompare)[0]?.raw;
}
