import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ownerText } from "../../../src/leftovers/owner.ts";
import { sweepFolders } from "../../../src/leftovers/sweep.ts";
import { thisProcess } from "../../../src/leftovers/this-process.ts";

it("removes the folders of runs that were killed, and nothing else", async () => {
  const temp = await mkdtemp(join(tmpdir(), "gda-sweep-"));
  onTestFinished(() => rm(temp, { recursive: true }));
  const gone = ownerText({ ...thisProcess(), pid: 4194305 });
  const folder = async (name: string, owner: string) => {
    await mkdir(join(temp, name, "out"), { recursive: true });
    await writeFile(join(temp, name, "owner"), owner);
  };
  await folder("gda-1111111111111111", gone);
  await folder("gda-2222222222222222", ownerText(thisProcess()));
  await folder("gda-3333333333333333", "");
  await folder("other-1111111111111111", gone);
  await folder("gda-longer-name", gone);
  await mkdir(join(temp, "elsewhere"));
  await writeFile(join(temp, "elsewhere/owner"), gone);
  await symlink(join(temp, "elsewhere"), join(temp, "gda-4444444444444444"));
  await mkdir(join(temp, "gda-5555555555555555"));
  await symlink(join(temp, "gda-1111111111111111/owner"), join(temp, "gda-5555555555555555/owner"));

  await mkdir(join(temp, "gda-6666666666666666"));
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const old of ["gda-7777777777777777", "gda-8888888888888888"]) {
    await mkdir(join(temp, old));
    if (old.includes("8")) await writeFile(join(temp, old, "full"), "");
    await utimes(join(temp, old), longAgo, longAgo);
  }

  expect(await sweepFolders(temp)).toEqual(["gda-1111111111111111"]);

  expect((await readdir(temp)).sort()).toEqual(
    [
      "elsewhere",
      "gda-2222222222222222",
      "gda-4444444444444444",
      "gda-longer-name",
      "gda-3333333333333333",
      "gda-5555555555555555",
      "gda-6666666666666666",
      "gda-8888888888888888",
      "other-1111111111111111",
    ].sort(),
  );
});
