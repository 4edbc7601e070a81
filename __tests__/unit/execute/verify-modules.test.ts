import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { dirHash } from "../../../src/execute/dir-hash.ts";
import { verifyModules } from "../../../src/execute/verify-modules.ts";
import { FakeHost } from "../../support/fake-host.ts";
import { temporaryFolder } from "../../support/projects.ts";

/** As Go 1.27.3 has written it, and what the module cache held then. */
const goSum = `example.org/dep v1.0.0/go.mod h1:hEdqvkPlDbjLeW6xDxspn60C9DwfMzdeXgSOKxAduvY=
example.org/dep v1.1.0 h1:1y0v2GrAMWvvHfflKlEDAOuo0mp53KRY3HRNqQs7Q4Y=
example.org/dep v1.1.0/go.mod h1:hEdqvkPlDbjLeW6xDxspn60C9DwfMzdeXgSOKxAduvY=
`;
const goMod = "module example.org/dep\n\ngo 1.16\n";
const about = "cache/download/example.org/dep/@v";
const files: Readonly<Record<string, string>> = {
  "example.org/dep@v1.1.0/go.mod": goMod,
  "example.org/dep@v1.1.0/dep.go": 'package dep\n\nfunc Word() string { return "good" }\n',
  "example.org/dep@v1.1.0/sub/Big.txt": "x",
  "example.org/dep@v1.1.0/é.txt": "u",
  [`${about}/v1.1.0.mod`]: goMod,
  [`${about}/v1.0.0.mod`]: goMod,
  [`${about}/v1.1.0.info`]: '{"Version":"v1.1.0","Time":"2020-01-01T00:00:00Z"}',
  [`${about}/v1.1.0.ziphash`]: "h1:forged",
};
const good = Object.keys(files).map((name) => `mod/${name}`);

let folder = "";
let pkg = "";
let host: FakeHost;
beforeEach(async () => {
  folder = await temporaryFolder();
  pkg = join(folder, "0/pkg");
  await mkdir(join(folder, "work/sub"), { recursive: true });
  await writeFile(join(folder, "work/go.sum"), goSum);
  host = await FakeHost.make({});
  await host.remove();
});

async function put(more: Readonly<Record<string, string>> = {}) {
  for (const [name, content] of Object.entries({ ...files, ...more })) {
    await mkdir(dirname(join(pkg, "mod", name)), { recursive: true });
    await writeFile(join(pkg, "mod", name), content);
  }
}

/** What is left, and what was said. */
async function verified(moduleDirs: readonly string[] = ["."]) {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const workspace = { path: join(folder, "work"), mode: "module", moduleDirs, uid, gid } as const;
  await verifyModules(pkg, workspace, host.log, new AbortController().signal);
  const left = (await readdir(pkg, { recursive: true, withFileTypes: true })).filter((entry) => !entry.isDirectory());
  return left.map((entry) => join(entry.parentPath, entry.name).slice(pkg.length + 1)).sort();
}

describe("the modules of a restored cache", () => {
  it("are kept where go.sum vouches for them, with the hash that it says", async () => {
    await put();
    expect(await verified()).toEqual(good.toSorted());
    expect(await readFile(join(pkg, "mod", about, "v1.1.0.ziphash"), "utf8")).toBe(
      "h1:1y0v2GrAMWvvHfflKlEDAOuo0mp53KRY3HRNqQs7Q4Y=",
    );
    expect(host.lines).toEqual([]);
    expect(await readdir(join(folder, "0"))).toEqual(["pkg"]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["a changed file", { "example.org/dep@v1.1.0/dep.go": "package dep\n\nfunc init() { evil() }\n" }],
    ["one more file", { "example.org/dep@v1.1.0/evil.go": "package dep\n" }],
    ["a name with a line feed", { "example.org/dep@v1.1.0/a\nb": "" }],
    ["a forged hash and archive", { "example.org/dep@v1.1.0/evil.go": "", [`${about}/v1.1.0.zip`]: "no zip" }],
  ])("go with %s, and that is said", async (_, more) => {
    await put(more);
    expect(await verified()).toEqual([
      `mod/${about}/v1.0.0.mod`,
      `mod/${about}/v1.1.0.info`,
      `mod/${about}/v1.1.0.mod`,
    ]);
    expect(host.lines).toEqual([
      "The cache's copy of example.org/dep@v1.1.0 is not what go.sum says: it is not used, and downloaded again.",
    ]);
  });

  it("go with a link in them", async () => {
    await put();
    await symlink("/etc/passwd", join(pkg, "mod/example.org/dep@v1.1.0/link"));
    expect(await verified()).not.toContain("mod/example.org/dep@v1.1.0/link");
    expect(host.lines).toHaveLength(1);
  });

  it("lose a forged go.mod file", async () => {
    await put({ [`${about}/v1.0.0.mod`]: `${goMod}require example.org/evil v1.0.0\n` });
    expect(await verified()).toEqual(good.filter((name) => !name.includes("v1.0.0")).toSorted());
    expect(host.lines[0]).toContain("example.org/dep@v1.0.0's go.mod");
  });

  it("lose all that no go.sum knows, without a word", async () => {
    await put({
      "example.org/unknown@v1.0.0/a.go": "package a\n",
      "example.org/dep@v1.0.0/dep.go": "package dep\n",
      "golang.org/toolchain@v0.0.1-go1.99.0.linux-amd64/bin/go": "#!/bin/sh\n",
      "cache/vcs/0123/config": "[core]\n\tfsmonitor = touch /x\n",
      "cache/lock": "",
      [`${about}/list`]: "v9.9.9\n",
      [`${about}/v9.9.9.info`]: "{}",
      "../sumdb/sum.golang.org/latest": "x",
      "../bin/go": "x",
    });
    expect(await verified()).toEqual(good.toSorted());
    expect(host.lines).toEqual([]);
  });

  it("are vouched for by no toolchain of the project's own words", async () => {
    const name = "golang.org/toolchain@v0.0.1-go1.99.0.linux-amd64";
    await put({ [`${name}/bin/go`]: "#!/bin/sh\n" });
    const hash = await dirHash(join(pkg, "mod", name), name);
    await writeFile(join(folder, "work/go.sum"), `${name.replace("@", " ")} ${hash}\n`);
    expect(await verified()).toEqual([]);
  });

  it.each([
    [
      "says another version",
      '{"Version":"v9.9.9","Time":"2020-01-01T00:00:00Z","Origin":{"VCS":"git","URL":"ext::sh"}}',
    ],
    ["says more", '{"Version":"v1.1.0","Time":"2020-01-01T00:00:00Z","Origin":{"URL":"ext::sh -c evil"}}'],
  ])("keep of what is known of a version its date, where that %s", async (_, info) => {
    await put({ [`${about}/v1.1.0.info`]: info });
    await verified();
    expect(JSON.parse(await readFile(join(pkg, "mod", about, "v1.1.0.info"), "utf8"))).toEqual({
      Version: "v1.1.0",
      Time: "2020-01-01T00:00:00Z",
    });
  });

  it.each(["", "{", "[".repeat(1000), '{"Time":"now"}', '{"Time":7}', " ".repeat(100_000)])(
    "lose what is known of a version where it is %j",
    async (info) => {
      await put({ [`${about}/v1.1.0.info`]: info.slice(0, 100_000) });
      expect(await verified()).not.toContain(`mod/${about}/v1.1.0.info`);
    },
  );

  it("are vouched for by the go.sum of every module, and by the workspace's", async () => {
    await put();
    await writeFile(join(folder, "work/go.sum"), "");
    const [first = "", ...rest] = goSum.split("\n");
    await writeFile(join(folder, "work/go.work.sum"), first);
    await mkdir(join(folder, "work/sub/deep"), { recursive: true });
    await writeFile(join(folder, "work/sub/go.work.sum"), rest.join("\n"));
    expect(await verified(["sub/deep"])).toEqual(good.toSorted());
  });

  it("are not kept where go.sum is a link, a pipe, too long or not there", async () => {
    const sum = join(folder, "work/go.sum");
    const make: readonly (() => void)[] = [
      () => execFileSync("ln", ["-s", "/dev/zero", sum]),
      () => execFileSync("mkfifo", [sum]),
      () => execFileSync("sh", ["-c", 'cat "$1" >"$2"; truncate -s 17M "$2"', "sh", join(folder, "go.sum"), sum]),
      () => undefined,
    ];
    await writeFile(join(folder, "go.sum"), goSum);
    for (const one of make) {
      execFileSync("rm", ["-f", sum]);
      one();
      await put();
      expect(await verified()).toEqual([]);
    }
  });

  it("need not be there", async () => {
    expect(await verified()).toEqual([]);
  });
});
