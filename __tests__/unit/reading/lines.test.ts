import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineCutter } from "../../../src/reading/lines.ts";

function cut(pieces: readonly string[]): readonly string[] {
  const cutter = lineCutter();
  return [...pieces.flatMap((piece) => [...cutter.push(piece)]), ...cutter.rest()];
}

describe("lineCutter", () => {
  test.each([
    ["whole lines", ["a\nb\n"], ["a", "b"]],
    ["a line in pieces", ["a", "b", "c\n"], ["abc"]],
    ["a last line without newline", ["a\nb"], ["a", "b"]],
    ["empty lines", ["\n\n"], ["", ""]],
    ["\\r\\n", ["a\r\nb\r\n"], ["a", "b"]],
    ["\\r\\n in two pieces", ["a\r", "\nb"], ["a", "b"]],
    ["\\r within a line", ["a\rb\n"], ["a\rb"]],
    ["nothing", [""], []],
    ["a character in two pieces", ["\ud83d", "\ude00\n"], ["😀"]],
  ])("%s", (_, pieces, lines) => {
    expect(cut(pieces)).toEqual(lines);
  });

  test("a line keeps its first 64 KiB and says that it is cut, and the next line is whole", () => {
    const long = "x".repeat(200_000);
    expect(cut([long, `${long}\nnext\n`])).toEqual([`${"x".repeat(65_535)}…`, "next"]);
  });

  test("where the pieces are cut makes no difference", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "😀") });
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (whole, cuts) => {
        const at = [0, ...cuts.filter((i) => i < whole.length).sort((a, b) => a - b), whole.length];
        expect(cut(at.slice(1).map((end, i) => whole.slice(at[i], end)))).toEqual(cut([whole]));
      }),
    );
  });
});
