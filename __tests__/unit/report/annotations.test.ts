import { describe, expect, test } from "vitest";
import { chooseAnnotations } from "../../../src/report/annotations.ts";
import { finding } from "./reports.ts";

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => finding({ line: i + 1, column: 2, title: `t${i}`, message: `m${i}` }));

describe("chooseAnnotations", () => {
  test("one for each finding, up to nine", () => {
    const annotations = chooseAnnotations(many(9), []);
    expect(annotations).toHaveLength(9);
    expect(annotations[8]).toEqual({ file: "a/a_test.go", line: 9, column: 2, title: "t8", message: "m8" });
  });

  test("the ninth stands for all that are left", () => {
    const annotations = chooseAnnotations(many(200), []);
    expect(annotations).toHaveLength(9);
    expect(annotations[7]?.title).toBe("t7");
    expect(annotations[8]).toMatchObject({ file: "", line: 0, title: "+192 more findings" });
    expect(annotations[8]?.message).toMatch(/^a\/a_test.go:9: t8\na\/a_test.go:10: t9\n/);
  });

  test("the most useful come first: changed files, then places; what a machine puts right comes last", () => {
    const findings = [
      finding({ kind: "format", title: "unformatted", file: "a.go" }),
      finding({ kind: "format", title: "unformatted, changed", file: "b.go" }),
      finding({ file: "", title: "nowhere" }),
      finding({ file: "a.go", title: "here" }),
      finding({ file: "b.go", title: "changed" }),
    ];
    const order = ["changed", "here", "nowhere", "unformatted, changed", "unformatted"];
    expect(chooseAnnotations(findings, ["b.go"]).map(({ title }) => title)).toEqual(order);
  });

  test("a message has at most 4,096 characters, and none of them is half", () => {
    const messages = [`${"x".repeat(4094)}😀😀`, "x".repeat(4096), ""].map((message) => finding({ message }));
    const [long, full, empty] = chooseAnnotations(messages, []);
    expect(long?.message).toBe(`${"x".repeat(4094)}\ufffd…`);
    expect(full?.message).toBe("x".repeat(4096));
    expect(empty?.message).toBe("TestA: bad");
  });

  test("none for none", () => {
    expect(chooseAnnotations([], [])).toEqual([]);
  });
});
