import dayjs from "dayjs";
import advancedFormat from "dayjs/plugin/advancedFormat.js";
import dayOfYear from "dayjs/plugin/dayOfYear.js";
import isoWeek from "dayjs/plugin/isoWeek.js";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import weekOfYear from "dayjs/plugin/weekOfYear.js";
import { nearest } from "../inputs/nearest.ts";
import { branchOf, type GitContext, tagOf } from "./git-context.ts";

for (const plugin of [utc, timezone, dayOfYear, weekOfYear, isoWeek, advancedFormat]) dayjs.extend(plugin);

/** docker/metadata-action's global expressions: `{{branch}}`, `{{date 'YYYYMMDD' tz='Asia/Tokyo'}}`. */
const expressions: Readonly<Record<string, (git: GitContext, call: Call) => string>> = {
  branch: ({ ref }) => branchOf(ref),
  tag: ({ ref }) => tagOf(ref),
  sha: ({ sha }) => sha.slice(0, 7),
  base_ref: ({ baseRef }) => baseRef,
  is_default_branch: (git) => String(isDefaultBranch(git)),
  is_not_default_branch: (git) => String(!isDefaultBranch(git)),
  date: ({ now }, call) => dateText(now, call),
  commit_date: ({ commitDate }, call) => dateText(commitDate, call),
};

const names = Object.keys(expressions);
const dates = ["date", "commit_date"];

interface Call {
  readonly name: string;
  /** As moment.js writes formats; empty where none is given. */
  readonly format: string;
  readonly zone: string;
}

const braces = /\{\{(.*?)\}\}/g;
const grammar = /^\s*(\w+)(?:\s+(?:'([^']*)'|"([^"]*)"))?(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?\s*$/;

/** Throws the reason and the remedy when a text holds what is no expression. */
export function checkExpressions(text: string): void {
  for (const [whole, inner = ""] of text.matchAll(braces)) checkCall(whole, parseCall(inner));
  if (text.replace(braces, "").includes("{{"))
    throw new Error('an expression is not closed. Close every "{{" with "}}".');
}

/** Fills the expressions of a text that was checked. */
export function fillExpressions(text: string, git: GitContext): string {
  return text.replace(braces, (_, inner: string) => {
    const call = parseCall(inner);
    return (call && expressions[call.name]?.(git, call)) ?? "";
  });
}

function parseCall(inner: string): Call | undefined {
  const [, name, format, other, zone, second] = grammar.exec(inner) ?? [];
  return name === undefined ? undefined : { name, format: format ?? other ?? "", zone: zone ?? second ?? "UTC" };
}

function checkCall(whole: string, call: Call | undefined): void {
  if (call === undefined) throw new Error(`${whole} is no expression. Write for instance {{date 'YYYYMMDD'}}.`);
  if (!names.includes(call.name)) {
    const near = nearest(call.name, names);
    const hint = near ? `; did you mean {{${near}}}?` : ".";
    throw new Error(`unknown expression ${whole}${hint} Use ${names.map((name) => `{{${name}}}`).join(", ")}.`);
  }
  if (dates.includes(call.name) && call.format === "")
    throw new Error(`${whole} lacks its format. Write for instance {{${call.name} 'YYYYMMDD'}}.`);
  if (!isZone(call.zone)) throw new Error(`"${call.zone}" is no time zone. Write for instance tz='Europe/Berlin'.`);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function dateText(iso: string, { format, zone }: Call): string {
  return iso === "" ? "" : dayjs(iso).tz(zone).format(format);
}

/** As there, also for events that belong to no branch but start from the default one. */
function isDefaultBranch({ ref, defaultBranch, eventName }: GitContext): boolean {
  if (["create", "discussion", "issues", "schedule"].includes(eventName)) return true;
  return defaultBranch !== "" && ref === `refs/heads/${defaultBranch}`;
}
