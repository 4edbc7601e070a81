import { chmod, chown, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { FolderCache } from "../../../src/host/folder-cache.ts";
import { ownName } from "../../../src/leftovers/own-name.ts";
import { ownerText } from "../../../src/leftovers/owner.ts";
import { thisProcess } from "../../../src/leftovers/this-process.ts";
import { temporaryFolder } from "../../support/projects.ts";

const day = 24 * 3600 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);
/** The mark of a process that is no more. */
const deadMark = () => `${ownerText({ ...thisProcess(), startedAt: "1" }).replaceAll("/", "_")}-${"a".repeat(16)}`;

async function place() {
  const folder = await temporaryFolder();
  const workspace = join(folder, "work/My project");
  await mkdir(workspace, { recursive: true });
  return { folder, root: join(folder, "cache"), workspace };
}

/** A project's folder, as runs left it so many days ago. */
async function left(root: string, name: string, days: number, marks: readonly string[] = []): Promise<string> {
  const path = join(root, "projects", name);
  await mkdir(join(path, "runs"), { recursive: true });
  await mkdir(join(path, "1000/build"), { recursive: true });
  await writeFile(join(path, "1000/build/x-d"), "bytes");
  for (const mark of marks) await writeFile(join(path, "runs", mark), "");
  await utimes(join(path, "runs"), daysAgo(days), daysAgo(days));
  await utimes(path, daysAgo(days), daysAgo(days));
  return path;
}

const use = (root: string, workspace: string) => new FolderCache(root, workspace).restore();
const names = (root: string) => readdir(join(root, "projects"));
const other = `other-${"0".repeat(16)}`;

describe("the folder of a project", () => {
  it("is its own, by where it really lies, and can be recognised", async () => {
    const { folder, root, workspace } = await place();
    await mkdir(join(folder, "else/My project"), { recursive: true });
    await symlink(join(folder, "work"), join(folder, "link"));
    const of = (path: string) => new FolderCache(root, path).folder;
    expect(basename(of(workspace))).toMatch(/^My-project-[0-9a-f]{16}$/);
    expect(of(join(folder, "link/My project"))).toBe(of(workspace));
    expect(of(`${workspace}/`)).toBe(of(workspace));
    expect(of(join(folder, "else/My project"))).not.toBe(of(workspace));
    expect(dirname(of(workspace))).toBe(join(root, "projects"));
  });

  it.each(["/", "/.git", "/..", `/${"x".repeat(255)}`, "/a\nb", "/äöü", "/-rf"])("has a plain name for %j", (path) => {
    expect(basename(new FolderCache("/cache", path).folder)).toMatch(/^\w[\w.-]{0,31}-[0-9a-f]{16}$/);
  });

  it("is found again, and nothing is found in a new one", async () => {
    const { root, workspace } = await place();
    expect(await use(root, workspace)).toBeUndefined();
    const { folder } = new FolderCache(root, workspace);
    await mkdir(join(folder, "1000/build"), { recursive: true });
    expect(await use(root, workspace)).toBe(folder);
  });

  it("is the one that somebody names, where they do", async () => {
    const { folder, root, workspace } = await place();
    const cache = new FolderCache(root, workspace, join(folder, "named"));
    expect(await cache.restore()).toBeUndefined();
    expect(cache.folder).toBe(join(folder, "named"));
    expect(new FolderCache(root, workspace, "").folder).toContain("projects");
  });

  it("keeps the marks of living runs, and no others", async () => {
    const { root, workspace } = await place();
    const { folder } = new FolderCache(root, workspace);
    const living = ownName();
    await mkdir(join(folder, "runs"), { recursive: true });
    for (const mark of [living, deadMark(), "of a later version"]) await writeFile(join(folder, "runs", mark), "");
    await use(root, workspace);
    const marks = await readdir(join(folder, "runs"));
    expect(marks).toHaveLength(3);
    expect(marks).toEqual(expect.arrayContaining([living, "of a later version"]));
  });
});

const isRoot = process.getuid?.() === 0;

describe("a folder that cannot be used is one warning, and nothing is kept", () => {
  async function warned(root: string, workspace: string, named?: string) {
    const warnings: string[] = [];
    const cache = new FolderCache(root, workspace, named, (line) => warnings.push(line));
    const found = await cache.restore();
    expect(cache.usable).toBe(warnings.length === 0);
    if (!cache.usable) expect(found).toBeUndefined();
    return warnings;
  }
  const refused = (reason: string) => [
    expect.stringMatching(new RegExp(`^Go's caches are not kept: .*${reason}.* Let `)),
  ];

  it.each([
    ["a file is in its place", "file/cache", "ENOTDIR"],
    ["a link that leads nowhere", "nowhere/cache", "ENOTDIR|ENOENT"],
    ["a link that leads to itself", "circle/cache", "leads in a circle"],
    ["a device", "../../../../../../dev/null", "ENOTDIR"],
    ["a system where nothing can be made", "../../../../../../proc", "ENOENT"],
  ])("where there is %s", async (_, path, reason) => {
    const { folder, workspace } = await place();
    await writeFile(join(folder, "file"), "");
    await symlink(join(folder, "file/none"), join(folder, "nowhere"));
    await symlink("circle", join(folder, "circle"));
    expect(await warned(join(folder, path), workspace)).toEqual(refused(reason));
    expect(await warned("/cache", workspace, join(folder, path))).toEqual(refused(reason));
  });

  it("where its path is not absolute", async () => {
    const { workspace } = await place();
    expect(await warned(".cache/go-docker-action", workspace)).toEqual(refused("no absolute path"));
  });

  it("where a link on the way is none of the workspace's, it is followed", async () => {
    const { folder, workspace } = await place();
    await mkdir(join(folder, "disk"));
    await symlink(join(folder, "disk"), join(folder, "link"));
    const cache = new FolderCache(join(folder, "link/cache"), workspace);
    expect(await cache.restore()).toBeUndefined();
    expect(cache.usable).toBe(true);
    expect(dirname(cache.folder)).toBe(join(folder, "disk/cache/projects"));
  });

  it.each(["", "/cache", "/cache/named"])("where the code under test has made a link: %j", async (at) => {
    const { folder, root, workspace } = await place();
    const target = join(folder, "precious");
    await mkdir(target);
    await mkdir(dirname(join(workspace, `.keep${at}`)), { recursive: true });
    await symlink(target, join(workspace, `.keep${at}`));
    expect(await warned(root, workspace, join(workspace, ".keep/cache/named"))).toEqual(refused("is a link"));
    // Also where the way leads into the workspace from outside.
    await symlink(join(workspace, ".keep"), join(folder, "home"));
    expect(await warned(root, workspace, join(folder, "home/cache/named"))).toEqual(refused("is a link"));
    expect(await readdir(target)).toEqual([]);
  });

  it("but a link in the place of the marks is taken away, with nothing that it leads to", async () => {
    const { folder, root, workspace } = await place();
    await mkdir(join(folder, "precious"));
    await writeFile(join(folder, "precious", deadMark()), "");
    const named = join(workspace, "cache");
    await mkdir(named);
    await symlink(join(folder, "precious"), join(named, "runs"));
    expect(await warned(root, workspace, named)).toEqual([]);
    expect(await readdir(join(folder, "precious"))).toHaveLength(1);
    expect(await readdir(join(named, "runs"))).toHaveLength(1);
  });

  it.runIf(isRoot).each(["cache", "cache/projects", "own"])(
    "where another user of the machine has made %s",
    async (planted) => {
      const { folder, root, workspace } = await place();
      const path = planted === "own" ? new FolderCache(root, workspace).folder : join(folder, planted);
      await mkdir(join(path, "0/build"), { recursive: true });
      await chown(path, 12_345, 12_345);
      expect(await warned(root, workspace)).toEqual(refused("belongs to another user"));
      // The workspace's own user may have: root runs for them.
      await chown(workspace, 12_345, 12_345);
      expect(await warned(root, workspace)).toEqual([]);
    },
  );

  it("and one of ours is closed to the others, whatever the umask was", async () => {
    const { root, workspace } = await place();
    await mkdir(root);
    await chmod(root, 0o777);
    expect(await warned(root, workspace)).toEqual([]);
    expect((await stat(root)).mode & 0o022).toBe(0);
  });
});

describe("folders of other projects", () => {
  it.each([
    ["used 31 days ago", 31, [], false],
    ["used 31 days ago by a run that was killed", 31, [deadMark()], false],
    ["used 29 days ago", 29, [], true],
    ["used in the future, by another clock", -400, [], true],
    ["begun 31 days ago by a run that goes on", 31, [ownName()], true],
    ["marked in a way that is not known", 31, ["of a later version"], true],
  ] as const)("that were %s: kept: %s", async (_, days, marks, kept) => {
    const { root, workspace } = await place();
    await left(root, other, days, marks);
    await use(root, workspace);
    expect((await names(root)).includes(other)).toBe(kept);
    expect(await names(root)).toHaveLength(kept ? 2 : 1);
  });

  it("that somebody was ended while removing are removed, and one that is being removed is not", async () => {
    const { root, workspace } = await place();
    const half = `.removed-${deadMark()}`;
    const being = `.removed-${ownName()}`;
    await left(root, half, 0);
    await left(root, being, 0);
    await use(root, workspace);
    expect(await names(root)).not.toContain(half);
    expect(await names(root)).toContain(being);
  });

  it("go with what is locked in them, and nothing that a link in them leads to", async () => {
    const { folder, root, workspace } = await place();
    const path = await left(root, other, 31);
    await mkdir(join(folder, "precious"));
    await writeFile(join(folder, "precious/file"), "kept");
    await symlink(join(folder, "precious"), join(path, "1000/build/link"));
    await symlink(join(folder, "precious/file"), join(path, "runs-x"));
    await mkdir(join(path, "1000/pkg/mod/m@v1"), { recursive: true });
    await writeFile(join(path, "1000/pkg/mod/m@v1/m.go"), "");
    await chmod(join(path, "1000/pkg/mod/m@v1"), 0o500);
    await chmod(join(path, "1000/build"), 0);
    await use(root, workspace);
    expect(await names(root)).not.toContain(other);
    expect(await readFile(join(folder, "precious/file"), "utf8")).toBe("kept");
  });

  it("that are links, files or something else are left alone", async () => {
    const { folder, root, workspace } = await place();
    await left(root, other, 31);
    await mkdir(join(folder, "precious"));
    const link = `link-${"1".repeat(16)}`;
    await symlink(join(folder, "precious"), join(root, "projects", link));
    await writeFile(join(root, "projects/file"), "");
    await mkdir(join(root, "projects/mine"));
    for (const name of ["file", "mine"]) await utimes(join(root, "projects", name), daysAgo(99), daysAgo(99));
    await use(root, workspace);
    expect((await names(root)).sort()).toEqual(
      ["file", link, "mine", basename(new FolderCache(root, workspace).folder)].sort(),
    );
  });

  it.each([
    [31, false],
    [3, true],
  ])(
    "of earlier versions, which all projects shared, go when they were not used: %i days: kept: %s",
    async (days, kept) => {
      const { root, workspace } = await place();
      await mkdir(join(root, "1000/build"), { recursive: true });
      await writeFile(join(root, "1000/build/trim.txt"), "");
      await utimes(join(root, "1000/build/trim.txt"), daysAgo(days), daysAgo(days));
      await utimes(join(root, "1000"), daysAgo(99), daysAgo(99));
      await writeFile(join(root, "notes"), "");
      await use(root, workspace);
      expect((await readdir(root)).includes("1000")).toBe(kept);
      expect(await readdir(root)).toContain("notes");
    },
  );

  it("survive twenty runs that begin at once, each with a mark", async () => {
    const { root, workspace } = await place();
    await left(root, basename(new FolderCache(root, workspace).folder), 31, [deadMark()]);
    const elsewhere = Array.from({ length: 10 }, (_, i) => `${workspace}-${i}`);
    await Promise.all([...elsewhere, ...Array(10).fill(workspace)].map((path) => use(root, path)));
    const { folder } = new FolderCache(root, workspace);
    expect(await readdir(join(folder, "runs"))).toHaveLength(10);
  });
});
