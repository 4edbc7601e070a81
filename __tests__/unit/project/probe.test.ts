import { describe, expect, it } from "vitest";
import { probeProblems, readProbe } from "../../../src/project/probe.ts";
import type { Module } from "../../../src/project/project.ts";
import { facts, rootModule } from "../../support/facts.ts";

const workspace = facts().project;
const answer = (list: string, more = "") => `
@@ version
go version go1.8.1 linux/amd64

@@ host
linux
amd64

@@ tools
/usr/bin/git
${more}
@@ list
${list}`;

interface Given {
  readonly modules?: readonly Module[];
  readonly pairs?: readonly string[];
  readonly race?: boolean;
  readonly coverage?: boolean;
  readonly version?: string;
}

const tested: Module = { ...rootModule, packages: rootModule.packages.slice(0, 1) };

describe("what the golang image answers", () => {
  it("gives version, tools and packages, without those of vendor", () => {
    const list = [
      {
        Dir: "/src",
        ImportPath: "m",
        Name: "main",
        GoFiles: ["a.go"],
        IgnoredGoFiles: ["w_windows.go"],
        TestGoFiles: ["a_test.go"],
      },
      { Dir: "/src/lib", ImportPath: "m/lib", Name: "lib", CgoFiles: ["c.go"], XTestGoFiles: ["x_test.go"] },
      { Dir: "/src/vendor/d", ImportPath: "m/vendor/d", Name: "d", GoFiles: ["d.go"] },
    ];
    const { go, module } = readProbe(answer(list.map((p) => JSON.stringify(p, null, "\t")).join("\n")), workspace, ".");
    expect(go).toEqual({
      version: "1.8.1",
      os: "linux",
      arch: "amd64",
      hasGit: true,
      hasCCompiler: false,
      hasCovdata: false,
      pairs: [],
    });
    expect(module).toEqual({
      dir: ".",
      ...{ containerDir: "/src", goVersion: "" },
      packages: [
        { importPath: "m", name: "main", dir: ".", files: ["a.go", "w_windows.go", "a_test.go"] },
        { importPath: "m/lib", name: "lib", dir: "lib", files: ["lib/c.go", "lib/x_test.go"] },
      ],
    });
  });

  it("leads a module in a subfolder back to the repository", () => {
    const list = JSON.stringify({ Dir: "/src/sub/lib", ImportPath: "m/lib", Name: "lib", GoFiles: ["l.go"] });
    const { module } = readProbe(answer(list), workspace, "sub");
    expect(module.packages).toEqual([{ importPath: "m/lib", name: "lib", dir: "sub/lib", files: ["lib/l.go"] }]);
  });

  it("reads the pairs that were asked for", () => {
    const { go } = readProbe(answer("", "\n@@ pairs\nlinux/amd64\naix/ppc64\n"), workspace, ".");
    expect(go.pairs).toEqual(["linux/amd64", "aix/ppc64"]);
  });

  it("is no Go when there is no version", () => {
    expect(() => readProbe("sh: go: not found", workspace, ".")).toThrow(
      "did not tell its Go version: sh: go: not found",
    );
  });

  it.each([
    ["nothing matches", { modules: [{ ...rootModule, packages: [] }] }, "packages"],
    ["a pair that this Go does not know", { pairs: ["darwin/arm64"] }, "targets"],
    ["the race detector without a C compiler", { race: true }, "race"],
    ["a package without tests, and Go without covdata", { coverage: true }, "coverage"],
    ["the same before Go 1.22, which does not measure it", { coverage: true, version: "1.21.13" }, undefined],
    ["Go without covdata, where every package has tests", { coverage: true, modules: [tested] }, undefined],
    ["a module without packages among others", { modules: [rootModule, { ...rootModule, packages: [] }] }, undefined],
  ])("%s", (_, given: Given, input) => {
    const { modules = [rootModule], pairs = [], race = false, coverage = false, version = "1.27.3" } = given;
    const go = { ...workspace.go, version, pairs: ["darwin/amd64", "linux/amd64"], hasCCompiler: false };
    const wanted = { packages: ["./..."], pairs, race, coverage };
    const problems = probeProblems({ ...go, hasCovdata: false }, modules, wanted);
    expect(problems.map((problem) => problem.input)).toEqual(input === undefined ? [] : [input]);
  });

  it.each([
    ["1.24.9", "/tool/covdata", true],
    ["1.24.9", "/src/covdata", false],
    ["1.25.1", "/src/covdata", true],
    ["1.25.1", "", false],
  ])("Go %s with %s: covdata is there: %s", (version, tools, there) => {
    const text = answer("", tools).replace("go1.8.1", `go${version}`);
    expect(readProbe(text, workspace, ".").go.hasCovdata).toBe(there);
  });
});
