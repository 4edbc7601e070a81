import type { Problem } from "../errors.ts";
import { type ChangedLines, readChangedLines } from "../reading/changed-lines.ts";
import { type EventFacts, git } from "./git.ts";

/** What has changed in the Go files since the base. */
export interface Changes {
  /** The commit that is compared with: 40 hex digits. */
  readonly base: string;
  readonly lines: ChangedLines;
}

/** Compares with the commit that the user names, else with what a pull request is to be merged into. */
export async function inspectChanges(
  workspace: string,
  since: string | undefined,
  event: EventFacts,
): Promise<{ readonly changes?: Changes; readonly problem?: Problem; readonly note?: string }> {
  if (since === undefined && event.base === "") return {};
  const base = since === undefined ? await pullRequestBase(workspace, event) : await common(workspace, since);
  if (base !== "") return { changes: { base, lines: readChangedLines(await diff(workspace, base)) } };
  if (since === undefined) return { note: unknownBase };
  const message = "git knows no such commit, or none that both have in common. Check out with `fetch-depth: 0`.";
  return { problem: { input: "changed-since", item: since, message } };
}

const unknownBase =
  "What the pull request changes is not known, as its base is not there. For the coverage of its lines, check out with `fetch-depth: 2`.";

/** Of GitHub's own merge the first parent is the base as it was then; the event may tell of an older one. */
async function pullRequestBase(workspace: string, event: EventFacts): Promise<string> {
  if (/^refs\/pull\/\d+\/merge$/.test(event.ref) && (await commit(workspace, "HEAD^2")) !== "")
    return await commit(workspace, "HEAD^1");
  return await common(workspace, event.base);
}

const commit = (workspace: string, name: string) => git(workspace, "rev-parse", "--verify", "--quiet", name);

async function common(workspace: string, name: string): Promise<string> {
  const known = await commit(workspace, `${name}^{commit}`);
  return known === "" ? "" : git(workspace, "merge-base", known, "HEAD");
}

/** Of what lies in the workspace, committed or not: that is what is tested. */
function diff(workspace: string, base: string): Promise<string> {
  const plain = [
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--src-prefix=a/",
    "--dst-prefix=b/",
  ];
  const lines = ["--unified=0", "--inter-hunk-context=0", "--relative"];
  const files = ["--", "*.go", ":(exclude,glob)**/vendor/**"];
  return git(workspace, "--no-optional-locks", "diff", ...plain, ...lines, base, ...files);
}
