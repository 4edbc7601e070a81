import { describe, expect, it } from "vitest";
import {
  buildArguments,
  buildxArguments,
  containerArguments,
  execArguments,
  manifestListArguments,
} from "../../../src/engine/arguments.ts";

const spec = {
  name: "gda-1",
  image: "golang:1.27",
  labels: { "go-docker-action.run": "1" },
  uid: 1000,
  gid: 1001,
  mounts: [
    { source: '/w/a,b "c"', target: "/src", readonly: false },
    { source: "/w/.git", target: "/src/.git", readonly: true },
  ],
  env: { A: "1 2" },
  inheritedEnv: ["TOKEN"],
  workdir: "/src",
};

describe("argument lists of the engine", () => {
  it("start one container with least rights, whose first process waits for the end of its input", () => {
    const args = containerArguments(spec);
    expect(args.slice(0, 3)).toEqual(["run", "--rm", "--interactive"]);
    expect(args).toEqual(expect.arrayContaining(["--user", "1000:1001", "--cap-drop", "ALL", "no-new-privileges"]));
    expect(args).toContain('type=bind,"source=/w/a,b ""c""",target=/src');
    expect(args).toContain("type=bind,source=/w/.git,target=/src/.git,readonly");
    expect(args.slice(-4)).toEqual(["golang:1.27", "sh", "-c", "echo ready; cat >/dev/null; exit 0"]);
    expect(args).not.toContain("--tty");
    expect(args).not.toContain("-t");
  });

  it("pass a variable on by its name alone", () => {
    const args = containerArguments(spec);
    expect(args[args.indexOf("TOKEN") - 1]).toBe("--env");
    expect(args.filter((argument) => argument.startsWith("TOKEN"))).toEqual(["TOKEN"]);
  });

  it("hand a command over as it is, whatever stands in it", () => {
    const command = { command: ["go", "test", "$(id)", "; rm -rf /", '"'], workdir: "/src", env: { GOOS: "linux" } };
    const args = execArguments("gda-1", command, "/gda/status/0");
    expect(args.slice(0, 6)).toEqual(["exec", "--workdir", "/src", "--env", "GOOS=linux", "gda-1"]);
    expect(args.slice(-6)).toEqual(["/gda/status/0", "go", "test", "$(id)", "; rm -rf /", '"']);
  });

  it.each([
    [true, "--push"],
    [false, "--load"],
  ])("build several platforms with buildx, no attestation, push %s", (push, flag) => {
    const args = buildxArguments({
      context: "/c",
      platforms: ["linux/amd64", "linux/arm64"],
      refs: ["a/b:1", "a/b:2"],
      push,
    });
    expect(args).toEqual([
      ...["buildx", "build", "--progress", "plain", "--provenance", "false", "--sbom", "false"],
      ...["--platform", "linux/amd64,linux/arm64", "--tag", "a/b:1", "--tag", "a/b:2", flag, "/c"],
    ]);
  });

  it.each([
    [false, []],
    [true, ["--no-cache"]],
  ])("build one platform without buildx, legacy %s", (legacy, flags) => {
    const build = { context: "/c", platforms: ["linux/arm/v7"], refs: ["a/b:1"], push: true };
    const args = ["build", ...flags, "--platform", "linux/arm/v7", "--tag", "a/b:1", "/c"];
    expect(buildArguments(build, legacy)).toEqual(args);
  });

  it("make a manifest list, with variants, insecure on loopback alone", () => {
    const entries = [
      { platform: "linux/amd64", ref: "r/a@sha256:1" },
      { platform: "linux/arm/v7", ref: "r/a@sha256:2" },
    ];
    expect(manifestListArguments("r/a:1", entries, true)).toEqual([
      ["manifest", "create", "--insecure", "r/a:1", "r/a@sha256:1", "r/a@sha256:2"],
      ["manifest", "annotate", "--os", "linux", "--arch", "amd64", "r/a:1", "r/a@sha256:1"],
      ["manifest", "annotate", "--os", "linux", "--arch", "arm", "--variant", "v7", "r/a:1", "r/a@sha256:2"],
      ["manifest", "push", "--insecure", "--purge", "r/a:1"],
    ]);
    expect(manifestListArguments("r/a:1", entries, false).flat()).not.toContain("--insecure");
  });
});
