import { expect, it, test } from "vitest";
import { humanSeconds, humanSize, oneLine } from "../../../src/report/human.ts";

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KiB"],
  [1024 * 1024 - 1, "1.0 MiB"],
  [1_500_000, "1.4 MiB"],
  [5 * 1024 ** 3, "5.0 GiB"],
])("%i bytes are %s", (bytes, text) => {
  expect(humanSize(bytes)).toBe(text);
});

test.each([
  [0, "0.0 s"],
  [9.94, "9.9 s"],
  [9.96, "10 s"],
  [59.6, "1 min 0 s"],
  [125, "2 min 5 s"],
])("%d seconds are %s", (seconds, text) => {
  expect(humanSeconds(seconds)).toBe(text);
});

test.each([
  ["newlines", "a\r\nb\u2028c", "a b c"],
  ["escape sequences", "\u001bca\u200bb", "cab"],
  ["length", "abcdef", "abcd…"],
  ["half characters", "abc😀😀", "abc\ufffd…"],
])("one line: %s", (_, text, line) => {
  expect(oneLine(text, 5)).toBe(line);
});

it("shows as an escape what turns the reading direction", () => {
  expect(oneLine("evil\u202eog.exe\u2069")).toBe("evil\\u202eog.exe\\u2069");
});
