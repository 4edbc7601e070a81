import { describe, expect, test } from "vitest";
import type { SourceMap } from "../../../src/reading/reading.ts";
import { pathInPackage, repositoryPath } from "../../../src/reading/source-path.ts";

const atRoot: SourceMap = {
  containerDir: "/src",
  repositoryDir: "",
  packageDirs: { "example.org/p/a": "a", "example.org/p": "" },
};
const inSub: SourceMap = { containerDir: "/src/sub", repositoryDir: "sub", packageDirs: {} };
const gopath: SourceMap = { containerDir: "/go/src/example.org/p", repositoryDir: "", packageDirs: {} };

describe("repositoryPath", () => {
  test.each<[string, string, SourceMap, string | undefined]>([
    ["relative", "a/x.go", atRoot, "a/x.go"],
    ["with ./", "./x.go", atRoot, "x.go"],
    ["absolute", "/src/a/x.go", atRoot, "a/x.go"],
    ["relative, of a module in a directory", "a/x.go", inSub, "sub/a/x.go"],
    ["absolute, of a module in a directory", "/src/sub/x.go", inSub, "sub/x.go"],
    ["of the module beside it", "../other/x.go", inSub, "other/x.go"],
    ["absolute, beside it", "/src/other/x.go", inSub, "other/x.go"],
    ["a directory that only starts alike", "/src/subtle/x.go", inSub, "subtle/x.go"],
    ["above the repository", "../../x.go", inSub, undefined],
    ["outside with a name that starts alike", "/srcs/x.go", atRoot, undefined],
    ["$GOROOT", "/usr/local/go/src/fmt/print.go", atRoot, undefined],
    ["the module cache", "/go/pkg/mod/example.org/q@v1.0.0/q.go", gopath, undefined],
    ["in the GOPATH", "/go/src/example.org/p/x.go", gopath, "x.go"],
    ["Go 1.8's covered copy", "/tmp/go-build1/example.org/p/a/_test/_obj_test/x.go", atRoot, "a/x.go"],
    ["-trimpath", "example.org/p/a/x.go", atRoot, "a/x.go"],
    ["-trimpath, the root package", "example.org/p/x.go", atRoot, "x.go"],
    ["a name every object has", "constructor/x.go", atRoot, "constructor/x.go"],
  ])("%s", (_, path, source, expected) => {
    expect(repositoryPath(path, source)).toBe(expected);
  });
});

describe("pathInPackage", () => {
  test("joins base names with the package's directory", () => {
    expect(pathInPackage("example.org/p/a", "x_test.go", atRoot)).toBe("a/x_test.go");
    expect(pathInPackage("example.org/p", "x_test.go", atRoot)).toBe("x_test.go");
  });

  test("knows no other packages", () => {
    expect(pathInPackage("example.org/q", "x_test.go", atRoot)).toBeUndefined();
    expect(pathInPackage("toString", "x_test.go", atRoot)).toBeUndefined();
  });
});
