import { describe, expect, it } from "vitest";
import {
  buildArguments,
  buildxArguments,
  containerArguments,
  execArguments,
  pullArguments,
  saveArguments,
} from "../../../src/engine/arguments.ts";
import { holdOpen, recordExit } from "../../../src/engine/container-scripts.ts";
import { type ContainerSpec, runLabel } from "../../../src/engine/engine.ts";

const spec: ContainerSpec = {
  name: "gda-1",
  image: "golang:1.27",
  labels: { [runLabel]: "1" },
  user: { uid: 1000, gid: 1001, userns: "" },
  mounts: [
    { source: '/w/a,b "c"', target: "/src", readonly: false },
    { source: "/w/.git", target: "/src/.git", readonly: true },
  ],
  memory: 4_000_000_000,
  cpus: undefined,
  network: "full",
  socket: undefined,
  selinux: false,
  env: { A: "1 2" },
  declaredEnv: {},
  inheritedEnv: ["TOKEN"],
  workdir: "/src",
};

describe("argument lists of the engine", () => {
  it("start one container with least rights, whose first process waits for the end of its input", () => {
    const args = containerArguments(spec, "/private/env");
    expect(args.slice(0, 3)).toEqual(["run", "--rm", "--interactive"]);
    const walls = ["--cap-drop ALL", "--security-opt no-new-privileges", "--read-only", "--log-driver none"];
    const limits = ["--pids-limit 8192", "--memory 4000000000", "--memory-swap 4000000000"];
    for (const flags of [...walls, ...limits]) expect(args.join(" ")).toContain(` ${flags} `);
    expect(args).toContain('type=bind,"source=/w/a,b ""c""",target=/src');
    expect(args).toContain("type=bind,source=/w/.git,target=/src/.git,readonly");
    expect(args.slice(-8)).toEqual([
      "golang:1.27",
      "sh",
      "-c",
      holdOpen,
      "gda",
      "345600",
      "/gda/status/canary",
      "/src",
    ]);
    expect(args).not.toContain("--tty");
    expect(args).not.toContain("-t");
  });

  it.each([
    [1000, "65533:65533"],
    [65533, "65532:65532"],
  ])("run the first process as another user than the commands' %i", (uid, holder) => {
    const args = containerArguments({ ...spec, user: { uid, gid: uid, userns: "" } }, "/private/env");
    expect(args[args.indexOf("--user") + 1]).toBe(holder);
    const command = { command: ["go"], workdir: "/src", env: {}, alone: false };
    const exec = execArguments({ name: "gda-1", user: { uid, gid: 7, userns: "" } }, command, "/gda/status/0");
    expect(exec.slice(0, 3)).toEqual(["exec", "--user", `${uid}:7`]);
  });

  it.each<[string, Partial<ContainerSpec>, readonly string[]]>([
    ["no network", { network: "none" }, ["--network", "none"]],
    ["no limit of memory", { memory: 0 }, []],
    ["two processors", { cpus: 1.5 }, ["--cpus", "1.5"]],
    ["users as they are", { user: { uid: 1, gid: 1, userns: "keep-id" } }, ["--userns", "keep-id"]],
    ["SELinux", { selinux: true }, ["--security-opt", "label=disable"]],
    [
      "the engine's socket",
      { socket: { path: "/run/d.sock", gid: 99 } },
      [
        ...["--mount", "type=bind,source=/run/d.sock,target=/var/run/docker.sock", "--group-add", "99"],
        ...["--env", "DOCKER_HOST=unix:///var/run/docker.sock"],
      ],
    ],
  ])("say %s", (_, part, expected) => {
    const before = containerArguments(spec, "/private/env");
    const args = containerArguments({ ...spec, ...part }, "/private/env");
    expect(args.join(" ")).toContain(expected.join(" "));
    expect(before.join(" ")).not.toContain(expected.join(" ") || "--memory 0");
    if (part.memory === 0) expect(args).not.toContain("--memory");
  });

  it("keep the values that the user declared in a file", () => {
    const args = containerArguments({ ...spec, declaredEnv: { SECRET: "s3cret" } }, "/private/env");
    expect(args.join(" ")).toContain("--env-file /private/env");
    expect(args.join(" ")).not.toContain("s3cret");
  });

  it("pass a variable on by its name alone", () => {
    const args = containerArguments(spec, "/private/env");
    expect(args[args.indexOf("TOKEN") - 1]).toBe("--env");
    expect(args.filter((argument) => argument.startsWith("TOKEN"))).toEqual(["TOKEN"]);
  });

  it("hand a command over as it is, whatever stands in it", () => {
    const command = { command: ["go", "test", "$(id)", "; rm -rf /", '"'], workdir: "/src", env: { GOOS: "linux" } };
    const args = execArguments(spec, { ...command, alone: true }, "/gda/status/0");
    expect(args.slice(3, 11)).toEqual(["--workdir", "/src", "--env", "GOOS=linux", "gda-1", "sh", "-c", recordExit]);
    expect(args.slice(12)).toEqual(["/gda/status/0", "alone", "go", "test", "$(id)", "; rm -rf /", '"']);
    expect(execArguments(spec, { ...command, alone: false }, "/gda/status/0")[13]).toBe("beside");
  });

  const build = {
    ...{ context: "/c", own: undefined, annotations: { "org.a": "b c" }, provenance: false, sbom: false },
    into: { refs: ["a/b:1", "a/b:2"] },
  };
  const date = "2025-11-08T10:30:00+01:00";

  it.each([
    ["the engine", { ...build, date }, ["--tag", "a/b:1", "--tag", "a/b:2", "--load"]],
    ["files", { ...build, date, into: { layout: "/l,1" } }, ["--output", 'type=oci,"dest=/l,1.tar"']],
  ])("build several platforms with buildx into %s, with no attestation", (_, one, output) => {
    const all = { ...one, platforms: ["linux/amd64", "linux/arm64"] };
    expect(buildxArguments({ ...all, provenance: true, sbom: true }, "mine").slice(4, 10)).toEqual([
      ...["--builder", "mine", "--provenance", "mode=max", "--sbom", "true"],
    ]);
    expect(buildxArguments(all, "")).toEqual([
      ...["buildx", "build", "--progress", "plain", "--provenance", "false", "--sbom", "false"],
      ...["--platform", "linux/amd64,linux/arm64", "--annotation", "index,manifest:org.a=b c", ...output, "/c"],
    ]);
  });

  it.each([
    [{ name: "docker", imageBuilder: "buildkit" }, []],
    [{ name: "docker", imageBuilder: "legacy" }, ["--no-cache"]],
    [{ name: "podman", imageBuilder: "buildkit" }, ["--timestamp", "1762594200"]],
  ] as const)("build one platform without buildx, by %o", (engine, flags) => {
    const args = ["build", ...flags, "--platform", "linux/arm/v7", "--tag", "a/b:1", "/c"];
    expect(buildArguments({ ...build, into: { refs: ["a/b:1"] }, platforms: ["linux/arm/v7"], date }, engine)).toEqual(
      args,
    );
  });

  it.each([
    [date, "type=oci,rewrite-timestamp=true,dest=/l.tar"],
    ["", "type=oci,dest=/l.tar"],
  ])("give what an own Dockerfile makes the date %o of the commit", (given, output) => {
    const own = { path: "Dockerfile", stage: undefined, args: [], secrets: [], labels: {} };
    const one = { ...build, platforms: ["linux/amd64"], own, date: given, into: { layout: "/l" } };
    expect(buildxArguments(one, "")).toContain(output);
  });

  it.each([
    ["docker", "127.0.0.1:5000/a", ["pull"]],
    ["podman", "127.0.0.1:5000/a", ["pull", "--tls-verify=false"]],
    ["podman", "localhost/a", ["pull", "--tls-verify=false"]],
    ["podman", "127.0.0.1.example.org/a", ["pull"]],
  ] as const)("%s pulls %s, over TLS but from this machine", (engine, ref, args) => {
    expect(pullArguments(engine, ref)).toEqual([...args, ref]);
  });

  it.each([
    ["docker", ["save", "--output", "/f", "a/b:1"]],
    ["podman", ["save", "--format", "oci-dir", "--output", "/f", "a/b:1"]],
  ] as const)("take an image out of %s", (engine, args) => {
    expect(saveArguments(engine, "a/b:1", "/f")).toEqual(args);
  });
});
