import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPieces } from "../../../src/report/json-pieces.ts";

test("the pieces together are what JSON.stringify gives", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...jsonPieces({ value, nothing: undefined })].join("")).toBe(`${JSON.stringify({ value }, null, 2)}\n`);
    }),
  );
});

test("a large value comes in pieces of little more than 64 KiB", () => {
  const value = Array.from({ length: 5000 }, (_, i) => ({ name: `test ${i}`, output: "x".repeat(100) }));
  const pieces = [...jsonPieces(value)];
  expect(pieces.join("")).toBe(`${JSON.stringify(value, null, 2)}\n`);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(66_000);
});
