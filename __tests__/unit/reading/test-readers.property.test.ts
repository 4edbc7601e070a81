import { StringDecoder } from "node:string_decoder";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutputStream, Reader, TestCase } from "../../../src/reading/reading.ts";
import { testJsonReader } from "../../../src/reading/test-json-reader.ts";
import { testTextReader } from "../../../src/reading/test-text-reader.ts";

const source = { containerDir: "/src", repositoryDir: "", packageDirs: { "m/a": "a", "m/b": "b" } };
const dialects: readonly (readonly [string, () => Reader])[] = [
  ["JSON", () => testJsonReader(source)],
  ["text", () => testTextReader(source)],
];

/** What go, tests and liars print: whole lines, halves of them, and bytes that mean nothing. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...["=== RUN   TestA\n", "--- PASS: TestA (0.00s)\n", "    --- FAIL: TestA/b (0.00s)\n", "FAIL\tm/a\t0.1s\n"],
    ...[
      "ok  \tm/b\t(cached)\tcoverage: 1% of statements\n",
      "FAIL\tm/b [build failed]\n",
      "?   \tm/c\t[no test files]\n",
    ],
    ...["# m/a\n", "a/a.go:3:4: undefined: x\n", "panic: boom\n\ngoroutine 1 [running]:\n", "\t/src/a/a.go:7 +0x1\n"],
    ...[
      "WARNING: DATA RACE\n",
      "exit status 2\n",
      "\r\n",
      "\n",
      "{",
      "}",
      '"Action"',
      "\u001b[31m",
      "\0",
      "::error::x\n",
    ],
    ...["__proto__", "constructor"].map((name) => `{"Action":"run","Package":"${name}","Test":"${name}"}\n`),
    ...["run", "pass", "fail", "skip", "pause", "cont", "start", "bench", "build-output", "toString"].map(
      (action) =>
        `{"Action":"${action}","Package":"m/a","ImportPath":"m/a","Test":"TestA","Output":"x\\n","Elapsed":1}\n`,
    ),
    ...["fail", "pass", "start"].map((action) => `{"Action":"${action}","Package":"m/a"}\n`),
    ...[
      '{"Action":7,"Package":[],"Test":{}}\n',
      '{"Action":"output","Package":"m/a","Output":null}\n',
      "{}\n",
      "[1]\n",
    ],
  ),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
);
const stream = fc.array(fragment, { maxLength: 60 }).map((parts) => Buffer.from(parts.join("")));
const bytes = fc.oneof(
  stream,
  fc.uint8Array({ maxLength: 500 }).map((array) => Buffer.from(array)),
);

/** As the process adapter does it: a character cut in two is put together before it is read. */
function feed(reader: Reader, name: OutputStream, whole: Buffer, cuts: readonly number[]): string {
  const decoder = new StringDecoder("utf8");
  const at = [0, ...cuts.map((cut) => cut % (whole.length + 1)).toSorted((a, b) => a - b), whole.length];
  let shown = "";
  for (const [i, from] of at.slice(0, -1).entries())
    shown += reader.read(name, decoder.write(whole.subarray(from, at[i + 1])));
  return shown + reader.read(name, decoder.end());
}

describe.each(dialects)("the reader of %s", (_, reader) => {
  test("takes any bytes, cut anywhere, and makes the same of them", () => {
    fc.assert(
      fc.property(bytes, bytes, fc.array(fc.nat()), fc.nat(3), (stdout, stderr, cuts, exitCode) => {
        const read = (at: readonly number[]) => {
          const one = reader();
          const shown = [feed(one, "stdout", stdout, at), feed(one, "stderr", stderr, at)];
          return { shown, reading: one.end(exitCode) };
        };
        const whole = read([]);
        expect(read(cuts)).toEqual(whole);
        // A red command is never without a reason, and a failed test never without its command being red.
        if (exitCode !== 0) expect(whole.reading.findings).not.toEqual([]);
        for (const { title, line, column } of whole.reading.findings) {
          expect(title).not.toMatch(/[\n\r]/);
          expect(line >= 0 && column >= 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

type Result = "passed" | "failed" | "skipped";
interface Planned {
  readonly name: string;
  readonly result: Result;
  readonly output: string;
}

const words = { passed: "pass", failed: "fail", skipped: "skip" } as const;
const capitals = { passed: "PASS", failed: "FAIL", skipped: "SKIP" } as const;
const result = fc.constantFrom<Result>("passed", "failed", "skipped");
/** Nothing that go itself would have to print. */
const harmless = fc
  .string({ unit: "grapheme" })
  .map((text) => text.replace(/[\r\n]/g, " "))
  .filter((text) => !/=== |--- |^(?:PASS|FAIL|ok |\?|coverage|panic|exit)/.test(text));
const planned = fc
  .uniqueArray(fc.record({ name: fc.stringMatching(/^Test[A-Za-z0-9_]{1,8}$/), result, output: harmless }), {
    selector: ({ name }) => name,
    maxLength: 12,
  })
  .map((tests): readonly Planned[] => tests);
const packages = fc.record({ "m/a": planned, "m/b": planned });

const outcome = (tests: readonly Planned[]) => (tests.some((one) => one.result === "failed") ? "failed" : "passed");
const expected = (all: Readonly<Record<string, readonly Planned[]>>) =>
  Object.entries(all)
    .flatMap(([name, tests]) => tests.map((one) => `${name} ${one.name} ${one.result}`))
    .toSorted();
const told = (cases: readonly TestCase[]) => cases.map((one) => `${one.package} ${one.name} ${one.result}`).toSorted();

/** All events: those of one test in their order, those of several in any, with noise between them. */
function mixed(queues: readonly string[][], choices: Iterator<number>, noises: Iterator<string>): string {
  let text = "";
  for (let left = queues; left.length > 0; left = left.filter((queue) => queue.length > 0)) {
    const queue = left[(choices.next().value ?? 0) % left.length];
    text += (noises.next().value ?? "") + (queue?.shift() ?? "");
  }
  return text;
}

describe("totals", () => {
  const noise = fc.constantFrom("", "# m/a\n", "{half\n", "{}\n", "go: downloading x v1\n", "é\n");

  test("of JSON are those of the tests, however these run beside each other and whatever stands between", () => {
    fc.assert(
      fc.property(packages, fc.infiniteStream(fc.nat()), fc.infiniteStream(noise), (all, choices, noises) => {
        const event = (fields: object) => `${JSON.stringify(fields)}\n`;
        const queues = Object.entries(all).flatMap(([Package, tests]) =>
          tests.map(({ name, result: end, output }) => [
            event({ Action: "run", Package, Test: name }),
            event({ Action: "output", Package, Test: name, Output: `${output}\n` }),
            event({ Action: "output", Package, Test: name, Output: `--- ${capitals[end]}: ${name} (0.00s)\n` }),
            event({ Action: words[end], Package, Test: name, Elapsed: 0 }),
          ]),
        );
        let text = mixed(queues, choices, noises);
        for (const [Package, tests] of Object.entries(all)) text += event({ Action: words[outcome(tests)], Package });
        const red = Object.values(all).some((tests) => outcome(tests) === "failed");
        const reader = testJsonReader(source);
        reader.read("stdout", text);
        const { tests, findings } = reader.end(red ? 1 : 0);
        expect(told(tests?.cases ?? [])).toEqual(expected(all));
        expect(findings.length > 0).toBe(red);
      }),
      { numRuns: 300 },
    );
  });

  test("of text are those of the tests", () => {
    fc.assert(
      fc.property(packages, (all) => {
        const text = Object.entries(all).map(([name, tests]) => {
          const lines = tests.map(
            (one) => `=== RUN   ${one.name}\n${one.output}\n--- ${capitals[one.result]}: ${one.name} (0.01s)\n`,
          );
          const red = outcome(tests) === "failed";
          return `${lines.join("")}${red ? "FAIL\nexit status 1\nFAIL" : "PASS\nok  "}\t${name}\t0.02s\n`;
        });
        const red = Object.values(all).some((tests) => outcome(tests) === "failed");
        const reader = testTextReader(source);
        reader.read("stdout", text.join(""));
        const { tests, findings } = reader.end(red ? 1 : 0);
        expect(told(tests?.cases ?? [])).toEqual(expected(all));
        expect(findings.length > 0).toBe(red);
      }),
      { numRuns: 300 },
    );
  });
});
