import { execFile } from "node:child_process";
import { chown, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Ground, owner } from "../ground.ts";
import { type Condition, conditions } from "./single.ts";

const run = promisify(execFile);
const project = { fixture: "hello" };
const all = { inputs: { steps: "fmt, vet, test, build" } };

/** Puts a small file system in a folder's place; the fault ends when it is taken away. */
async function small(folder: string, options: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chown(folder, owner, owner);
  await run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  await chown(folder, owner, owner);
}

const away = (folder: (ground: Ground) => string) => async (ground: Ground) => {
  await run("umount", [folder(ground)]);
  return undefined;
};

const dist = (ground: Ground) => join(ground.workspace, "dist");
const temp = (ground: Ground) => ground.temp;
const cache = (ground: Ground) => join(ground.aside, "cache");

const full = "A disk is full";
/** In the words of the system: what does not run in the container. */
const raw = "no space left on device";

function disk(variant: string, folder: (ground: Ground) => string, options: string, says = full): Condition {
  return {
    variant,
    project,
    call: all,
    before: async (ground) => {
      await small(folder(ground), options);
      return folder === cache ? { cache: cache(ground) } : {};
    },
    after: away(folder),
    expected: { exit: [3], says: [says, "→ "] },
  };
}

/** A read-only folder: a mount over itself. */
function locked(variant: string, folder: (ground: Ground) => string, exit: readonly number[]): Condition {
  return {
    variant,
    project,
    call: all,
    before: async (ground) => {
      await mkdir(folder(ground), { recursive: true });
      await chown(folder(ground), owner, owner);
      await run("mount", ["--bind", folder(ground), folder(ground)]);
      await run("mount", ["-o", "remount,bind,ro", folder(ground)]);
      return {};
    },
    after: away(folder),
    expected: { exit, says: exit.includes(0) ? [] : ["→ "] },
  };
}

const clock = (shift: string) => `data:text/javascript,const now=Date.now;Date.now=()=>now()+(${shift})`;

export const machine = [
  conditions("F16", "a full disk", [
    disk("dist, 512 KiB", dist, "size=512k", raw),
    disk("temporary folder, 1 MiB", temp, "size=1m"),
    disk("temporary folder, 3 MiB", temp, "size=3m"),
    disk("Go's cache, 4 MiB", cache, "size=4m"),
    disk("Go's cache, 24 MiB", cache, "size=24m"),
    disk("Go's cache, 32 MiB", cache, "size=32m"),
    disk("Go's cache, 40 MiB", cache, "size=40m"),
  ]),
  conditions("F17", "no more files on a disk", [
    disk("dist, 2 files", dist, "nr_inodes=2", raw),
    disk("temporary folder, 24 files", temp, "nr_inodes=24", raw),
    disk("Go's cache, 100 files", cache, "nr_inodes=100"),
  ]),
  conditions("F18", "a read-only folder", [
    locked("workspace", ({ workspace }) => workspace, [3]),
    locked("temporary folder", temp, [3]),
    locked("dist", dist, [3]),
    locked("home", ({ aside }) => join(aside, "home"), [0]),
  ]),
  conditions("F24", "a clock that is wrong, or jumps", [
    {
      variant: "a year ahead",
      project,
      call: { ...all, node: ["--import", clock("31536e6")] },
      expected: { exit: [0] },
    },
    {
      variant: "a year behind",
      project,
      call: { ...all, node: ["--import", clock("-31536e6")] },
      expected: { exit: [0] },
    },
    {
      variant: "jumps about",
      project,
      call: { ...all, node: ["--import", clock("(Math.random()-0.5)*1e9")] },
      expected: { exit: [0] },
    },
  ]),
];
