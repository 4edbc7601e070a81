import { describe, expect, it } from "vitest";
import { maskedAtCuts } from "../../../src/host/masked-at-cuts.ts";
import { Secrets } from "../../../src/host/secrets.ts";
import { cappedText } from "../../../src/reading/capped-text.ts";
import { lastLines } from "../../../src/reading/last-lines.ts";
import { lineCutter } from "../../../src/reading/lines.ts";

const forms = ["abcdefgh", "0123-0123x"];
const cut = "\n[99 characters left out]\n";

describe("a part of a secret at a cut is hidden", () => {
  it.each([
    [`x abcdef${cut}y`, `x ***${cut}y`],
    [`x abcdefgh${cut}y`, `x ***${cut}y`],
    [`x abcd${cut}efgh y`, `x ***${cut}*** y`],
    [`x${cut}defgh y`, `x${cut}*** y`],
    [`0123-0123${cut}0123x`, `***${cut}***`],
    ["    abcd\n    [9 characters left out]\n    efgh", "    ***\n    [9 characters left out]\n    ***"],
    ["abcde…", "***…"],
    ["x: abcde...", "x: ***..."],
    ["one abcdefg…\ntwo abcd…\nthree", "one ***…\ntwo ***…\nthree"],
  ])("%j", (text, shown) => {
    expect(maskedAtCuts(text, forms)).toBe(shown);
  });

  it.each(["abcdef", `abc${cut}fgh`, `abcdex${cut}xefgh`, "abcde… and more", "abcdefgx…", "a\nabcd\n"])(
    "and nothing else: %j",
    (text) => {
      expect(maskedAtCuts(text, forms)).toBe(text);
    },
  );
});

describe("no reader's shortening shows more than three letters of a secret", () => {
  const secret = "Zq7-wV2_kP9~mB4!xN6^tH3";
  const secrets = new Secrets();
  secrets.add(secret);
  const shown = (text: string) => secrets.mask(secrets.maskCuts(text));
  const pieces = Array.from({ length: secret.length - 3 }, (_, i) => secret.slice(i, i + 4));
  const held = (text: string) => pieces.filter((piece) => text.includes(piece));

  it.each(Array.from({ length: secret.length + 1 }, (_, i) => i))("%i letters before the cut", (before) => {
    const capped = cappedText();
    const head = `${"x".repeat(500 - before)}${secret}`;
    capped.add(`${head}${"y".repeat(3000)}${secret}${"z".repeat(500 - before)}`, 1000);
    expect(held(shown(capped.text()))).toEqual([]);
    const last = lastLines();
    last.add(`${"x".repeat(1999 - before)}${secret}${"y".repeat(100)}`);
    expect(held(shown(last.text()))).toEqual([]);
    const [line = ""] = lineCutter().push(`${"x".repeat(65_535 - before)}${secret}${"y".repeat(100)}\n`);
    expect(held(shown(line))).toEqual([]);
  });
});

it("takes no long time for a text that is full of cuts", () => {
  const secret = "ab".repeat(5_000);
  const text = "xabab…\n".repeat(200_000);
  expect(maskedAtCuts(text, [secret]).length).toBeGreaterThan(1_000_000);
});
