import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startContainer } from "../../../src/engine/start-container.ts";
import { ContainerError } from "../../../src/errors.ts";
import { containerOf } from "../../support/container-spec.ts";
import { type FakeVerbs, fakeClient } from "../../support/fake-client.ts";

const never = new AbortController().signal;
/** The container of copies gets ready, and gives what is in it to its user. */
const copies =
  'case "$*" in *--volumes-from*) echo own >>"$calls"; exit ;; *type=volume*) echo volumes >>"$calls"; echo ready; exec cat >/dev/null ;; esac';
const copiesIn = 'echo "copy ${3#*:}" >>"$calls"';
const refused = 'Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /w';

/** Starts a container with a workspace and the folder that products come from. */
async function start(verbs: FakeVerbs) {
  const client = await fakeClient({ rm: 'echo removed >>"$calls"', ...verbs });
  const [workspace, out] = [join(client.folder, "workspace"), join(client.folder, "out")];
  for (const folder of [workspace, out]) await mkdir(folder);
  const spec = containerOf({
    mounts: [
      { source: workspace, target: "/src", readonly: false },
      { source: out, target: "/gda/out", readonly: false },
    ],
  });
  const { ino } = await stat(workspace);
  const { engine } = client;
  await writeFile(engine, (await readFile(engine, "utf8")).replaceAll("@inode@", `${ino}`));
  return { ...client, starting: startContainer(engine, spec, client.folders, never) };
}

describe("a container", () => {
  it("is of use when it sees our word and our workspace, and is asked nothing more", async () => {
    const run = 'echo "ready $(cat "$status/canary") @inode@"; exec cat >/dev/null';
    const { starting, calls } = await start({ run });
    const container = await starting;
    expect(container.copied).toBe(false);
    expect(await calls()).toBe("");
    await container.remove();
  });

  it.each([
    ["another's word", "echo ready gda-2 @inode@; exec cat >/dev/null", "removed\n"],
    ["no word", "echo 'ready  @inode@'; exec cat >/dev/null", "removed\n"],
    ["another folder in the workspace's place", "echo ready gda-1 1@inode@; exec cat >/dev/null", "removed\n"],
    ["no workspace", "echo 'ready gda-1 '; exec cat >/dev/null", "removed\n"],
    ["none of our folders, as docker says it", `echo '${refused}' >&2; exit 125`, "removed\n"],
    [
      "none of our folders, as podman says it",
      "echo 'Error: statfs /w: no such file or directory' >&2; exit 125",
      "removed\n",
    ],
  ])("that sees %s is removed, and gets copies", async (_, run, first) => {
    const { starting, calls } = await start({ run: `${copies}; ${run}`, cp: copiesIn });
    const container = await starting;
    expect(container.copied).toBe(true);
    const [before, after] = (await calls()).split("volumes\n");
    expect(before).toBe(first);
    expect(after?.split("\n").sort()).toEqual(["", "copy /gda/out", "copy /src", "own"]);
    await container.remove();
  });

  it("that does not start for another reason says why", async () => {
    const run = "echo 'docker: Error response from daemon: no space' >&2; echo 'See the manual' >&2; exit 125";
    const { starting } = await start({ run });
    await expect(starting).rejects.toThrow(/from golang: docker: Error response from daemon: no space$/);
  });

  it("is removed when it cannot be filled", async () => {
    const { starting, calls } = await start({ run: `${copies}; echo ready`, cp: "echo 'Error: no space' >&2; exit 1" });
    await expect(starting).rejects.toThrow(ContainerError);
    await expect(starting).rejects.toThrow(/copying them failed: Error: no space$/);
    expect(await calls()).toMatch(/removed\n$/);
  });
});

describe("what comes out of a container with copies", () => {
  const command = { command: ["go", "version"], workdir: "/src", env: {}, alone: false };
  const run = `${copies}; echo ready; exec cat >/dev/null`;

  it.each([
    ["a file is believed", 'echo "0 0" >"$3"', true],
    ["a link is not", 'echo "0 0" >"$status/real"; ln -s "$status/real" "$3"', false],
    ["a folder is not", 'mkdir "$3"', false],
    ["nothing is not", "exit 1", false],
  ])("as an exit code: %s", async (_, out, believed) => {
    const cp = `case $2 in gda-1:/gda/status/0) ${out} ;; esac`;
    const { starting } = await start({ run, cp, exec: "exit 0" });
    const container = await starting;
    const end = container.run(command, () => {}, 60_000);
    if (believed) expect(await end).toMatchObject({ exitCode: 0 });
    else await expect(end).rejects.toThrow(ContainerError);
    await container.remove();
  });

  it("is put in a new folder each time, and the container's own are emptied", async () => {
    const cp = 'case $2 in gda-1:/gda/out) [ -e "$3" ] && exit 1; mkdir "$3"; echo new >"$3/file" ;; esac';
    const exec = 'echo "$*" >>"$calls"';
    const { starting, calls } = await start({ run, cp, exec });
    const container = await starting;
    const [first, second] = [await container.handOut(), await container.handOut()];
    expect(second).not.toBe(first);
    for (const folder of [first, second]) expect(await readFile(join(folder, "file"), "utf8")).toBe("new\n");
    expect((await calls()).match(/\/gda\/out \/gda\/home/g)).toHaveLength(2);
    await container.remove();
  });
});
