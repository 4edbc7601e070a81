import { expect, it } from "vitest";
import { secretForms } from "../../../src/host/secrets.ts";

it("knows a secret by its lines, and as others encode it; the longest first", () => {
  const forms = secretForms("first line\nsecond?", "me");
  for (const form of [
    "first line",
    "second?",
    "second%3F",
    "Zmlyc3QgbGluZQ==",
    "Zmlyc3QgbGluZQ",
    "first line\\nsecond?",
  ])
    expect(forms).toContain(form);
  expect(forms).toContain(Buffer.from("me:first line\nsecond?").toString("base64"));
  expect(forms.map(({ length }) => length)).toEqual(forms.map(({ length }) => length).toSorted((a, b) => b - a));
});

it("hides a very short one only where it cannot be anything else", () => {
  expect(secretForms("ab", "me")).toEqual([Buffer.from("me:ab").toString("base64"), "me:ab"]);
  expect(secretForms("ab")).toEqual([]);
});

it("knows no more of a long file than a key can have, and that in the forms that cost least", () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
  expect(secretForms(lines.join("\n")).filter((form) => /^line \d+$/.test(form))).toHaveLength(500);
});
