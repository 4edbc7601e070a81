import { describe, expect, it } from "vitest";
import { parseTarget, targetEnv, targetName, targetPlatform } from "../../../src/inputs/target.ts";

describe("a target", () => {
  it.each([
    ["linux/amd64", { GOOS: "linux", GOARCH: "amd64" }, "linux/amd64"],
    ["linux/amd64/v3", { GOOS: "linux", GOARCH: "amd64", GOAMD64: "v3" }, "linux/amd64/v3"],
    ["linux/amd64/v1", { GOOS: "linux", GOARCH: "amd64", GOAMD64: "v1" }, "linux/amd64"],
    ["linux/arm/v6", { GOOS: "linux", GOARCH: "arm", GOARM: "6" }, "linux/arm/v6"],
    ["linux/arm", { GOOS: "linux", GOARCH: "arm" }, "linux/arm/v7"],
    ["linux/arm64", { GOOS: "linux", GOARCH: "arm64" }, "linux/arm64"],
    ["linux/arm64/v8", { GOOS: "linux", GOARCH: "arm64", GOARM64: "v8.0" }, "linux/arm64"],
    ["linux/mips/softfloat", { GOOS: "linux", GOARCH: "mips", GOMIPS: "softfloat" }, "linux/mips"],
    ["windows/amd64", { GOOS: "windows", GOARCH: "amd64" }, "windows/amd64"],
  ])("%s", (text, env, platform) => {
    const target = parseTarget(text);
    expect(targetName(target)).toBe(text);
    expect(targetEnv(target)).toEqual(env);
    expect(targetPlatform(target)).toBe(platform);
  });

  it.each([
    [
      "linux",
      'a target is written GOOS/GOARCH or GOOS/GOARCH/variant, and there is no "all". Write for instance "linux/amd64".',
    ],
    ["linx/amd64", 'unknown GOOS "linx"; did you mean "linux"? Run "go tool dist list" for all.'],
    ["linux/amd46", 'unknown GOARCH "amd46"; did you mean "amd64"?'],
    ["amd64/linux", 'the two parts are swapped. Write "linux/amd64".'],
    ["LINUX/AMD64", 'targets are lower case. Write "linux/amd64".'],
    ["linux/arm/v9", 'arm has no variant "v9". Use one of v5, v6, v7.'],
    ["linux/s390x/v2", 's390x has no variants. Write "linux/s390x".'],
    ["linux/amd64 $(id)", '" " at column 12 does not belong in a target'],
    ["linux/amd64/v1/x", "a target is written GOOS/GOARCH"],
  ])("refuses %s with the reason and the remedy", (text, message) => {
    expect(() => parseTarget(text)).toThrow(message);
  });
});
