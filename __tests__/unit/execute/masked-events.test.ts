import { describe, expect, it } from "vitest";
import { MaskedEvents } from "../../../src/execute/masked-events.ts";
import { Secrets } from "../../../src/host/secrets.ts";

function masked(secret: string, lines: string): string {
  const secrets = new Secrets();
  secrets.add(secret);
  const events = new MaskedEvents(secrets);
  return events.mask(lines) + events.end();
}

const event = (more: object) =>
  `${JSON.stringify({ Time: "t", Action: "output", Package: "example.org/pass", ...more })}\n`;

it("hides what tests print and name", () => {
  expect(masked("s3cr&t", event({ Test: "TestX/s3cr&t", Output: 'a "s3cr&t"\n' }).replaceAll("&", "\\u0026"))).toBe(
    event({ Test: "TestX/***", Output: 'a "***"\n' }),
  );
});

it("hides it where signs are in it that nobody sees, and leaves other lines as go wrote them", () => {
  const line = (output: string) => `{"Action":"output","Output":"${output}\\n"}\n`;
  const lines = ["s3c\\u001b[31mret", "s3c\u200bret", "s3\\bcret", "a \\u003c \\u001b[0m b"].map(line).join("");
  expect(masked("s3cret", lines)).toBe(["***", "***", "***", "a \\u003c \\u001b[0m b"].map(line).join(""));
});

it("leaves the frame of an event whole, whatever is secret", () => {
  const lines = event({ Test: "TestX", Output: "output of example.org/pass\n" });
  expect(masked("output", lines)).toBe(lines.replace('"output of', '"*** of'));
  expect(masked("pass", lines)).toBe(lines.replace("of example.org/pass", "of example.org/***"));
});

it("hides it in a line that is no event", () => {
  expect(masked("s3cret", "# s3cret\n{s3cret\n")).toBe("# ***\n{***\n");
});

describe("a line that go has divided among events", () => {
  const of = (Test: string | undefined, Output: string) => event({ ...(Test && { Test }), Output });
  const ended = (Action: string, Test?: string) => event({ Action, ...(Test && { Test }) });
  const outputs = (lines: string) =>
    lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { readonly Output?: string; readonly Action: string })
      .map(({ Output, Action }) => Output ?? Action);

  it.each([
    ["in two", [of("T", "a s3c"), of("T", "ret b\n")], ["a *** b\n"]],
    ["in many", [..."s3cret"].map((sign) => of("T", sign)), ["***"]],
    [
      "of two tests at once",
      [of("T", "s3"), of("U", "x s3c"), of("T", "cret\n"), of("U", "ret\n")],
      ["***\n", "x ***\n"],
    ],
    ["of a package", [of(undefined, "s3"), of("T", "c\n"), of(undefined, "cret\n")], ["c\n", "***\n"]],
    ["ended by its test", [of("T", "a s3"), ended("pass", "T"), of("T", "c\n")], ["a s3", "pass", "c\n"]],
    ["ended by its package", [of("T", "a s3"), of("U", "b"), ended("fail")], ["a s3", "b", "fail"]],
    ["ended by a frame", [of("T", "s3"), of("T", "--- PASS: T (0.00s)\n")], ["s3", "--- PASS: T (0.00s)\n"]],
    ["ended by another's end not", [of("T", "s3"), ended("pass", "U"), of("T", "cret\n")], ["pass", "***\n"]],
  ])("hides a secret: %s", (_, lines, shown) => {
    expect(outputs(masked("s3cret", lines.join("")))).toEqual(shown);
  });

  it("is not waited for when it is very long", () => {
    const secret = "0123456789abcdef".repeat(6_000);
    const parts = secret.match(/.{1,4096}/g) ?? [];
    const shown = outputs(masked(secret, parts.map((part) => of("T", part)).join(""))).join("");
    expect(shown).toMatch(/^(\*\*\*)+$/);
  });

  it("keeps every event where nothing is secret", () => {
    const lines = of("T", "a") + of("T", "b\n") + ended("pass", "T");
    expect(new MaskedEvents(new Secrets()).mask(lines)).toBe(lines);
  });
});
