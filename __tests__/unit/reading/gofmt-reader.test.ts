import { describe, expect, test } from "vitest";
import { gofmtReader } from "../../../src/reading/gofmt-reader.ts";
import { brief, failures, readAll, recorded, versions } from "./streams.ts";

const read = (stdout: string, exitCode = 1, stderr = "") =>
  readAll(gofmtReader(failures), { stdout, stderr, exitCode });
const diff = (file: string, hunk: string) => `diff ${file}.orig ${file}\n--- ${file}.orig\n+++ ${file}\n${hunk}`;

describe("gofmtReader on recorded output", () => {
  test.each(versions)("Go %s", (version) => {
    const { findings } = readAll(gofmtReader(failures), recorded(version, "gofmt"));
    const title = "Not formatted: run gofmt -w unformatted/unformatted.go";
    expect(findings.filter(({ kind }) => kind === "format")).toEqual([
      {
        ...{ kind: "format", file: "unformatted/unformatted.go", line: 6, column: 0, title },
        message:
          "@@ -3,7 +3,7 @@\n \n // Sum adds.\n func Sum(a, b int) int {\n-  return a+b\n+\treturn a + b\n }\n \n // One is 1.",
      },
      {
        ...{ kind: "format", file: "unformatted/unformatted.go", line: 16, column: 0, title },
        message: "@@ -13,4 +13,4 @@\n const Two = 2\n \n // Three is 3.\n-const Three=3\n+const Three = 3",
      },
    ]);
    const syntax = findings.filter(({ kind }) => kind === "compile");
    expect(syntax.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      "testdata/syntax/syntax.go:3:12",
      "testdata/syntax/syntax.go:4:1",
    ]);
  });
});

describe("gofmtReader", () => {
  test.each<[string, string, string[]]>([
    [
      "an addition",
      '@@ -1,2 +1,3 @@\n package a\n+\n import "fmt"\n',
      ["format a.go:2 Not formatted: run gofmt -w a.go"],
    ],
    [
      "an addition at the end",
      "@@ -1,2 +1,3 @@\n package a\n x\n+y\n",
      ["format a.go:2 Not formatted: run gofmt -w a.go"],
    ],
    ["a removal at the start", "@@ -1,2 +1 @@\n-\n package a\n", ["format a.go:1 Not formatted: run gofmt -w a.go"]],
    [
      "content that looks like headers",
      "@@ -1,3 +1,2 @@\n a\n--- a.go.orig\n-diff b.go.orig b.go\n+++ b.go\n@@ -9 +8 @@\n-b\n+c\n",
      ["format a.go:2 Not formatted: run gofmt -w a.go", "format a.go:9 Not formatted: run gofmt -w a.go"],
    ],
    [
      "no newline at the end",
      "@@ -1 +1 @@\n-package  a\n\\ No newline at end of file\n+package a\n",
      ["format a.go:1 Not formatted: run gofmt -w a.go"],
    ],
  ])("%s", (_, hunk, expected) => {
    expect(read(diff("a.go", hunk)).findings.map(brief)).toEqual(expected);
  });

  test("a name with spaces, in both dialects", () => {
    const hunk = "@@ -1 +1 @@\n-a\n+b\n";
    const old = `diff my file.go gofmt/my file.go\n--- /tmp/gofmt1\t2017\n+++ /tmp/gofmt2\t2017\n${hunk}`;
    expect(read(diff("my file.go", hunk) + old).findings.map(({ file }) => file)).toEqual(["my file.go", "my file.go"]);
  });

  test("names are relative to the module, findings to the repository", () => {
    const reader = gofmtReader({ containerDir: "/src/sub", repositoryDir: "sub", packageDirs: {} });
    const stdout = diff("a.go", "@@ -1 +1 @@\n-a\n+b\n");
    expect(readAll(reader, { stdout, stderr: "", exitCode: 1 }).findings[0]?.file).toBe("sub/a.go");
  });

  test("no output and exit code 0 is no finding, and the log gets the text as it is", () => {
    expect(read("", 0)).toEqual({ findings: [], shown: "" });
    expect(read("diff x\n").shown).toBe("diff x\n");
  });

  test("a failure that nothing explains is a finding with the last words", () => {
    expect(read("", 2, 'computing diff: exec: "diff": executable file not found in $PATH\n').findings).toEqual([
      {
        ...{ kind: "command", file: "", line: 0, column: 0, title: "gofmt ended with exit code 2" },
        message: 'computing diff: exec: "diff": executable file not found in $PATH',
      },
    ]);
  });
});
