import fc from "fast-check";
import { expect, it } from "vitest";
import { folded } from "../../../src/host/folded.ts";

it.each([
  ["a short line", "a short line"],
  ["a line of words that goes on", "a line of words that \n  | goes on"],
  ["x".repeat(30), `${"x".repeat(24)}\n  | ${"x".repeat(6)}`],
  [`\t\t\tabc`, "\t\t\t\n  | abc"],
  ["漢".repeat(15), `${"漢".repeat(12)}\n  | ${"漢".repeat(3)}`],
  ["", ""],
])("%j fits 24 columns", (line, shown) => {
  expect(folded(line, 24, "  | ")).toBe(shown);
});

it("is left alone where nothing fits", () => {
  expect(folded("x".repeat(100), 19, "  | ")).toBe("x".repeat(100));
});

it("loses nothing, and every piece fits", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", "é", "\t", "x") }),
      fc.integer({ min: 20, max: 40 }),
      (line, columns) => {
        const [first = "", ...others] = folded(line, columns, "  | ").split("\n");
        expect(others.every((piece) => piece.startsWith("  | "))).toBe(true);
        expect([first, ...others.map((piece) => piece.slice(4))].join("")).toBe(line);
        expect([first, ...others].every((piece) => piece.length <= columns)).toBe(true);
      },
    ),
  );
});

it("takes no long time for a line of ten million letters", () => {
  expect(folded("x".repeat(10_000_000), 80, "  | ").length).toBeGreaterThan(10_000_000);
});
