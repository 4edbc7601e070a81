import { describe, expect, test } from "vitest";
import { diagnosticsReader } from "../../../src/reading/diagnostics-reader.ts";
import { failures, readAll, recorded, type Version, versions } from "./streams.ts";

function read(kind: "vet" | "compile", stderr: string, exitCode = 1) {
  return readAll(diagnosticsReader(kind, failures), { stdout: "", stderr, exitCode });
}

const place = ({ kind, file, line, column }: { kind: string; file: string; line: number; column: number }) =>
  `${kind} ${file}:${line}:${column}`;

describe("diagnosticsReader on recorded output", () => {
  // 1.8 gives no columns and lets vet pass over what does not compile; 1.12 does not say that it was the compiler;
  // 1.27 points at the argument.
  const vet: Record<Version, readonly string[]> = {
    "1.8.1": ["vet vetted/vetted.go:8:0"],
    "1.12.17": ["vet broken/broken.go:6:9", "vet brokentest/brokentest_test.go:6:6", "vet vetted/vetted.go:8:2"],
    "1.16.15": [
      "compile broken/broken.go:6:9",
      "compile brokentest/brokentest_test.go:6:20",
      "vet vetted/vetted.go:8:2",
    ],
    "1.20.14": [
      "compile broken/broken.go:6:9",
      "compile brokentest/brokentest_test.go:6:20",
      "vet vetted/vetted.go:8:2",
    ],
    "1.22.12": [
      "compile broken/broken.go:6:9",
      "compile brokentest/brokentest_test.go:6:20",
      "vet vetted/vetted.go:8:2",
    ],
    "1.24.9": [
      "compile broken/broken.go:6:9",
      "compile brokentest/brokentest_test.go:6:20",
      "vet vetted/vetted.go:8:2",
    ],
    "1.27.3": [
      "compile broken/broken.go:6:9",
      "compile brokentest/brokentest_test.go:6:20",
      "vet vetted/vetted.go:8:20",
    ],
  };

  test.each(versions)("go vet of %s", (version) => {
    const { findings } = readAll(diagnosticsReader("vet", failures), recorded(version, "vet"), 7);
    expect(findings.map(place).sort()).toEqual(vet[version]);
  });

  test.each(versions)("go build of %s", (version) => {
    const { findings, shown } = readAll(diagnosticsReader("compile", failures), recorded(version, "build"), 7);
    const column = version === "1.8.1" ? 0 : 9;
    expect(findings).toEqual([
      {
        ...{ kind: "compile", file: "broken/broken.go", line: 6, column },
        ...{ title: "undefined: undefinedName", message: "undefined: undefinedName" },
      },
    ]);
    expect(shown).toBe(recorded(version, "build").stderr);
  });
});

describe("diagnosticsReader", () => {
  test("the lines below a diagnostic belong to it", () => {
    const text =
      "# example.org/x\n./a.go:3:9: not enough arguments in call to f\n\thave ()\n\twant (int)\n./a.go:9:1: next\n";
    expect(read("compile", text).findings.map(({ title, message }) => [title, message])).toEqual([
      ["not enough arguments in call to f", "not enough arguments in call to f\n\thave ()\n\twant (int)"],
      ["next", "next"],
    ]);
  });

  test("a place outside the repository stays in the message", () => {
    const line = "/usr/local/go/src/fmt/print.go:12:3: something";
    expect(read("compile", `${line}\n`).findings).toEqual([
      { kind: "compile", file: "", line: 0, column: 0, title: "something", message: line },
    ]);
  });

  test("the same said twice is one finding", () => {
    const line = "a.go:3:1: undefined: x\n";
    expect(read("compile", `# p\n${line}# p [p.test]\n${line}`).findings).toHaveLength(1);
  });

  test.each([
    ["vet stopped by a type error", "vet: ./a.go:3:1: undeclared name: x\n", ["compile a.go:3:1"]],
    ["the end of a long list", "a.go:3:1: x\na.go:3:2: too many errors\ntoo many errors\n", ["vet a.go:3:1"]],
    ["a broken go.mod", "go: errors parsing go.mod:\n/src/go.mod:5: unknown directive: x\n", ["vet go.mod:5:0"]],
    ["\\r\\n", "a.go:3:1: x\r\n", ["vet a.go:3:1"]],
  ])("%s", (_, text, places) => {
    expect(read("vet", text).findings.map(place)).toEqual(places);
  });

  test("a host and its port are no place in a file", () => {
    const text = "go: example.org/x@v1.0.0: dial tcp proxy.example.org:443: connect: connection refused\n";
    expect(read("compile", text).findings).toEqual([
      {
        ...{ kind: "command", file: "", line: 0, column: 0, title: "go build ended with exit code 1" },
        message: text.trim(),
      },
    ]);
  });

  test("nothing said and exit code 0 is no finding", () => {
    expect(read("vet", "# example.org/x\n", 0).findings).toEqual([]);
  });

  test("the last words are twenty lines with something in them", () => {
    const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`);
    const [finding] = read("compile", `${lines.join("\n\n")}\n\n`).findings;
    expect(finding?.message).toBe(lines.slice(10).join("\n"));
  });

  test("a silent failure is a finding too", () => {
    expect(read("vet", "", 137).findings.map(({ title, message }) => [title, message])).toEqual([
      ["go vet ended with exit code 137", "It printed nothing."],
    ]);
  });
});
