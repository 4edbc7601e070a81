/** What tag rules and labels may know of the commit; whatever is not known is empty. */
export interface GitContext {
  /** `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/2/merge`; empty on a laptop. */
  readonly ref: string;
  /** The event that started the run, `push`; empty on a laptop. */
  readonly eventName: string;
  /** Of a pull request the branch that it is to be merged into, `main`. */
  readonly baseRef: string;
  /** ISO 8601, of the run: for tags that ask for the date. */
  readonly now: string;
  /** 40 hex digits. */
  readonly sha: string;
  /** `main` */
  readonly defaultBranch: string;
  /** ISO 8601, of the commit and not of the run: the same commit gives the same image. */
  readonly commitDate: string;
  /** As a browser opens it: `https://github.com/acme/hello`. */
  readonly repositoryUrl: string;
  readonly description: string;
  /** SPDX expression. */
  readonly license: string;
  /** Every git tag of the repository that is known, so that `latest` never moves backwards. */
  readonly gitTags: readonly string[];
}

/** Empty for a ref that is no branch. */
export const branchOf = (ref: string): string => after("refs/heads/", ref);

/** Empty for a ref that is no tag. */
export const tagOf = (ref: string): string => after("refs/tags/", ref);

const after = (start: string, ref: string) => (ref.startsWith(start) ? ref.slice(start.length) : "");
