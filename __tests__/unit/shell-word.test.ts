import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { shellFile, shellWord } from "../../src/shell-word.ts";

describe("a word for a shell", () => {
  it.each([
    ["greet/greet.go", "greet/greet.go"],
    ["$(id).go", "'$(id).go'"],
    ["a b;c.go", "'a b;c.go'"],
    ["it's.go", `'it'\\''s.go'`],
    ["a\nb.go", `"$(printf 'a\\012b.go')"`],
    ["a\u202eog.exe", `"$(printf 'a\\342\\200\\256og.exe')"`],
    ["", "''"],
  ])("%j is written %s", (word, written) => {
    expect(shellWord(word)).toBe(written);
  });

  it("of a file is no flag", () => {
    expect(shellFile("-w.go")).toBe("./-w.go");
    expect(shellFile("-$(id).go")).toBe("'./-$(id).go'");
  });

  it.each([
    ...["plain.go", "a b.go", "$(id)`id`.go", 'it\'s"quoted".go', "a\\b%s%%c.go", "a\nb.go", "\n'$(id)'\\n%d\t\r.go"],
    ...["*?[a].go", "~root.go", "a\u202eb\u2028c\u00adé😀.go", "#x.go", "!x.go", "&|<>(){}.go"],
  ])("%j is itself again in a shell, and one line", async (word) => {
    const written = shellWord(word);
    expect(written).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    const { stdout } = await promisify(execFile)("sh", ["-c", `printf '<%s>' ${written}`]);
    expect(stdout).toBe(`<${word}>`);
  });
});
