import type { EndedCase } from "./case-record.ts";
import { isAmbiguous } from "./odd-names.ts";
import type { EndedPackage } from "./package-record.ts";
import type { Finding, SourceMap } from "./reading.ts";
import { pathInPackage, repositoryPath } from "./source-path.ts";
import { ancestors } from "./test-name.ts";

/** What a package's failures mean: one finding for each failed test, at its first failure line. */
export function packageFindings(ended: EndedPackage, source: SourceMap): readonly Finding[] {
  const failed = ended.cases.filter(({ test }) => test.result === "failed");
  const enclosing = new Set(failed.flatMap(({ test }) => ancestors(test.name)));
  const texts = [ended.tested.output, ...failed.map(({ test }) => test.output)];
  const panicked = texts.some(isPanic);
  const findings = failed.flatMap((one) => caseFinding(one, enclosing.has(one.test.name), panicked, source) ?? []);
  return isPanic(ended.tested.output)
    ? [...findings, panicFinding(ended.tested.package, ended.tested.output, source)]
    : findings;
}

function caseFinding(ended: EndedCase, encloses: boolean, panicked: boolean, source: SourceMap): Finding | undefined {
  const { name, output } = ended.test;
  if (isPanic(output)) return panicFinding(name, output, source);
  // Before 1.27 a parent's `t.Log` and its `t.Error` look the same, so only the subtest is believed.
  if (encloses && ended.error === "") return undefined;
  const message = output.trimEnd();
  const failure =
    failureLine(ended, ended.error, source) ?? raceLine(output, source) ?? failureLine(ended, output, source);
  if (failure) return { kind: "test", column: 0, ...failure, title: oneLine(`${name}: ${failure.title}`), message };
  // A panic fails the tests that it interrupts: they have nothing to say.
  if (panicked) return undefined;
  const title = ended.died ? `${name} did not end: the test process did` : `${name} failed`;
  return {
    kind: ended.died ? "exit" : "test",
    file: "",
    line: 0,
    column: 0,
    title,
    message: message || `${title}.`,
  };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

// After output without a newline it does not start its line.
const failurePattern = /(?:^\s+| {4})([^\s:]+\.go):(\d+): ?(.*)$/gm;
const testifyError = /^\s*Error:\s+(.+)$/m;

/** In what Go 1.27 marks as an error, or else in all output, where a `t.Log` looks the same. */
function failureLine({ test }: EndedCase, output: string, source: SourceMap): (Place & { title: string }) | undefined {
  const lines = [...output.matchAll(failurePattern)];
  // testing.go reports races and leaks for a test; the test's own lines say more.
  const [match] = lines.filter(([, path]) => path !== "testing.go");
  if (!match) return undefined;
  const [, path = "", line, text = ""] = match;
  if (isAmbiguous(match[0], source)) return { file: "", line: 0, title: text.trim() || "failed" };
  const file = path.includes("/") ? repositoryPath(path, source) : pathInPackage(test.package, path, source);
  const title = text.trim() || testifyError.exec(test.output)?.[1] || "failed";
  return file === undefined ? { file: "", line: 0, title } : { file, line: Number(line), title };
}

function raceLine(output: string, source: SourceMap): (Place & { title: string }) | undefined {
  const start = output.indexOf("WARNING: DATA RACE");
  return start < 0 ? undefined : { ...firstFrame(output.slice(start), source), title: "data race" };
}

const panicPattern = /^(?:panic|fatal error): .*$/m;
const goroutine = /^goroutine \d+ .*\[.*\]:$/m;

function isPanic(output: string): boolean {
  return panicPattern.test(output) && goroutine.test(output);
}

function panicFinding(where: string, output: string, source: SourceMap): Finding {
  const panic = panicPattern.exec(output);
  const sentence = (panic?.[0] ?? "panic").replace(/ \[recovered.*\]$/, "");
  const place = firstFrame(output.slice(panic?.index ?? 0), source);
  return { kind: "panic", column: 0, ...place, title: oneLine(`${where}: ${sentence}`), message: output.trimEnd() };
}

const framePattern = /^\s+(\S[^:\n]*\/[^:\n]*\.go):(\d+)(?: \+0x[0-9a-f]+)?$/gm;

/** The first stack frame within the repository, and not in the main function that go generates. */
function firstFrame(output: string, source: SourceMap): Place {
  for (const [text, path = "", line] of output.matchAll(framePattern)) {
    const file = isAmbiguous(text, source) ? undefined : repositoryPath(path, source);
    if (file !== undefined && !path.endsWith("/_testmain.go")) return { file, line: Number(line) };
  }
  return { file: "", line: 0 };
}

const oneLine = (text: string) => (text.length > 200 ? `${text.slice(0, 197)}...` : text).toWellFormed();
