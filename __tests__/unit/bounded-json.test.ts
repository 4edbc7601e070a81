import { describe, expect, it } from "vitest";
import { parseBoundedJson } from "../../src/bounded-json.ts";

describe("parseBoundedJson", () => {
  it.each([
    ['{"a":[1,"]}[{,",null,{"\\"[":true}]}', { a: [1, "]}[{,", null, { '"[': true }] }],
    ["[".repeat(64) + "]".repeat(64), expect.any(Array)],
    [JSON.stringify("[".repeat(1000)), "[".repeat(1000)],
    ['"\\\\"', "\\"],
    ["7", 7],
  ])("parses %s as JSON.parse does", (text, value) => {
    expect(parseBoundedJson(text)).toEqual(value);
  });

  it.each([
    ["5 MB of opening brackets", "[".repeat(5_000_000), "deeper than 64 levels"],
    ["objects in objects", '{"a":'.repeat(100_000), "deeper than 64 levels"],
    ["brackets between strings", '{"\\"":['.repeat(40), "deeper than 64 levels"],
    ["a million of empty objects", `[${"{},".repeat(1_000_000)}{}]`, "more than 200000"],
    ["a million of numbers", `[${"1,".repeat(1_000_000)}1]`, "more than 200000"],
  ])("does not parse %s", (_, text, reason) => {
    expect(() => parseBoundedJson(text)).toThrow(reason);
  });

  it.each(["", "[", '"', '"\\', "{]", "nul"])("has JSON.parse refuse %j", (text) => {
    expect(() => parseBoundedJson(text)).toThrow(SyntaxError);
  });
});
