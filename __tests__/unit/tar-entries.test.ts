import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { pack } from "tar-stream";
import { expect, it } from "vitest";
import { eachTarEntry } from "../../src/tar-entries.ts";

async function archive(): Promise<Buffer> {
  const packed = pack();
  for (const name of ["a", "b"]) packed.entry({ name, size: 2000 }, "x".repeat(2000));
  packed.finalize();
  return Buffer.concat((await Readable.from(packed).toArray()) as Buffer[]);
}

it("comes back from a broken archive only once nobody reads in it any more", async () => {
  const whole = await archive();
  for (const end of [700, 1500, 2600, 3300]) {
    let reading = 0;
    const look = async (entry: AsyncIterable<unknown>) => {
      reading += 1;
      try {
        for await (const _ of entry) await setImmediate();
      } finally {
        for (let i = 0; i < 50; i += 1) await setImmediate();
        reading -= 1;
      }
    };
    await expect(eachTarEntry([Readable.from([whole.subarray(0, end)])], look)).rejects.toThrow();
    expect(reading).toBe(0);
  }
});
