import { describe, expect, it } from "vitest";
import { probeProblems, readProbe } from "../../../src/project/probe.ts";
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
    expect(go).toEqual({ version: "1.8.1", os: "linux", arch: "amd64", hasGit: true, hasCCompiler: false, pairs: [] });
    expect(module).toEqual({
      dir: ".",
      containerDir: "/src",
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
  ])(
    "%s",
    (_, {
      modules = [rootModule],
      pairs = [],
      race = false,
    }: { modules?: (typeof rootModule)[]; pairs?: string[]; race?: boolean }, input) => {
      const go = { ...workspace.go, pairs: ["darwin/amd64", "linux/amd64"], hasCCompiler: false };
      const problems = probeProblems(go, modules, { packages: ["./..."], pairs, race });
      expect(problems.map((problem) => problem.input)).toEqual([input]);
    },
  );
});
