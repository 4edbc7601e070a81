import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MaskedStream } from "../../../src/host/masked-stream.ts";
import { Secrets } from "../../../src/host/secrets.ts";

const secret = 'p<&>"ss/+word';

function newSecrets(...values: readonly string[]): Secrets {
  const secrets = new Secrets();
  for (const value of values) secrets.add(value, "me");
  return secrets;
}

function streamed(secrets: Secrets, pieces: readonly string[]): string {
  const stream = new MaskedStream(secrets);
  return [...pieces.map((piece) => stream.push(piece)), stream.end()].join("");
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const goJson = (text: string) =>
  JSON.stringify(text).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

describe("a secret is hidden", () => {
  it.each([
    ["as it is", secret],
    ["in JSON", JSON.stringify({ secret })],
    ["in JSON as Go writes it", goJson(secret)],
    ["in JSON within JSON", goJson(JSON.stringify(secret))],
    ["in base64", base64(secret)],
    ["in base64 for addresses", Buffer.from(secret).toString("base64url")],
    ["in an address", `https://x/?q=${encodeURIComponent(secret)}`],
    ["in an address of Go's", `q=${new URLSearchParams({ secret })}`],
    ["with its user", base64(`me:${secret}`)],
    ["in XML", "p&lt;&amp;&gt;&quot;ss/+word"],
    ["in HTML of Go's", "p&lt;&amp;&gt;&#34;ss/+word"],
    ["in a path of Go's", "/a/p%3C&%3E%22ss%2F+word/b"],
    ["as the login of an address of Go's", "https://me:p%3C&%3E%22ss%2F+word@host"],
    ["in a path of Python's", "/p%3C%26%3E%22ss/%2Bword"],
    ["with colours in it", 'p<&>"ss\u001b[31m/+wo\u001b[0mrd'],
    ["with signs in it that nobody sees", 'p<\0&>"s\u200bs/\b+w\u00adord\u202e'],
  ])("%s", (_, text) => {
    const masked = newSecrets(secret).mask(`before ${text} after`);
    expect(masked).toMatch(/^before .*\*\*\*.* after$/);
    expect(masked).not.toMatch(/ss.{0,3}\+?word|c3Mv|3MvK/);
  });

  it.each(["", "x", "xy", "xyz"])("in the base64 of a longer text that begins with %j", (before) => {
    const text = base64(`${before}a rather long secret of ours${before}`);
    const masked = newSecrets("a rather long secret of ours").mask(text);
    expect(Buffer.from(masked.replaceAll("*", ""), "base64").toString()).not.toContain("rather long");
    expect(masked).toContain("***");
  });

  it("in the name of a subtest", () => {
    expect(newSecrets("correct horse").mask("=== RUN   TestX/correct_horse#01")).toBe("=== RUN   TestX/***#01");
  });

  it("and what nobody sees is left where no secret is", () => {
    expect(newSecrets(secret).mask("a\u001b[31mb\0\n")).toBe("a\u001b[31mb\0\n");
  });

  it("by its lines, the short ones left alone", () => {
    expect(newSecrets("-----BEGIN\nabcdef\n}\n").mask("}\nabcdef\n-----BEGIN\n")).toBe("}\n***\n***\n");
  });

  it("wherever its text is cut, and however long its line is", () => {
    const secrets = newSecrets(secret, "another-secret");
    const filler = fc.oneof(fc.string(), fc.constant("\n"), fc.constant("x".repeat(40_000)), fc.constant("another-"));
    const text = fc.array(fc.oneof(filler, fc.constantFrom(secret, "another-secret", base64(secret))), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.array(fc.nat(400_000), { maxLength: 12 }), (parts, cuts) => {
        const whole = parts.join("");
        const places = [...cuts, whole.length].toSorted((a, b) => a - b);
        const pieces = places.map((place, i) => whole.slice(places[i - 1] ?? 0, place));
        expect(streamed(secrets, pieces)).toBe(secrets.mask(whole));
      }),
      { numRuns: 300 },
    );
  });
});

it("hides the base64 of a long secret in lines, as tools print it", () => {
  const key = Array.from({ length: 300 }, (_, i) => String.fromCharCode(33 + ((i * 7) % 90))).join("");
  for (const width of [64, 76]) {
    const printed = base64(key).replace(new RegExp(`.{${width}}`, "g"), "$&\n");
    expect(newSecrets(key).mask(printed)).toMatch(/^(\*\*\*\n?)+$/);
  }
});

it("waits for no more than a long line", () => {
  const stream = new MaskedStream(newSecrets(secret));
  expect(stream.push("x".repeat(70_000)).length).toBeGreaterThan(69_000);
});

it("knows thousands of secrets, and makes its pattern once", () => {
  const many = Array.from({ length: 3_000 }, (_, i) => `token-number-${i}-of-many`);
  const secrets = newSecrets(...many);
  expect(secrets.mask(`a ${many.at(-1)} b ${many[0]}`)).toBe("a *** b ***");
});

it("changes nothing where nothing is secret", () => {
  expect(streamed(new Secrets(), ["a\nb", "c\n", "d"])).toBe("a\nbc\nd");
});

it("knows a very long secret by its parts", () => {
  const long = Array.from({ length: 9_000 }, (_, i) => String.fromCharCode(97 + ((i * i) % 26)) + i).join("");
  expect(newSecrets(long).mask(`<${long}>`)).toMatch(/^<(\*\*\*)+>$/);
});
