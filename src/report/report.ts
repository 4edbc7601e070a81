import type { FailureClass } from "../errors.ts";
import type { StepName } from "../plan/step.ts";
import type { ChangedCoverage } from "../reading/changed-coverage.ts";
import type { Coverage, EarlierCoverage } from "../reading/coverage.ts";
import type { Finding, TestCase, TestedPackage } from "../reading/reading.ts";

/** One line of the summary's table of steps. */
export interface StepReport {
  readonly name: StepName;
  readonly status: "passed" | "failed" | "skipped" | "timed out";
  /** Why it was skipped, or what went wrong in a few words; of one that passed, why that says nothing; else empty. */
  readonly detail: string;
  readonly seconds: number;
  readonly findings: readonly Finding[];
  /** What runs its red commands again by hand: lines for a shell in the repository's root. */
  readonly again: readonly string[];
}

/** What a pass has to be told with: `, but no test ran`; mostly empty. */
export function passedBut(steps: readonly StepReport[]): string {
  const empty = steps.find(({ status, detail }) => status === "passed" && detail !== "");
  return empty === undefined ? "" : `, but ${empty.detail}`;
}

/** One binary in the workspace, by its final name. */
export interface Binary {
  /** `linux/arm/v7` */
  readonly target: string;
  /** The command's name: `hello`. */
  readonly name: string;
  /** Relative to the workspace: `dist/hello-linux-amd64`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

export interface TestTotals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly flaky: number;
}

/** What is new since another commit. */
export interface Changed {
  /** That commit: 40 hex digits. */
  readonly base: string;
  /** Go files, relative to the workspace. */
  readonly files: readonly string[];
  /** Undefined when nothing was measured. */
  readonly coverage: ChangedCoverage | undefined;
}

/** What the run meant: everything that annotations, summary, outputs and reports are made of. */
export interface Report {
  readonly verdict: "passed" | "failed";
  readonly failureClass: FailureClass;
  /** What kept the run from its end, whatever the checks said; empty when nothing did. */
  readonly failure: string;
  /** `1.27.3` */
  readonly goVersion: string;
  /** `golang:1.27.3@sha256:…`; without the digest for an image that no registry knows. */
  readonly goImage: string;
  readonly steps: readonly StepReport[];
  readonly tests: TestTotals | undefined;
  readonly testCases: readonly TestCase[];
  readonly testedPackages: readonly TestedPackage[];
  readonly coverage: Coverage | undefined;
  /** What an earlier commit's run measured, where a cache tells. */
  readonly earlierCoverage: EarlierCoverage | undefined;
  /** Undefined when there is no commit to compare with. */
  readonly changed: Changed | undefined;
  /** Percent asked for by `coverage-threshold`, if it was. */
  readonly coverageThreshold: number | undefined;
  readonly binaries: readonly Binary[];
  /** Relative to the workspace; empty when there is none. */
  readonly checksums: string;
  /** Sentences that the user should read although nothing failed. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

/** What became of the report's products outside the machine. */
export interface Published {
  readonly image: PublishedImage | undefined;
  readonly artifacts: readonly PublishedArtifact[];
}

export interface PublishedImage {
  /** `ghcr.io/acme/hello`; several with a comma. Where it could not be pushed to is not among them. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly places: readonly ImagePlace[];
  /** Digest of the manifest list or manifest, read back from the registry; empty when it was not pushed. */
  readonly digest: string;
  readonly platforms: readonly { readonly platform: string; readonly digest: string; readonly size: number }[];
  /** The tested binaries that were found in the registry's layers, byte for byte; none when it was not pushed. */
  readonly proven: readonly ProvenBinary[];
  /** The Dockerfile it was built from, and a word on which kind it was. */
  readonly dockerfile: string;
  readonly kind: string;
}

/** One of the image's names, and what kept the image from being there; empty when it is. */
export interface ImagePlace {
  readonly name: string;
  readonly problem: string;
}

export interface ProvenBinary {
  /** `linux/arm/v7` */
  readonly platform: string;
  /** Relative to the workspace. */
  readonly path: string;
  /** `/hello` */
  readonly inImage: string;
  /** 64 hex digits, of both. */
  readonly sha256: string;
}

export interface PublishedArtifact {
  readonly name: string;
  /** Bytes as stored. */
  readonly size: number;
  /** The service's id, or the folder on a laptop. */
  readonly id: string;
  readonly files: readonly string[];
}
