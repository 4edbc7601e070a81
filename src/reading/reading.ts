/** One message about one place in the project's source. `file` is relative to the repository, with `/`. */
export interface Finding {
  /** `exit`: the process of a test ended before the test did; `command`: a command did, for a reason of its own. */
  readonly kind: "format" | "vet" | "compile" | "test" | "panic" | "exit" | "command";
  /** Empty when no file is known. */
  readonly file: string;
  /** From 1; 0 when unknown. */
  readonly line: number;
  /** From 1; 0 when unknown. */
  readonly column: number;
  /** One line: what is wrong. */
  readonly title: string;
  /** The whole message: the diff, the compiler's sentence, the test's output. May have several lines. */
  readonly message: string;
}

/** One test, subtest, example or fuzz seed that ended, or should have. */
export interface TestCase {
  /** Import path. */
  readonly package: string;
  /** As Go prints it: `TestA/sub`. */
  readonly name: string;
  /** `flaky`: it failed, and passed when it was run again. */
  readonly result: "passed" | "failed" | "skipped" | "flaky";
  readonly seconds: number;
  /** What it printed when it failed; kept for failed and flaky tests only, and capped. */
  readonly output: string;
}

/** What `go test` said of one package. */
export interface TestedPackage {
  readonly package: string;
  readonly result: "passed" | "failed" | "skipped";
  readonly seconds: number;
  /** True when go took the result from its cache. */
  readonly cached: boolean;
  /** What the package printed outside its tests, when it failed; capped. */
  readonly output: string;
}

export interface TestResults {
  readonly cases: readonly TestCase[];
  readonly packages: readonly TestedPackage[];
  /** Packages that passed without a test, and of which go did not say that there was none to run. */
  readonly silent?: readonly string[];
}

/** What a command's output meant. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly tests?: TestResults;
}

export type OutputStream = "stdout" | "stderr";

/**
 * Reads one command's output while it comes. Pure state: no clock, no files.
 * Pieces are already decoded text, cut at any place.
 */
export interface Reader {
  /** Takes the next piece and returns what a person should see of it, often the piece itself. */
  read(stream: OutputStream, text: string): string;
  /** What it all meant, once the command has ended. */
  end(exitCode: number): Reading;
}

/** Where the output's file names lead: container paths to repository paths. */
export interface SourceMap {
  /** The module's directory in the container, absolute: `/src/sub` or `/go/src/example.org/me/project`. */
  readonly containerDir: string;
  /** The same directory relative to the repository: empty for its root, else without a slash at its ends. */
  readonly repositoryDir: string;
  /** Import path to directory relative to the repository, for each package of the module. */
  readonly packageDirs: Readonly<Record<string, string>>;
  /** Files of the module's that go's output cannot name clearly, relative to the module's directory. */
  readonly oddNames?: readonly string[];
}
