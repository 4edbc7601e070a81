import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedLines, neutralised, ownLine, UntrustedLines } from "../../../src/host/untrusted.ts";

/** What the runner takes for a command: `::name …::` at a line's start after trimming, `##[name …]` anywhere. */
const obeyed = (text: string) =>
  text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .some((line) => /^\s*::[^:]/u.test(line.replace(/^\u0085+/, "")) || line.includes("##["));

describe("untrusted text", () => {
  it.each([
    "::set-output name=verdict::passed",
    "  ::error file=a.go::x",
    "x ##[error]y",
    "a\r::add-mask::x",
    "a\u0085::set-output name=a::b",
    "a\u2028::stop-commands::x",
    "\u001b[31m::error::x",
    "\u0000::error::x",
    "\t::debug::x",
  ])("%j gives no command", (text) => {
    expect(obeyed(neutralised(text))).toBe(false);
  });

  it("leaves plain text alone", () => {
    const text = "--- FAIL: TestX (0.00s)\n    x_test.go:5: got ::1, want a::b\n\tat main.go:3\n";
    expect(neutralised(text)).toBe(text);
  });

  it("takes terminal escapes away", () => {
    expect(neutralised("\u001b[2J\u001b]0;title\u0007red\u001b[0m")).toBe("red");
  });

  it("gives no command whatever it is made of, and however it is cut", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "::",
        ":",
        "##[",
        "#",
        "[",
        "\n",
        "\r",
        "\u0085",
        "\u2028",
        " ",
        "error::",
        "set-output name=x::",
        "\u001b[0m",
        "\u0000",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        let written = "";
        const untrusted = (text: string) => {
          written += neutralised(text).replace(/\n?$/, "\n");
        };
        const lines = new UntrustedLines({ untrusted });
        for (const text of pieces) await lines.write(text);
        await lines.end();
        expect(obeyed(written)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps lines whole, however long a piece is", async () => {
    const shown: string[] = [];
    const lines = new UntrustedLines({ untrusted: (text) => void shown.push(text) });
    const line = `${"x".repeat(99)}\n`;
    await lines.write("begun, ");
    await lines.write(line.repeat(2000).slice(0, -50));
    await lines.end();
    expect(shown.join("")).toBe(`begun, ${line.repeat(2000).slice(0, -50)}`);
    expect(shown.slice(0, -1).every((text) => text.endsWith("\n"))).toBe(true);
    expect(Math.max(...shown.map(({ length }) => length))).toBeLessThan(66_000);
  });
});

describe("a line of the log", () => {
  it.each([
    ["PASSED  Go 1.27.3 in golang:1.27.3, 1.0 s", "  | PASSED  Go 1.27.3 in golang:1.27.3, 1.0 s\n"],
    ["a\nwarning: b\r== image\u2028note: c\n", "  | a\n  | warning: b\n  | == image\n  | note: c\n"],
    ["\n\n", "  | \n  | \n"],
    ["", "  | \n"],
    ["  | x", "  |   | x\n"],
  ])("that is foreign is marked: %j", (text, shown) => {
    expect(markedLines(text)).toBe(shown);
  });

  it.each([
    ["go test ./...", "go test ./..."],
    ["gofmt -d a\nPASSED.go", "gofmt -d a\\nPASSED.go"],
    ["a\r== image\u2028b\n", "a\\n== image\\nb"],
    ["  | x", "| x"],
    ["a\u001b[2Kb\u202ec", "ab\\u202ec"],
  ])("of ours stays one line, without the mark of foreign ones: %j", (text, shown) => {
    expect(ownLine(text)).toBe(shown);
  });

  it.each([..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"])(
    "shows as an escape what turns the reading direction: %j",
    (sign) => {
      const escaped = `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
      expect(markedLines(`a${sign}b`)).toBe(`  | a${escaped}b\n`);
      expect(ownLine(`a${sign}b`)).toBe(`a${escaped}b`);
    },
  );
});
