import { expect, it } from "vitest";
import { maskEvents } from "../../../src/execute/mask-events.ts";
import { Secrets } from "../../../src/host/secrets.ts";

function masked(secret: string, lines: string): string {
  const secrets = new Secrets();
  secrets.add(secret);
  return maskEvents(lines, secrets);
}

const event = (more: object) =>
  `${JSON.stringify({ Time: "t", Action: "output", Package: "example.org/pass", ...more })}\n`;

it("hides what tests print and name", () => {
  expect(masked("s3cr&t", event({ Test: "TestX/s3cr&t", Output: 'a "s3cr&t"\n' }).replaceAll("&", "\\u0026"))).toBe(
    event({ Test: "TestX/***", Output: 'a "***"\n' }),
  );
});

it("leaves the frame of an event whole, whatever is secret", () => {
  const lines = event({ Test: "TestX", Output: "output of example.org/pass\n" });
  expect(masked("output", lines)).toBe(lines.replace('"output of', '"*** of'));
  expect(masked("pass", lines)).toBe(lines.replace("of example.org/pass", "of example.org/***"));
});

it("hides it in a line that is no event", () => {
  expect(masked("s3cret", "# s3cret\n{s3cret\n")).toBe("# ***\n{***\n");
});
