import { describe, expect, test } from "vitest";
import { testTextReader } from "../../../src/reading/test-text-reader.ts";
import { brief, readAll } from "./streams.ts";

const source = { containerDir: "/src", repositoryDir: "", packageDirs: { p: "p", q: "q" } };

function read(stdout: string, exitCode = 1, stderr = "") {
  const { findings, tests, shown } = readAll(testTextReader(source), { stdout, stderr, exitCode });
  const cases = tests?.cases.map((one) => `${one.package} ${one.name} ${one.result} ${one.seconds}`);
  return { findings, tests, shown, cases, briefs: findings.map(brief) };
}

describe("testTextReader", () => {
  test("tests belong to the package that is named after them", () => {
    const one = (name: string, verdict: string) => `=== RUN   ${name}\n--- ${verdict}: ${name} (0.25s)\n`;
    const { cases } = read(`${one("TestA", "PASS")}PASS\nok  \tp\t0.3s\n${one("TestA", "FAIL")}FAIL\nFAIL\tq\t0.3s\n`);
    expect(cases).toEqual(["p TestA passed 0.25", "q TestA failed 0.25"]);
  });

  test("only a test that runs can end, and only once", () => {
    const { cases } = read(
      "=== RUN   TestA\n--- PASS: TestB (0.00s)\n--- FAIL: TestA (0.00s)\n--- PASS: TestA (0.00s)\nFAIL\nFAIL\tp\t0.1s\n",
    );
    expect(cases).toEqual(["p TestA failed 0"]);
  });

  test("output without a newline hides the end of a test", () => {
    const { cases, briefs } = read(
      "=== RUN   TestA\ntext--- PASS: TestA (0.00s)\n=== RUN   TestB\ntext--- FAIL: TestB (0.00s)\n\tb_test.go:4: bad\nFAIL\nFAIL\tp\t0.1s\n",
    );
    expect(cases).toEqual(["p TestA passed 0", "p TestB failed 0"]);
    expect(briefs).toEqual(["test p/b_test.go:4 TestB: bad"]);
  });

  test("a panic's stack keeps its tabs", () => {
    const trace = "panic: boom\n\ngoroutine 7 [running]:\np.f()\n\t/src/p/p.go:5 +0x2\n";
    const { findings } = read(`=== RUN   TestA\n--- FAIL: TestA (0.00s)\n${trace}FAIL\tp\t0.1s\n`);
    expect(findings.map(brief)).toEqual(["panic p/p.go:5 TestA: panic: boom"]);
    expect(findings[0]?.message).toBe(trace.trimEnd());
  });

  test("the main function that go generates is nobody's source", () => {
    const frames = "\tp/_test/_testmain.go:44 +0x1\n\t/src/p/p.go:5 +0x2\n";
    const { briefs } = read(`=== RUN   TestA\npanic: boom\n\ngoroutine 1 [running]:\n${frames}FAIL\tp\t0.1s\n`);
    expect(briefs).toEqual(["panic p/p.go:5 TestA: panic: boom"]);
  });

  test("what a package prints outside its tests explains its failure", () => {
    const { findings } = read("no database\nexit status 1\nFAIL\tp\t0.1s\n");
    expect(findings.map(({ title, message }) => [title, message])).toEqual([
      ["p failed outside its tests", "no database"],
    ]);
  });

  test("with both streams in one, a panic is its test's", () => {
    const frames = "p.First(0x0)\n\tp/_test/_obj_test/p.go:7 +0x89\n";
    const { briefs, cases } = read(
      `=== RUN   TestA\n--- FAIL: TestA (0.00s)\npanic: boom [recovered]\n\tpanic: boom\n\ngoroutine 21 [running]:\n${frames}exit status 2\nFAIL\tp\t0.1s\n`,
    );
    expect(briefs).toEqual(["panic p/p.go:7 TestA: panic: boom"]);
    expect(cases).toEqual(["p TestA failed 0"]);
  });

  test("with both streams in one, the compiler is heard", () => {
    const broken = "# p\n/tmp/go-build769/p/_test/_obj_test/p.go:7: undefined: x\nFAIL\tp [build failed]\n";
    expect(read(`=== RUN   TestA\n--- PASS: TestA (0.00s)\nPASS\nok  \tq\t0.3s\n${broken}`).briefs).toEqual([
      "compile p/p.go:7 undefined: x",
    ]);
    const { findings, tests } = read("can't load package: package p: no such directory\n");
    expect(findings.map(({ title, message }) => [title, message])).toEqual([
      ["go test ended with exit code 1", "can't load package: package p: no such directory"],
    ]);
    expect(tests?.packages).toEqual([]);
  });

  test("a stream that breaks off", () => {
    expect(read("=== RUN   TestA\n", 137).cases).toEqual(["unknown package TestA failed 0"]);
    expect(read("", 1, "can't load package: package p: no such directory\n").briefs).toEqual([
      "command :0 go test ended with exit code 1",
    ]);
  });

  test("a pass", () => {
    const { findings, shown, tests } = read(
      "=== RUN   TestA\nhello\n--- PASS: TestA (0.00s)\nPASS\ncoverage: 50.0% of statements\nok  \tp\t0.1s\tcoverage: 50.0% of statements\n?   \tq\t[no test files]\n",
      0,
    );
    expect(findings).toEqual([]);
    expect(shown).toBe("ok  \tp\t0.1s\tcoverage: 50.0% of statements\n?   \tq\t[no test files]\n");
    expect(tests?.packages).toEqual([
      { package: "p", result: "passed", seconds: 0.1, cached: false, output: "" },
      { package: "q", result: "skipped", seconds: 0, cached: false, output: "" },
    ]);
  });
});
