import { describe, expect, test } from "vitest";
import { cappedText } from "../../../src/reading/capped-text.ts";

describe("cappedText", () => {
  test("keeps a short text whole", () => {
    const kept = cappedText();
    for (const piece of ["one\n", "two\n"]) kept.add(piece, 100);
    expect(kept.text()).toBe("one\ntwo\n");
    expect(kept.size()).toBe(8);
  });

  test("keeps head and tail of a long one, and counts what is missing", () => {
    const kept = cappedText();
    for (let i = 0; i < 10_000; i += 1) kept.add(`${i}\n`.padStart(10), 100);
    const [, head, dropped, tail] = /^([^[]*)\n\[(\d+) characters left out\]\n([\s\S]*)$/.exec(kept.text()) ?? [];
    expect(head).toContain("        0\n");
    expect(tail).toMatch(/9999\n$/);
    expect((head ?? "").length + Number(dropped) + (tail ?? "").length).toBe(100_000);
    expect(kept.size()).toBeLessThanOrEqual(150);
  });

  test("says how much forgetting it frees", () => {
    const kept = cappedText();
    kept.add("12345", 100);
    expect(kept.clear()).toBe(5);
    expect(kept.text()).toBe("");
  });
});
