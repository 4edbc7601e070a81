import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
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
  await folder("gda-killed", gone);
  await folder("gda-atwork", ownerText(thisProcess()));
  await folder("gda-nobody", "");
  await folder("other-kill", gone);
  await folder("gda-longer-name", gone);
  await mkdir(join(temp, "elsewhere"));
  await writeFile(join(temp, "elsewhere/owner"), gone);
  await symlink(join(temp, "elsewhere"), join(temp, "gda-linked"));
  await mkdir(join(temp, "gda-trickd"));
  await symlink(join(temp, "gda-killed/owner"), join(temp, "gda-trickd/owner"));

  expect(await sweepFolders(temp)).toEqual(["gda-killed"]);

  expect((await readdir(temp)).sort()).toEqual(
    ["elsewhere", "gda-atwork", "gda-linked", "gda-longer-name", "gda-nobody", "gda-trickd", "other-kill"].sort(),
  );
});
