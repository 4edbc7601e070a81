import { describe, expect, test } from "vitest";
import { fenced, plain, shortened, table } from "../../../src/report/markdown.ts";

describe("plain", () => {
  test.each([
    ["HTML", "<b>&", "&#60;b&#62;&#38;"],
    ["a table's cell", "a|b\nc", "a&#124;b c"],
    [
      "Markdown",
      "*a* _b_ `c` [d](e) ~f~ #g",
      "&#42;a&#42; &#95;b&#95; &#96;c&#96; &#91;d&#93;(e) &#126;f&#126; &#35;g",
    ],
    ["links and mentions", "https://a.b www.c.d @e", "https&#58;//a.b www&#46;c.d &#64;e"],
    ["escapes and mathematics", "\\* $x$", "&#92;&#42; &#36;x&#36;"],
    ["harmless text", "a/a_test.go:3: don't", "a/a_test.go:3: don't"],
  ])("%s", (_, text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });
});

describe("fenced", () => {
  test.each([
    ["plain text", "a\n\tb", "```\na\n\tb\n```"],
    ["backticks", "a\n```\n<b>", "````\na\n```\n<b>\n````"],
    ["many backticks", "`````", "``````\n`````\n``````"],
    ["control characters", "a\r\n\u001b[31mb\u0000\u202ec", "```\na\n[31mb\\u202ec\n```"],
  ])("%s", (_, text, block) => {
    expect(fenced(text)).toBe(block);
  });
});

describe("shortened", () => {
  test("keeps whole lines of head and tail", () => {
    const text = Array.from({ length: 1000 }, (_, i) => `line ${i}`).join("\n");
    const short = shortened(text, 100);
    expect(short).toMatch(/^line 0\nline 1\n/);
    expect(short).toMatch(/\nline 999$/);
    const [, left] = /\n\[… (\d+) characters …\]\n/.exec(short) ?? [];
    expect(short.length - `\n[… ${left} characters …]\n`.length + Number(left)).toBe(text.length);
  });

  test("leaves a short text alone", () => {
    expect(shortened("a\nb", 3)).toBe("a\nb");
  });

  test("cuts a text of one line", () => {
    expect(shortened("x".repeat(1000), 100).length).toBeLessThan(150);
  });
});

test("a table says how many rows are missing", () => {
  expect(
    table(
      ["a", "b"],
      [
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
      [1],
      1,
    ),
  ).toBe("| a | b |\n| :--- | ---: |\n| 1 | 2 |\n\n2 more rows are not shown.");
});
