import { describe, expect, it } from "vitest";
import { imageExtract } from "../../../src/inputs/image-extract.ts";

describe("image-extract", () => {
  it.each([
    ["test:/src/cover.out -> reports/cover.out", { stage: "test", path: "/src/cover.out", file: "reports/cover.out" }],
    ["Test.1 : a b->./out/", { stage: "Test.1", path: "a b", file: "out" }],
    ["test:/src/*.xml -> out", { stage: "test", path: "/src/*.xml", file: "out" }],
    ["test:/a:b -> out", { stage: "test", path: "/a:b", file: "out" }],
  ])("%s", (line, expected) => {
    expect(imageExtract(line)).toEqual(expected);
  });

  it.each([
    ["/src/cover.out -> out", "expected `stage:path -> file`"],
    ["test:/src/cover.out", "expected `stage:path -> file`"],
    ["test:/a -> /etc/passwd", "the path is absolute"],
    ["test:/a -> ../x", "outside the workspace"],
    ["test:/a -> .git/hooks/pre-commit", "`.git` is not touched"],
    ["test:/a -> .", "the workspace itself is no place"],
    ["te st:/a -> x", "not the name of a stage"],
    ["test:/${A} -> x", "does not belong in a stage's path"],
    ['test:/"] -> x', "does not belong in a stage's path"],
    ["test:/a\\ -> x", "does not belong in a stage's path"],
  ])("%s is refused", (line, reason) => {
    expect(() => imageExtract(line)).toThrow(reason);
  });
});
