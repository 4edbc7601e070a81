import { expect, it } from "vitest";
import { boundedBytes } from "../../src/bounded-bytes.ts";

it.each([
  [3, "abc", true],
  [4, "abc", true],
  [2, "ab", false],
  [1, "a", false],
  [0, "", false],
])("of at most %i bytes of abc come %j; that is all of it: %s", async (limit, expected, whole) => {
  const pieces = async function* () {
    yield Buffer.from("a");
    yield Buffer.from("bc");
  };
  const read = await boundedBytes(pieces(), limit);
  expect([Buffer.from(read.bytes).toString(), read.whole]).toEqual([expected, whole]);
});

it("takes no more pieces of an endless stream than it needs, and ends it", async () => {
  let given = 0;
  let ended = false;
  const endless = async function* () {
    try {
      for (;;) {
        given += 1000;
        yield Buffer.alloc(1000);
      }
    } finally {
      ended = true;
    }
  };
  expect((await boundedBytes(endless(), 5_500)).bytes).toHaveLength(5_500);
  expect([given, ended]).toEqual([6_000, true]);
});
