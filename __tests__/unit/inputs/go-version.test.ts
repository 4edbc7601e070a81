import { describe, expect, it } from "vitest";
import { parseGoVersion, versionFromFile } from "../../../src/inputs/go-version.ts";

describe("go-version", () => {
  it.each([
    ["1.27", "1.27"],
    ["1.27.3", "1.27.3"],
    ["go1.27.3", "1.27.3"],
    ["v1.27", "1.27"],
    ["1.8.1", "1.8.1"],
    ["1.27rc1", "1.27rc1"],
    ["1.27-alpine", "1.27-alpine"],
    ["1.27.3-bookworm", "1.27.3-bookworm"],
    ["stable", "latest"],
  ])("%s is golang:%s", (text, tag) => {
    expect(parseGoVersion(text)).toBe(tag);
  });

  it.each([
    ["1.2x", "not a Go version"],
    ["1.2", 'older than 1.8, the oldest that works. If you meant "1.20", quote it'],
    ["latest; rm -rf /", '";" at column 7 does not belong in a Go version'],
    ["-v", 'may not begin with "-"'],
    ["2.0", "there is no Go 2"],
    ["../../x", '"/" at column 3 does not belong in a Go version'],
    ["9".repeat(5000), "too long"],
    ["1.27-windowsservercore", "for Windows"],
    ["golang:1.27", "Give it as `go-image`"],
  ])("refuses %s", (text, message) => {
    expect(() => parseGoVersion(text)).toThrow(message);
  });

  it.each([
    ["go.mod", "module m\n\ngo 1.21\n\ntoolchain go1.27.3\n", "1.27.3"],
    ["sub/go.mod", "module m\ngo 1.21.0 // oldest\n", "1.21.0"],
    ["go.mod", "module m\n", undefined],
    ["go.work", "go 1.22\nuse .\n", "1.22"],
    [".tool-versions", "nodejs 20\ngolang 1.22.3\n", "1.22.3"],
    [".go-version", "# ours\n1.20.14\n", "1.20.14"],
  ])("%s with %j names %s", (name, content, version) => {
    expect(versionFromFile(name, content)).toBe(version);
  });
});
