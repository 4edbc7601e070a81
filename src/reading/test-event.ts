/** One line of `go test -json`, with what we use of it; Go 1.10 to 1.27 leave out more or fewer fields. */
export interface TestEvent {
  readonly action: string;
  /** Empty on build events. */
  readonly package: string;
  /** Empty on events of a package as a whole. */
  readonly test: string;
  readonly output: string;
  readonly seconds: number;
  /** From 1.27: `frame`, `error`, `error-continue`. */
  readonly outputType: string;
}

/** Undefined for a line that is no event: compilers and linkers print between them. */
export function parseTestEvent(line: string): TestEvent | undefined {
  if (!line.startsWith("{")) return undefined;
  const fields = parseObject(line);
  const action = text(fields?.["Action"]);
  if (fields === undefined || action === "") return undefined;
  const elapsed = fields["Elapsed"];
  return {
    action,
    package: text(fields["Package"]),
    test: text(fields["Test"]),
    output: text(fields["Output"]),
    seconds: typeof elapsed === "number" ? elapsed : 0,
    outputType: text(fields["OutputType"]),
  };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    // It starts with `{`, so it is an object when it is JSON at all.
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
