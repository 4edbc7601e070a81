import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { webUrl } from "../../../src/git/web-url.ts";
import { parseInputs, type RawInputs } from "../../../src/inputs/inputs.ts";
import { inspectWorkspace } from "../../../src/project/workspace.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function inspect(files: Readonly<Record<string, string>>, raw: RawInputs, repositoryUrl = "") {
  const root = await mkdtemp(join(tmpdir(), "gda-workspace-"));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await symlink("/", join(root, "outside"));
  const event = { ref: "", sha: "", name: "", defaultBranch: "", repositoryUrl, base: "", baseRef: "" };
  const { workspace, problems } = await inspectWorkspace(
    root,
    parseInputs(raw).inputs,
    event,
    undefined,
    new AbortController().signal,
  );
  return { workspace, problems: problems.map(({ input, item, message }) => `${input} ${item ?? ""}: ${message}`) };
}

const goMod = "module m\n\ngo 1.21\n";

describe("the workspace", () => {
  it.each<[string, Record<string, string>, RawInputs, object]>([
    ["a module", { "go.mod": goMod }, {}, { mode: "module", goImage: "golang:1.21", containerPath: "/src" }],
    ["the input outweighs go.mod", { "go.mod": goMod }, { "go-version": "1.27.3" }, { goImage: "golang:1.27.3" }],
    [
      "an image of one's own",
      { "go.mod": goMod },
      { "go-image": "mirror.example.org/golang:1.27" },
      { goImage: "mirror.example.org/golang:1.27" },
    ],
    ["a version file", { "go.mod": "module m\n", ".go-version": "1.20.14\n" }, {}, { goImage: "golang:1.20.14" }],
    [
      "a module in a subfolder",
      { "sub/go.mod": goMod },
      { "working-directory": "sub" },
      { goImage: "golang:1.21", moduleDirs: ["sub"] },
    ],
    [
      "a folder of the module above",
      { "go.mod": goMod, "cmd/a.go": "" },
      { "working-directory": "cmd" },
      { mode: "module" },
    ],
    [
      "a go.work, which names the modules and the Go version",
      {
        "go.work": 'go 1.27.3\n\nuse (\n\t./a // the first\n\t"./b c"\n)\nuse .\n',
        "a/go.mod": goMod,
        "b c/go.mod": goMod,
        "go.mod": goMod,
      },
      {},
      { mode: "module", goImage: "golang:1.27.3", moduleDirs: ["a", "b c", "."] },
    ],
    [
      "a go.work that is turned off",
      { "go.work": "go 1.27.3\nuse ./a\n", "a/go.mod": goMod, "go.mod": goMod },
      { env: "GOWORK=off" },
      { moduleDirs: ["."] },
    ],
    [
      "a go.work in a folder, and a module of it named besides",
      { "sub/go.work": "go 1.26.1\nuse ./a\nuse ../b\n", "sub/a/go.mod": goMod, "b/go.mod": goMod },
      { "working-directory": "sub, b" },
      { goImage: "golang:1.26.1", moduleDirs: ["sub/a", "b"] },
    ],
    [
      "GOPATH mode",
      { "a.go": "" },
      { "go-version": "1.8.1", "import-path": "github.com/a/b" },
      { mode: "gopath", containerPath: "/go/src/github.com/a/b" },
    ],
  ])("%s", async (_, files, raw, expected) => {
    const { workspace, problems } = await inspect(files, raw);
    expect(problems).toEqual([]);
    expect(workspace).toMatchObject(expected);
  });

  it.each(["go.sum", "sub/go.sum", "vendor/modules.txt", "Gopkg.lock", "glide.lock", "go.work.sum"])(
    "knows other dependencies by %s",
    async (name) => {
      const files = { "go.mod": goMod, "sub/go.mod": goMod, "go.work": "go 1.21\nuse .\nuse ./sub\n" };
      const hashes = ["a", "b"].map(async (pinned) => (await inspect({ ...files, [name]: pinned }, {})).workspace);
      const [first, second] = await Promise.all(hashes);
      expect(first?.modulesHash).not.toBe(second?.modulesHash);
    },
  );

  it("takes the import path from the repository's name", async () => {
    const { workspace } = await inspect({ "a.go": "" }, { "go-version": "1.8.1" }, "https://github.com/acme/old");
    expect(workspace.importPath).toBe("github.com/acme/old");
  });

  it.each<[string, Record<string, string>, RawInputs, string]>([
    [
      "a directory that is not there",
      { "go.mod": goMod, "srv/a.go": "" },
      { "working-directory": "src" },
      "working-directory src: there is no such directory. Beside it: srv.",
    ],
    [
      "a module of a go.work that is not there",
      { "go.work": "go 1.27.3\nuse ./gone\n" },
      {},
      "working-directory go.work: use ./gone: there is no such directory.",
    ],
    [
      "a module of a go.work outside the workspace",
      { "go.work": "go 1.27.3\nuse ../gone\n" },
      {},
      "working-directory go.work: use ../gone: it lies outside the workspace.",
    ],
    [
      "a module of a go.work at a path of the machine's",
      { "go.work": "go 1.27.3\nuse /etc\n" },
      {},
      "working-directory go.work: use /etc: it lies outside the workspace.",
    ],
    [
      "a file",
      { "go.mod": goMod },
      { "working-directory": "go.mod" },
      "working-directory go.mod: it is not a directory.",
    ],
    [
      "a link that leads out",
      { "go.mod": goMod },
      { "working-directory": "outside/etc" },
      "working-directory outside/etc: it is a link that leads outside the workspace.",
    ],
    [
      "no module there",
      { "a/go.mod": goMod, "b/go.mod": goMod },
      { "go-version": "1.27" },
      "working-directory .: there is no go.mod in it. Nearest: a, b.",
    ],
    [
      "nothing at all",
      { "README.md": "" },
      { "go-version": "1.27" },
      "working-directory .: there is neither a go.mod nor a Go file",
    ],
    ["no version", { "go.mod": "module m\n" }, {}, "go-version : no Go version is given, and none is found in go.mod"],
    [
      "a version file without a version",
      { "go.mod": goMod, v: "\n" },
      { "go-version-file": "v" },
      "go-version-file : no Go version is given, and none is found in v",
    ],
    [
      "a version file with nonsense",
      { "go.mod": goMod, v: "twelve" },
      { "go-version-file": "v" },
      'go-version-file v: it says "twelve": not a Go version.',
    ],
    [
      "GOPATH mode without a name",
      { "a.go": "" },
      { "go-version": "1.8.1" },
      "import-path : there is no go.mod, and the repository has no name",
    ],
    [
      "certificates that are not there",
      { "go.mod": goMod },
      { "ca-certificates": "root.pem" },
      "ca-certificates root.pem: there is no such file.",
    ],
    [
      "files of the image that lead out",
      { "go.mod": goMod },
      { "image-files": "outside/etc -> /etc" },
      "image-files outside/etc: it is a link that leads outside",
    ],
  ])("%s", async (_, files, raw, problem) => {
    const { problems } = await inspect(files, raw);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it("hashes what pins the dependencies, and nothing else", async () => {
    const hash = async (files: Record<string, string>) =>
      (await inspect({ "go.mod": goMod, ...files }, {})).workspace.modulesHash;
    const plain = await hash({});
    expect(await hash({ "main.go": "package main" })).toBe(plain);
    expect(await hash({ "go.sum": "x" })).not.toBe(plain);
  });

  it.each([
    ["git@github.com:acme/hello.git", "https://github.com/acme/hello"],
    ["https://token:x@github.com/acme/hello.git", "https://github.com/acme/hello"],
    ["ssh://git@example.org/acme/hello", "https://example.org/acme/hello"],
    ["/srv/git/hello", ""],
  ])("reads the remote %s as %s", (remote, url) => {
    expect(webUrl(remote)).toBe(url);
  });
});
