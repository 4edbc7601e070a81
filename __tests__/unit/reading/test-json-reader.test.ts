import { describe, expect, test } from "vitest";
import { testJsonReader } from "../../../src/reading/test-json-reader.ts";
import { brief, readAll } from "./streams.ts";

const source = { containerDir: "/src", repositoryDir: "", packageDirs: { p: "p", q: "q" } };
const event = (fields: object) => `${JSON.stringify({ Package: "p", ...fields })}\n`;
const start = event({ Action: "start" });
const run = (name: string) => event({ Action: "run", Test: name });
const print = (name: string, text: string, type?: string) =>
  event({ Action: "output", ...(name && { Test: name }), Output: text, ...(type && { OutputType: type }) });
const end = (action: string, name = "") => event({ Action: action, ...(name && { Test: name }), Elapsed: 0.5 });

function read(lines: readonly string[], exitCode = 1, stderr = "") {
  const { findings, tests, shown } = readAll(testJsonReader(source), { stdout: lines.join(""), stderr, exitCode });
  const cases = tests?.cases.map(({ name, result }) => `${name} ${result}`);
  const packages = tests?.packages.map((one) => `${one.package} ${one.result}`);
  return { findings, tests, shown, cases, packages, briefs: findings.map(brief) };
}

describe("results", () => {
  test("the first end of a test wins, and what comes after the package's end changes nothing", () => {
    const late = [
      end("fail", "TestA"),
      print("TestA", "late\n"),
      end("pass"),
      end("fail"),
      run("TestB"),
      print("", "x\n"),
    ];
    const { cases, packages, findings } = read([start, run("TestA"), end("pass", "TestA"), ...late], 0);
    expect({ cases, packages, findings }).toEqual({ cases: ["TestA passed"], packages: ["p passed"], findings: [] });
  });

  test("a test that ran when its package failed did not end", () => {
    const { cases, briefs, findings } = read([start, run("TestA"), print("TestA", "bye\n"), end("fail")]);
    expect(cases).toEqual(["TestA failed"]);
    expect(briefs).toEqual(["exit :0 TestA did not end: the test process did"]);
    expect(findings[0]?.message).toBe("bye");
  });

  test("a stream that breaks off leaves its package failed", () => {
    const { cases, packages } = read([start, run("TestA"), end("pass", "TestA"), run("TestB")], 137);
    expect(cases).toEqual(["TestA passed", "TestB failed"]);
    expect(packages).toEqual(["p failed"]);
  });

  test("before 1.20 output without a newline hides the end of a test", () => {
    const glued = (name: string, verdict: string) => [run(name), print(name, `text--- ${verdict}: ${name} (0.00s)\n`)];
    const { cases } = read([
      ...glued("TestA", "PASS"),
      ...glued("TestB", "FAIL"),
      ...glued("TestC", "SKIP"),
      end("fail"),
    ]);
    expect(cases).toEqual(["TestA passed", "TestB failed", "TestC skipped"]);
  });

  test("of several runs of a test a failed one counts", () => {
    const attempt = (result: string) => [
      run("TestA"),
      print("TestA", `    a_test.go:3: ${result}\n`),
      end(result, "TestA"),
    ];
    const { cases, findings } = read([start, ...["pass", "fail", "pass"].flatMap(attempt), end("fail")]);
    expect(cases).toEqual(["TestA failed"]);
    expect(findings.map(({ message }) => message)).toEqual(["    a_test.go:3: fail"]);
  });

  test("another test's frame in the output decides nothing", () => {
    const { cases } = read([run("TestA"), print("TestA", "--- FAIL: TestB (0.00s)\n"), end("pass")], 0);
    expect(cases).toEqual(["TestA passed"]);
  });

  test("a package with tests is not without tests, whatever it prints", () => {
    const forged = print("", "?   \tp\t[no test files]\n");
    expect(read([start, run("TestA"), end("pass", "TestA"), forged, end("pass")], 0).packages).toEqual(["p passed"]);
  });

  test("a cached package", () => {
    const { tests, shown } = read([start, print("", "ok  \tp\t(cached)\n"), end("pass")], 0);
    expect(tests?.packages).toEqual([{ package: "p", result: "passed", seconds: 0.5, cached: true, output: "" }]);
    expect(shown).toBe("ok  \tp\t(cached)\n");
  });

  test("a test cannot close its package by printing the line that does", () => {
    const forged = print("TestA", "FAIL\tp\t0.1s\n");
    const { cases, packages } = read([start, run("TestA"), forged, end("pass", "TestA"), end("pass")], 0);
    expect({ cases, packages }).toEqual({ cases: ["TestA passed"], packages: ["p passed"] });
  });
});

describe("findings", () => {
  const failing = (text: string, type?: string) => [
    start,
    run("TestA"),
    print("TestA", text, type),
    end("fail", "TestA"),
    end("fail"),
  ];

  test.each([
    ["the first line of a file", "log\n    a_test.go:3: one\n    a_test.go:4: two\n", "test p/a_test.go:3 TestA: one"],
    ["after output without a newline", "log    a_test.go:3: one\n", "test p/a_test.go:3 TestA: one"],
    ["-fullpath", "    /src/p/a_test.go:3: one\n", "test p/a_test.go:3 TestA: one"],
    ["a helper outside the repository", "    /go/pkg/mod/q@v1/h.go:3: one\n", "test :0 TestA: one"],
    [
      "testify",
      "    a_test.go:3: \n        \tError Trace:\t/src/p/a_test.go:3\n        \tError:      \tNot equal: \n",
      "test p/a_test.go:3 TestA: Not equal: ",
    ],
    [
      "a race, beside what the test logs",
      "    a_test.go:9: 2\nWARNING: DATA RACE\nRead at 0x1 by goroutine 8:\n  p.f()\n      /src/p/p.go:7 +0x39\n    testing.go:1: race detected\n",
      "test p/p.go:7 TestA: data race",
    ],
    [
      "a race",
      "WARNING: DATA RACE\nRead at 0x1 by goroutine 8:\n  p.f()\n      /src/p/p.go:7 +0x39\n    testing.go:1: race detected\n",
      "test p/p.go:7 TestA: data race",
    ],
    ["no words", "", "test :0 TestA failed"],
  ])("%s", (_, text, expected) => {
    expect(read(failing(text)).briefs).toEqual([expected]);
  });

  test("1.27 says which line is the error", () => {
    const lines = [print("TestA", "    a_test.go:3: log\n"), print("TestA", "    a_test.go:4: bad\n", "error")];
    const { briefs } = read([start, run("TestA"), ...lines, end("fail", "TestA"), end("fail")]);
    expect(briefs).toEqual(["test p/a_test.go:4 TestA: bad"]);
  });

  test("a parent has a finding only for an error of its own", () => {
    const child = [run("TestA/x"), print("TestA/x", "    a_test.go:9: child\n"), end("fail", "TestA/x")];
    const parent = (type?: string) => [
      print("TestA", "    a_test.go:3: parent\n", type),
      end("fail", "TestA"),
      end("fail"),
    ];
    expect(read([start, run("TestA"), ...child, ...parent()]).briefs).toEqual(["test p/a_test.go:9 TestA/x: child"]);
    expect(read([start, run("TestA"), ...child, ...parent("error")]).briefs).toEqual([
      "test p/a_test.go:3 TestA: parent",
      "test p/a_test.go:9 TestA/x: child",
    ]);
  });

  test("a panic outside every test, at the first frame of the repository", () => {
    const trace =
      "panic: at start\n\ngoroutine 1 [running]:\nfmt.F()\n\t/usr/local/go/src/fmt/f.go:3 +0x1\np.init.0()\n\t/src/p/p.go:5 +0x2\n";
    expect(read([start, print("", trace), end("fail")]).briefs).toEqual(["panic p/p.go:5 p: panic: at start"]);
  });

  test("a panic speaks for the tests that it interrupted", () => {
    const trace = "panic: boom\n\ngoroutine 7 [running]:\np.f()\n\t/src/p/p.go:5 +0x2\n";
    const { briefs, cases } = read([start, run("TestA"), run("TestB"), print("TestB", trace), end("fail")]);
    expect(cases).toEqual(["TestA failed", "TestB failed"]);
    expect(briefs).toEqual(["panic p/p.go:5 TestB: panic: boom"]);
  });

  test("the word panic in a message is no panic", () => {
    expect(read(failing("panic: not really\n    a_test.go:3: bad\n")).briefs).toEqual([
      "test p/a_test.go:3 TestA: bad",
    ]);
  });

  test("a package that fails outside its tests", () => {
    const { findings } = read([start, print("", "no database\n"), print("", "FAIL\tp\t0.1s\n"), end("fail")]);
    expect(findings).toEqual([
      {
        ...{
          kind: "command",
          file: "",
          line: 0,
          column: 0,
          title: "p failed outside its tests",
          message: "no database",
        },
      },
    ]);
  });

  test("a package that the linker stopped", () => {
    const { briefs } = read(["# p.test\n", "link: running gcc failed\n", "FAIL\tp [build failed]\n"]);
    expect(briefs).toEqual(["command :0 p could not be built"]);
  });

  test("a failure without any test is a finding with the last words", () => {
    const { findings } = read([], 1, "go: cannot find main module\n");
    expect(findings).toEqual([
      {
        ...{ kind: "command", file: "", line: 0, column: 0, title: "go test ended with exit code 1" },
        message: "go: cannot find main module",
      },
    ]);
  });
});

describe("hostile and large output", () => {
  test("lines that only look like events are text", () => {
    const odd = ["{not json}\n", '{"Action":7}\n', "[1]\n", '{"Package":"p"}\n', "null\n"];
    const { shown, tests, findings } = read(odd, 0);
    expect(shown).toBe(odd.join(""));
    expect(tests).toEqual({ cases: [], packages: [] });
    expect(findings).toEqual([]);
  });

  test("names that every object has", () => {
    const { cases } = read([start, run("__proto__"), run("constructor"), end("pass", "constructor"), end("fail")]);
    expect(cases).toEqual(["__proto__ failed", "constructor passed"]);
  });

  test("of a long output head and tail are kept", () => {
    const noise = Array.from({ length: 5000 }, (_, i) => print("TestA", `line ${i} ${"x".repeat(100)}\n`));
    const { tests } = read([start, run("TestA"), ...noise, end("fail", "TestA"), end("fail")]);
    const output = tests?.cases[0]?.output ?? "";
    expect(output).toMatch(/^line 0 x/);
    expect(output).toMatch(/line 4999 x+\n$/);
    expect(output).toMatch(/\[\d+ characters left out\]/);
    expect(output.length).toBeLessThan(128 * 1024);
  });

  test("many failing tests together keep a bounded amount", () => {
    const line = print("T", `${"x".repeat(1000)}\n`);
    const reader = testJsonReader(source);
    for (let i = 0; i < 400; i += 1) {
      const name = `Test${i}`;
      reader.read("stdout", run(name) + line.replace('"T"', `"${name}"`).repeat(60) + end("fail", name));
    }
    reader.read("stdout", end("fail"));
    const kept = reader.end(1).tests?.cases.reduce((sum, { output }) => sum + output.length, 0) ?? 0;
    expect(kept).toBeGreaterThan(4_000_000);
    expect(kept).toBeLessThan(5_300_000);
  });
});
