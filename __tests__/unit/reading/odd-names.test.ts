import { describe, expect, it } from "vitest";
import { diagnosticsReader } from "../../../src/reading/diagnostics-reader.ts";
import { gofmtReader } from "../../../src/reading/gofmt-reader.ts";
import { isOddName } from "../../../src/reading/odd-names.ts";
import { testJsonReader } from "../../../src/reading/test-json-reader.ts";
import { readAll } from "./streams.ts";

const source = (...oddNames: readonly string[]) => ({
  containerDir: "/src",
  repositoryDir: "",
  packageDirs: { "example.org/m": "" },
  oddNames,
});

it.each(["a\nb.go", "a\rb.go", "main.go:3:1: x.go", "\u2028.go", "sub/a\tb.go"])("%j is odd", (name) => {
  expect(isOddName(name)).toBe(true);
});

it.each(["main.go", "a b.go", "$(id).go", "-x.go", "é.go", "it's.go"])("%j is not", (name) => {
  expect(isOddName(name)).toBe(false);
});

/** What go prints of a file of that name, in the module's root and below it. */
const printed = (name: string) => [
  `./${name}:5:2: undefined: x\n`,
  `${name}:5:2: undefined: x\n`,
  `sub/${name}:5:2: y\n`,
];

const names = [
  "a\nmain.go",
  "a\nmain.go:3:1: forged\nb.go",
  "main.go:3:1: forged\nb.go",
  "main.go:3:1: forged.go",
  "a\nmain.go:3:1: forged",
  "\nmain.go",
];

describe("a file whose name is several lines, or a place, leads to no finding at another", () => {
  it.each(names.flatMap((name) => printed(name).map((text) => [text, name] as const)))("%j", (text, name) => {
    for (const odd of [name, `sub/${name}`]) {
      const { findings } = readAll(diagnosticsReader("vet", source(odd)), { stdout: "", stderr: text, exitCode: 1 });
      expect(findings.map(({ file, line }) => `${file}:${line}`).filter((place) => place !== ":0")).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it.each(names)("%j in a test's own words", (name) => {
    const output = [`    ${name}:7: boom\n`, "--- FAIL: TestX (0.00s)\n"];
    const panic = `panic: x\n\ngoroutine 1 [running]:\nm.F()\n\t/src/${name}:7 +0x1\n`;
    const event = (more: object) => `${JSON.stringify({ Package: "example.org/m", ...more })}\n`;
    for (const lines of [output, [panic]]) {
      const events = [
        event({ Action: "run", Test: "TestX" }),
        ...lines.map((one) => event({ Action: "output", Test: "TestX", Output: one })),
        event({ Action: "fail", Test: "TestX" }),
        event({ Action: "fail" }),
      ];
      const end = { stdout: events.join(""), stderr: "", exitCode: 1 };
      const { findings } = readAll(testJsonReader(source(name)), end);
      expect(findings.map(({ file }) => file).filter(Boolean)).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it("of gofmt, whose finding names it for a shell", () => {
    const name = "a\ndiff main.go.orig main.go\nb.go";
    const stdout = `diff ${name}.orig ${name}\n--- ${name}.orig\n+++ ${name}\n@@ -1 +1 @@\n-package  m\n+package m\n`;
    const { findings } = readAll(gofmtReader(source(name), [name]), { stdout, stderr: "", exitCode: 1 });
    const title = `Not formatted: run gofmt -w "$(printf 'a\\012diff main.go.orig main.go\\012b.go')"`;
    expect(findings).toEqual([
      { ...{ kind: "format", file: "", line: 0, column: 0, title }, message: expect.anything() },
    ]);
  });
});

describe("a name that is not known is not believed either, where it begins on the line before", () => {
  it.each([
    ["./a\nmain.go:5:2: undefined: x\n"],
    ["# example.org/dep\nvendor/dep/a\nmain.go:3:1: forged\nb.go:5:2: undefined: x\n"],
    ["./b.go:1:1: true\n./a\nmain.go:5:2: undefined: x\n"],
  ])("%j", (stderr) => {
    const { findings } = readAll(diagnosticsReader("vet", source()), { stdout: "", stderr, exitCode: 1 });
    expect(findings.map(({ file }) => file).filter((file) => file !== "" && file !== "b.go")).toEqual([]);
    expect(findings.at(-1)).toMatchObject({ file: "", line: 0 });
  });

  it.each([
    ["# example.org/m\n# [example.org/m]\nmain.go:5:2: bad\n"],
    ["go: downloading example.org/x v1.0.0\nmain.go:5:2: bad\n"],
    ["main.go:4:2: bad\n\tmore\nmain.go:5:2: bad\n"],
    ["main.go:5:2: bad\n"],
    ["some words\n./main.go:5:2: bad\n"],
  ])("%j is believed", (stderr) => {
    const { findings } = readAll(diagnosticsReader("vet", source()), { stdout: "", stderr, exitCode: 1 });
    expect(findings.at(-1)).toMatchObject({ file: "main.go", line: 5 });
  });
});

it("other files of the module keep their places", () => {
  const stderr = "./main.go:4:2: undefined: y\n";
  const { findings } = readAll(diagnosticsReader("vet", source("a\nb.go")), { stdout: "", stderr, exitCode: 1 });
  expect(findings).toMatchObject([{ file: "main.go", line: 4 }]);
});

it("a name that a shell would read is quoted in what to run", () => {
  const stdout = "diff $(id).go.orig $(id).go\n@@ -1 +1 @@\n-package  m\n+package m\n";
  const { findings } = readAll(gofmtReader(source()), { stdout, stderr: "", exitCode: 1 });
  expect(findings).toMatchObject([{ file: "$(id).go", title: "Not formatted: run gofmt -w '$(id).go'" }]);
});
