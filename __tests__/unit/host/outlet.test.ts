import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { Outlet } from "../../../src/host/outlet.ts";

it("goes on when nobody reads any more, also while it waits for room", async () => {
  let writes = 0;
  const broken = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      writes++;
      setImmediate(done, new Error("EPIPE"));
    },
  });
  const outlet = new Outlet(broken);
  await outlet.write("a");
  await outlet.write("b");
  expect(writes).toBe(1);
});

it("waits until there is room", async () => {
  const taken: (() => void)[] = [];
  const slow = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void taken.push(done) });
  const outlet = new Outlet(slow);
  let written = false;
  const writing = outlet.write("a").then(() => {
    written = true;
  });
  await new Promise(setImmediate);
  expect(written).toBe(false);
  taken[0]?.();
  await writing;
  expect(written).toBe(true);
});
