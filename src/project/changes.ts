import type { Problem } from "../errors.ts";
import type { Git } from "../git/git.ts";
import { type ChangedLines, readChangedLines } from "../reading/changed-lines.ts";
import type { EventFacts } from "./git.ts";

/** What has changed in the Go files since the base. */
export interface Changes {
  /** The commit that is compared with: 40 hex digits. */
  readonly base: string;
  readonly lines: ChangedLines;
}

/** Compares with the commit that the user names, else with what a pull request is to be merged into. */
export async function inspectChanges(
  git: Git | undefined,
  since: string | undefined,
  event: EventFacts,
): Promise<{ readonly changes?: Changes; readonly problem?: Problem; readonly note?: string }> {
  if (since === undefined && event.base === "") return {};
  const base = since === undefined ? await pullRequestBase(git, event) : await common(git, since);
  const changed = base === "" ? undefined : await diff(git, base);
  if (changed !== undefined) return { changes: { base, lines: readChangedLines(changed) } };
  if (base !== "") return { note: notCompared };
  if (since === undefined) return { note: unknownBase };
  const message = "git knows no such commit, or none that both have in common. Check out with `fetch-depth: 0`.";
  return { problem: { input: "changed-since", item: since, message } };
}

const unknownBase =
  "What the pull request changes is not known, as its base is not there. For the coverage of its lines, check out with `fetch-depth: 2`.";

const notCompared =
  "What has changed is not known: git cannot compare with the base. Of a partial clone, check out without `filter`.";

/** Of GitHub's own merge the first parent is the base as it was then; the event may tell of an older one. */
async function pullRequestBase(git: Git | undefined, event: EventFacts): Promise<string> {
  if (/^refs\/pull\/\d+\/merge$/.test(event.ref) && (await commit(git, "HEAD^2")) !== "")
    return await commit(git, "HEAD^1");
  return await common(git, event.base);
}

const commit = (git: Git | undefined, name: string) =>
  git?.ask("rev-parse", "--verify", "--quiet", name) ?? Promise.resolve("");

async function common(git: Git | undefined, name: string): Promise<string> {
  const known = await commit(git, `${name}^{commit}`);
  return known === "" ? "" : (git?.ask("merge-base", known, "HEAD") ?? "");
}

/** Of what lies in the workspace, committed or not: that is what is tested. */
function diff(git: Git | undefined, base: string): Promise<string | undefined> {
  const plain = [
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
    "--find-renames",
    "--src-prefix=a/",
    "--dst-prefix=b/",
  ];
  const lines = ["--unified=0", "--inter-hunk-context=0", "--relative"];
  const files = ["--", "*.go", ":(exclude,glob)**/vendor/**"];
  return git?.answer("diff", ...plain, ...lines, base, ...files) ?? Promise.resolve(undefined);
}
