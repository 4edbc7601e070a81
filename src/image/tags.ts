import semver, { type SemVer } from "semver";
import { fillTemplate } from "../inputs/template.ts";
import type { GitContext } from "./git-context.ts";
import { parseTagRules, type TagRule } from "./tag-rules.ts";

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
