import { mkdir, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { setTimes } from "../../../src/publish/context-times.ts";
import { temporaryFolder } from "../../support/projects.ts";

async function timesOf(content: string): Promise<readonly number[]> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "a"));
  await writeFile(join(folder, "a/file"), content);
  await symlink("/nowhere", join(folder, "link"));
  await utimes(join(folder, "a"), 1, 1);
  await setTimes(folder);
  return Promise.all(["a", "a/file"].map(async (name) => (await stat(join(folder, name))).mtimeMs));
}

it("gives the same content the same time, other content another, all within one minute", async () => {
  const [first, again, other] = [await timesOf("x"), await timesOf("x"), await timesOf("y")];
  expect(again).toEqual(first);
  expect(other[1]).not.toBe(first[1]);
  const minute = Date.parse("1980-01-01T00:00:00Z");
  for (const time of [...first, ...other]) expect([time >= minute, time < minute + 60_000]).toEqual([true, true]);
});
