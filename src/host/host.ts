import type { RawInputs } from "../inputs/inputs.ts";
import type { EventFacts } from "../project/git.ts";
import type { Published, PublishedArtifact, Report } from "../report/report.ts";
import type { Secrets } from "./secrets.ts";

/** Where lines for people go. What did not come from this program is `untrusted`. */
export interface Log {
  /** What none of its lines shows; nothing is secret where there are none. */
  readonly secrets?: Secrets;
  info(line: string): void;
  warning(line: string): void;
  /** Text of tests, compilers, registries: shown, never obeyed, and marked line by line. */
  untrusted(text: string): void | Promise<void>;
  /** A chapter of the log. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
}

/** Keeps folders from run to run. Any fault is a cold start and one warning. */
export interface Cache {
  /** The folder to use; it exists after `restore`. */
  readonly folder: string;
  /** False where it turned out that there can be none: nothing is kept then. */
  readonly usable: boolean;
  /** Others can write to where it comes from: what is in it is to be checked. */
  readonly shared: boolean;
  /** The key that was found, or undefined. */
  restore(key: string, prefixes: readonly string[]): Promise<string | undefined>;
  save(key: string): Promise<void>;
}

export interface ArtifactFiles {
  readonly name: string;
  /** Relative to the workspace. */
  readonly files: readonly string[];
  readonly retentionDays: number | undefined;
}

/** What the run is for the outside: which event started it, and whether it may write to caches. */
export interface HostFacts extends EventFacts {
  /** Absolute path. */
  readonly workspace: string;
  /** For files that live as long as the run. */
  readonly temp: string;
  /** The job's name, for artifact names; empty on a laptop. */
  readonly job: string;
}

/** The place the action runs in: a GitHub runner, or a terminal. */
export interface Host {
  readonly facts: HostFacts;
  readonly inputs: RawInputs;
  readonly log: Log;
  readonly cache: Cache;
  /** Hides a value, in all its forms, in all that is logged from now on; also together with its user's name. */
  hide(secret: string, user?: string): void;
  upload(artifact: ArtifactFiles): Promise<PublishedArtifact>;
  /** Annotations, summary, table and outputs. */
  present(report: Report, published: Published): Promise<void>;
}
