import { expect, it } from "vitest";
import { packedReferences } from "../../../src/git/loose-references.ts";

const object = (digit: string) => digit.repeat(40);
const packed = [
  "# pack-refs with: peeled fully-peeled sorted ",
  `${object("1")} refs/heads/main`,
  `${object("2")} refs/tags/a`,
  `^${object("3")}`,
  `${object("4")} refs/tags/b`,
  `^${object("5")}`,
  "",
].join("\n");

it("puts loose references in the place of packed ones, with what these lead to", () => {
  const objects = new Map([
    ["refs/tags/a", object("6")],
    ["refs/heads/new", object("7")],
  ]);
  expect(packedReferences(packed, { objects, symbolic: new Map() }).split("\n")).toEqual([
    `${object("1")} refs/heads/main`,
    `${object("4")} refs/tags/b`,
    `^${object("5")}`,
    `${object("6")} refs/tags/a`,
    `${object("7")} refs/heads/new`,
    "",
  ]);
});

it("leaves packed ones as they are where there is no other", () => {
  expect(packedReferences(packed, { objects: new Map(), symbolic: new Map() })).toBe(packed);
});
