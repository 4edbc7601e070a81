import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import type { Facts } from "../../../src/plan/facts.ts";
import { makePlan } from "../../../src/plan/plan.ts";
import { commandOf, type Task } from "../../../src/plan/step.ts";
import { facts, goPackage, rootModule } from "../../support/facts.ts";

/** The commands of a step, each as one line; its skip reason when it has none. */
function commands(plan: ReturnType<typeof makePlan>, name: string): readonly string[] {
  const planned = plan.steps.find(({ step }) => step.name === name);
  if (planned === undefined) throw new Error(`no step ${name}`);
  return "skipped" in planned ? [planned.skipped] : planned.tasks.map(({ command }) => command.join(" "));
}

const withFiles = (...files: readonly string[]) => ({
  project: { modules: [{ ...rootModule, packages: [goPackage("example.org/m", ".", "m", files)] }] },
});

describe("the plan", () => {
  it.each<[string, Facts, string, readonly string[]]>([
    ["gofmt takes the packages' own files", facts(), "fmt", ["gofmt -d main.go main_test.go greet/greet.go"]],
    [
      "gofmt takes files alone whose names its output does not tell",
      facts({}, withFiles("a\nb.go", "main.go", "c:1.go")),
      "fmt",
      ["gofmt -d main.go", "gofmt -d a\nb.go", "gofmt -d c:1.go"],
    ],
    ["gofmt has nothing to do without files", facts({}, withFiles()), "fmt", ["no Go files of the workspace"]],
    ["vet", facts(), "vet", ["go vet ./..."]],
    ["vet with tags", facts({ "build-tags": "a,b" }), "vet", ["go vet -tags a,b ./..."]],
    [
      "tags before Go 1.13",
      facts({ "build-tags": "a,b" }, { go: { version: "1.12.17" } }),
      "vet",
      ["go vet -tags a b ./..."],
    ],
    [
      "Go 1.8 would take vendor in",
      facts({}, { go: { version: "1.8.1" } }),
      "vet",
      ["go vet example.org/acme/hello example.org/acme/hello/greet"],
    ],
    ["a step that is not wanted", facts({ steps: "test" }), "vet", ["not in `steps`"]],
    [
      "tests with coverage",
      facts(),
      "test",
      ["go test -json -coverprofile=/gda/out/cover/0000.out -vet=off -timeout=1800s ./..."],
    ],
    [
      "tests with the race detector, without coverage",
      facts({ race: "true", coverage: "false" }),
      "test",
      ["go test -json -race -vet=off -timeout=1800s ./..."],
    ],
    [
      "arguments of the tests come last",
      facts({ coverage: "false", "test-args": "-run\nTest A" }),
      "test",
      ["go test -json -vet=off -timeout=1800s ./... -run Test A"],
    ],
    [
      "Go 1.8 has no JSON, and a profile per package",
      facts({}, { go: { version: "1.8.1" } }),
      "test",
      [
        "go test -v -coverprofile=/gda/out/cover/0000.out -timeout=1800s example.org/acme/hello",
        "go test -v -coverprofile=/gda/out/cover/0001.out -timeout=1800s example.org/acme/hello/greet",
      ],
    ],
    [
      "a build for the engine's own platform",
      facts(),
      "build",
      ["go build -trimpath -o /gda/out/bin/linux-amd64/hello example.org/acme/hello"],
    ],
    [
      "the article's names",
      facts({ targets: "windows/amd64, darwin/amd64", output: "dist/binary-{{os}}" }),
      "build",
      [
        "go build -trimpath -o /gda/out/bin/windows-amd64/hello.exe example.org/acme/hello",
        "go build -trimpath -o /gda/out/bin/darwin-amd64/hello example.org/acme/hello",
      ],
    ],
    [
      "static binaries before the build cache",
      facts({}, { go: { version: "1.8.1" } }),
      "build",
      ["go build -installsuffix cgo -o /gda/out/bin/linux-amd64/hello example.org/acme/hello"],
    ],
    [
      "a worktree has no version stamp",
      facts({}, { project: { gitDir: "file", locks: [{ path: ".git", kind: "kept" }] } }),
      "build",
      ["go build -trimpath -buildvcs=false -o /gda/out/bin/linux-amd64/hello example.org/acme/hello"],
    ],
    [
      "linker flags are one argument, filled in",
      facts({ ldflags: "-s -X main.version={{version}}" }),
      "build",
      [
        "go build -trimpath -ldflags -s -X main.version=v1.2.3 -o /gda/out/bin/linux-amd64/hello example.org/acme/hello",
      ],
    ],
    [
      "a module without commands is compiled all the same",
      facts({}, { project: { modules: [{ ...rootModule, packages: rootModule.packages.slice(1) }] } }),
      "build",
      ["go build -trimpath ./..."],
    ],
  ])("%s", (_, given, step, expected) => {
    expect(commands(makePlan(given), step)).toEqual(expected);
  });

  it("sets what each target needs in the environment", () => {
    const plan = makePlan(facts({ targets: "linux/arm/v6, windows/amd64" }));
    const [, , , build] = plan.steps;
    expect(build && "tasks" in build && build.tasks.map(({ env }) => env)).toEqual([
      { GOFLAGS: "-modcacherw", GOOS: "linux", GOARCH: "arm", GOARM: "6", CGO_ENABLED: "0" },
      { GOFLAGS: "-modcacherw", GOOS: "windows", GOARCH: "amd64", CGO_ENABLED: "0" },
    ]);
  });

  it("gives no flag through GOFLAGS that an old Go refuses", () => {
    const plan = makePlan(facts({}, { go: { version: "1.12.17" } }));
    const tasks = plan.steps.flatMap((step) => ("tasks" in step ? step.tasks : []));
    expect(tasks.filter(({ env }) => "GOFLAGS" in env)).toEqual([]);
  });

  it("names the files of a large project in several commands", () => {
    const files = Array.from({ length: 1201 }, (_, i) => `f${i}.go`);
    const plan = makePlan(
      facts({}, { project: { modules: [{ ...rootModule, packages: [goPackage("m", ".", "m", files)] }] } }),
    );
    expect(commands(plan, "fmt").map((line) => line.split(" ").length - 2)).toEqual([500, 500, 201]);
  });

  it.each([
    ["1.27.3", ["go build -trimpath -o /gda/out/bin/linux-amd64/ m/cmd/app m/cmd/tool"]],
    [
      "1.13.15",
      [
        "go build -trimpath -o /gda/out/bin/linux-amd64/app m/cmd/app",
        "go build -trimpath -o /gda/out/bin/linux-amd64/tool m/cmd/tool",
      ],
    ],
  ])("Go %s builds several commands of a target", (version, expected) => {
    const packages = ["app", "tool"].map((name) => goPackage(`m/cmd/${name}`, `cmd/${name}`, "main", []));
    const plan = makePlan(facts({}, { go: { version }, project: { modules: [{ ...rootModule, packages }] } }));
    expect(commands(plan, "build")).toEqual(expected);
    expect(plan.binaries.map(({ builtAt }) => builtAt)).toEqual(["bin/linux-amd64/app", "bin/linux-amd64/tool"]);
  });

  it.each([
    ["1.17.13", "linux/amd64/v3", "GOAMD64, which came with 1.18"],
    ["1.22.12", "linux/arm64/v9.0", "GOARM64, which came with 1.23"],
    ["1.9.7", "linux/mips/softfloat", "GOMIPS, which came with 1.10"],
  ])("refuses on Go %s the target %s, which it would compile as another", (version, targets, words) => {
    expect(() => makePlan(facts({ targets }, { go: { version } }))).toThrow(words);
  });

  it.each([
    ["1.18.10", "linux/amd64/v3"],
    ["1.8.1", "linux/arm/v7"],
    ["1.8.1", "linux/386/softfloat"],
  ])("compiles on Go %s for %s", (version, targets) => {
    expect(makePlan(facts({ targets }, { go: { version } })).binaries).toHaveLength(1);
  });

  it.each([
    ["1.8.1", {}, true],
    ["1.8.1", { coverage: "false" }, false],
    ["1.10", {}, false],
  ])("on Go %s with %o reads both streams as one: %s", (version, raw, oneStream) => {
    const planned = makePlan(facts(raw, { go: { version } })).steps.find(({ step }) => step.name === "test");
    if (planned === undefined || "skipped" in planned) throw new Error("no test step");
    const { command } = commandOf(planned.step, planned.tasks[0] as Task);
    const start = oneStream ? ["sh", "-c", 'exec "$@" 2>&1', "sh", "go", "test"] : ["go", "test"];
    expect(command.slice(0, start.length)).toEqual(start);
  });

  it("picks the wanted commands", () => {
    const packages = ["app", "tool", "tool/sub"].map((name) => goPackage(`m/cmd/${name}`, `cmd/${name}`, "main", []));
    const built = (main: string) =>
      makePlan(facts({ main }, { project: { modules: [{ ...rootModule, packages }] } })).binaries.map(
        ({ main }) => main.dir,
      );
    expect(built("")).toEqual(["cmd/app", "cmd/tool", "cmd/tool/sub"]);
    expect(built("./cmd/app")).toEqual(["cmd/app"]);
    expect(built("./cmd/tool/...")).toEqual(["cmd/tool", "cmd/tool/sub"]);
    expect(built("m/cmd/tool")).toEqual(["cmd/tool"]);
    expect(() => built("./cmd/ap")).toThrow("input 'main' (\"./cmd/ap\"): no main package matches");
  });

  it.each([
    ["m/cmd/app/v2", "app"],
    ["m/cmd/v1", "v1"],
    ["example.org/v2", "example.org"],
  ])("names the binary of %s %s", (importPath, name) => {
    const packages = [goPackage(importPath, ".", "main", [])];
    expect(makePlan(facts({}, { project: { modules: [{ ...rootModule, packages }] } })).binaries[0]?.name).toBe(name);
  });
});

describe("the planned image", () => {
  const image = { image: "ghcr.io/acme/hello", targets: "linux/amd64, linux/arm64, darwin/arm64" };

  it("is one build of all linux targets where the engine can", () => {
    const plan = makePlan(facts({ ...image, push: "true" })).image;
    expect(plan?.builds.map(({ platforms }) => platforms)).toEqual([["linux/amd64", "linux/arm64"]]);
    expect(plan?.builds[0]?.dockerfile).toContain("COPY ${TARGETPLATFORM}/hello /hello");
    expect(plan?.tags).toEqual(["main"]);
  });

  it("is a build per platform where it cannot", () => {
    const plan = makePlan(facts({ ...image, push: "true" }, { engine: { multiPlatform: false } })).image;
    expect(plan?.builds.map(({ platforms }) => platforms)).toEqual([["linux/amd64"], ["linux/arm64"]]);
    expect(plan?.builds[1]?.dockerfile).toContain("COPY linux/arm64/hello /hello");
  });

  it("is of the engine's platform alone when it stays there, and says so", () => {
    const plan = makePlan(facts(image, { engine: { multiPlatform: false } })).image;
    expect(plan?.builds.map(({ platforms }) => platforms)).toEqual([["linux/amd64"]]);
    expect(plan?.notes.join()).toContain("linux/arm64 is made when pushed");
  });

  const dockerfile = { path: "Dockerfile", text: "FROM scratch\nCOPY linux/amd64/hello /h\n" };
  it("is built by the repository's own Dockerfile, where there is one", () => {
    const inputs = { ...image, "image-target": "final", "image-build-args": "A=b", "image-secrets": "T" };
    const plan = makePlan(facts(inputs, { project: { dockerfile } })).image;
    expect(plan?.builds.map((build) => build.dockerfile)).toEqual([dockerfile.text]);
    expect(plan?.own).toMatchObject({ path: "Dockerfile", stage: "final", args: ["A=b"], secrets: [{ id: "T" }] });
    expect(plan?.labels).toMatchObject({ "org.opencontainers.image.version": "main" });
    expect(plan?.notes).toEqual([]);
  });

  it("is built by the generated one, where an input is meant for that, and says so", () => {
    const plan = makePlan(facts({ ...image, "image-cmd": "serve" }, { project: { dockerfile } })).image;
    expect(plan?.kind).toBe("binary");
    expect(plan?.notes.join()).toContain("because of image-cmd; the repository's own is left alone");
  });

  it("gives files of a stage that its Dockerfile has, by a builder that can", () => {
    const text = "FROM scratch AS Test\nCOPY web /web\nFROM scratch\nCOPY --from=test /web /web\n";
    const planned = (stage: string, engine: Partial<Facts["engine"]> = {}) =>
      makePlan(
        facts(
          { ...image, "image-extract": `${stage}:/web -> out` },
          { project: { dockerfile: { path: "Dockerfile", text } }, engine },
        ),
      );
    expect(planned("test").image?.extracts).toEqual([{ stage: "test", path: "/web", file: "out" }]);
    expect(() => planned("tests")).toThrow(
      `input 'image-extract' ("tests"): the Dockerfile has no stage of that name. It has test.`,
    );
    expect(() => planned("test", { imageBuilder: "legacy" })).toThrow("this engine's builder gives no files");
  });

  it("starts the named program when there are several", () => {
    const packages = ["app", "tool"].map((name) => goPackage(`m/cmd/${name}`, `cmd/${name}`, "main", []));
    const several = (raw: Record<string, string>) =>
      makePlan(facts(raw, { project: { modules: [{ ...rootModule, packages }] } }));
    expect(() => several(image)).toThrow(InputError);
    expect(() => several(image)).toThrow("would hold several programs (app, tool)");
    const plan = several({ ...image, "image-entrypoint": "tool", "image-cmd": "serve" });
    expect(plan.image?.builds[0]?.dockerfile).toContain('ENTRYPOINT ["/tool"]\nCMD ["serve"]');
  });

  it("needs a command to start", () => {
    const library = facts(image, { project: { modules: [{ ...rootModule, packages: rootModule.packages.slice(1) }] } });
    expect(() => makePlan(library)).toThrow("there is no main package to make an image of");
  });
});
