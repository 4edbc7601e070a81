import { parseFlavorLine } from "../image/tag-flavor.ts";
import { parseTagRules } from "../image/tag-rules.ts";
import { stepNames } from "../plan/step.ts";
import { envName, envVariable } from "./env-variable.ts";
import {
  artifactName,
  boolean,
  buildTag,
  choice,
  cpuCount,
  duration,
  filePattern,
  gitRevision,
  imageFile,
  importPath,
  label,
  memorySize,
  numericUser,
  packagePattern,
  percent,
  privatePattern,
  rerunCount,
  retentionDays,
  text,
} from "./fields.ts";
import { parseGoVersion } from "./go-version.ts";
import { argumentName, buildArgument, builderName, imageSecret, stageName } from "./image-build.ts";
import { imageInstruction } from "./image-config.ts";
import { imageExtract } from "./image-extract.ts";
import { parseImageRef, parseRegistry } from "./image-ref.ts";
import { lines, list } from "./items.ts";
import { ldflagsTemplate } from "./ldflags.ts";
import { outputTemplate } from "./output-template.ts";
import type { Parse } from "./parse.ts";
import { relativePath } from "./relative-path.ts";
import { parseTarget } from "./target.ts";

type Group = "toolchain" | "source" | "checks" | "build" | "image" | "publish" | "container";

export interface Row<T> {
  readonly group: Group;
  /** As a user would write it; empty when the value is computed or absent. */
  readonly default: string;
  /** What people are told when `default` is empty but something is computed. */
  readonly shown?: string;
  readonly description: string;
  readonly parse: Parse<T>;
}

function row<T>(group: Group, standard: string, parse: Parse<T>, description: string): Row<T> {
  return { group, default: standard, description, parse };
}

/** A row whose absence is an empty list, for which something is computed. */
function computed<T>(group: Group, shown: string, parse: Parse<T>, description: string): Row<T> {
  return { ...row(group, "", parse, description), shown };
}

/** A row whose absence the code tells apart: undefined. */
function optional<T>(group: Group, shown: string, parse: Parse<T>, description: string): Row<T | undefined> {
  return { group, default: "", shown, description, parse: (raw, note) => (raw === "" ? undefined : parse(raw, note)) };
}

/** One row per input: `action.yml`, `--help` and the README's table are held to it by a test. */
export const inputTable = {
  "go-version": optional(
    "toolchain",
    "from the version file",
    parseGoVersion,
    "Go version: `1.27`, `1.27.3`, `1.8.1`, `stable`, or with an image suffix, `1.27-alpine`",
  ),
  "go-version-file": optional(
    "toolchain",
    "`go.mod`, `.go-version` or `.tool-versions`",
    relativePath,
    "File to read the Go version from, when `go-version` is not given",
  ),
  "go-image": optional(
    "toolchain",
    "`golang:<go-version>`",
    parseImageRef,
    "Any image with Go in it, by tag or digest",
  ),
  engine: row("toolchain", "auto", choice("auto", "docker", "podman"), "Container engine"),

  "working-directory": row(
    "source",
    ".",
    list(relativePath),
    "Directory of the module, or a list of them; one with a `go.work` stands for the modules that this uses",
  ),
  packages: row("source", "./...", list(packagePattern), "Packages to check and test"),
  "import-path": optional(
    "source",
    "from the repository's name",
    importPath,
    "GOPATH mode: the import path of the repository, used where there is no `go.mod`",
  ),
  steps: row(
    "source",
    "fmt, vet, test, build",
    list(choice(...stepNames)),
    "Which steps run; `image` joins when `image` is set",
  ),

  race: row("checks", "false", boolean, "Test with the race detector"),
  coverage: row("checks", "true", boolean, "Test with coverage"),
  "coverage-threshold": optional("checks", "none", percent, "Fail below this percentage of covered statements"),
  "coverage-exclude": row(
    "checks",
    "",
    list(filePattern),
    "Files that coverage leaves out, as in `.gitignore`: `*.pb.go`, `internal/mock`",
  ),
  "changed-since": optional(
    "checks",
    "the pull request's base",
    gitRevision,
    "Commit, branch or tag: lines changed since then get a coverage of their own, and files a place first among the annotations",
  ),
  "test-args": row("checks", "", lines(text), "Arguments for `go test`, one a line"),
  "rerun-fails": row(
    "checks",
    "0",
    rerunCount,
    "Run failed tests again, up to so many times; who passes then is reported as flaky",
  ),
  timeout: row("checks", "30m", duration, "Time limit of each step; a hanging test ends with its goroutine dump"),

  targets: computed(
    "build",
    "the engine's platform",
    list(parseTarget),
    "What to compile for: `os/arch[/variant]`, for instance `linux/amd64, linux/arm/v7, windows/amd64`",
  ),
  main: computed("build", "every main package", list(packagePattern), "Which main packages to build"),
  output: row(
    "build",
    "dist/{{name}}-{{os}}-{{arch}}{{variant}}",
    outputTemplate,
    "Path of each binary; `.exe` is added for windows",
  ),
  version: optional(
    "build",
    "`git describe`",
    text,
    "For `{{version}}` in `output` and `ldflags`, and for the image's labels",
  ),
  ldflags: row("build", "", ldflagsTemplate, "Linker flags, for instance `-s -w -X main.version={{version}}`"),
  "build-tags": row("build", "", list(buildTag), "Build tags, for vet, test and build"),
  "build-flags": row("build", "", lines(text), "More flags for `go build`, one a line"),
  trimpath: row("build", "true", boolean, "Leave the container's paths out of the binaries"),
  cgo: row("build", "false", boolean, "Build with cgo; without it the binaries are static"),
  checksums: row("build", "true", boolean, "Write `checksums.txt` (sha256) beside the binaries"),

  image: row("image", "", list(parseImageRef), "Names to publish the image under; empty: no image"),
  "image-tags": computed(
    "image",
    "by branch, tag or pull request",
    parseTagRules,
    "Tag rules as in docker/metadata-action: `type=schedule|semver|match|edge|ref|raw|sha,…`, one a line",
  ),
  "image-flavor": row(
    "image",
    "",
    lines(parseFlavorLine),
    "What holds for all tags, as there: `latest=auto|true|false`, `prefix=…`, `suffix=…,onlatest=true`, one a line",
  ),
  "image-labels": row("image", "", lines(label), "Labels `key=value`, added to the computed OCI ones"),
  "image-base": row(
    "image",
    "scratch",
    reference,
    "Base of the final stage: `scratch`, `alpine`, `distroless` or any reference",
  ),
  "image-platforms": computed(
    "image",
    "the linux targets",
    list(parseTarget),
    "Platforms of the image, out of the linux targets",
  ),
  "image-build": row(
    "image",
    "binary",
    choice("binary", "source"),
    "`binary`: COPY the tested binaries; `source`: compile inside a multistage build",
  ),
  dockerfile: optional(
    "image",
    "the repository's `Dockerfile`, else `generated`",
    relativePath,
    "Your own Dockerfile: the tested binaries are in its context as `linux/amd64/<name>`; `generated` forces ours",
  ),
  "image-target": optional("image", "the last stage", stageName, "Stage of your own Dockerfile that is the image"),
  "image-build-args": row(
    "image",
    "",
    lines(buildArgument, argumentName),
    "Build arguments of your own Dockerfile: `NAME=value`, one a line; nothing secret",
  ),
  "image-secrets": row(
    "image",
    "",
    lines(imageSecret),
    "Secrets that your own Dockerfile mounts: `id=npm,env=NPM_TOKEN` or `id=npm,src=path`, one a line",
  ),
  "image-extract": row(
    "image",
    "",
    lines(imageExtract),
    "Files out of any stage of the Dockerfile, also of one that fails: `test:/src/cover.out -> reports/image-cover.out`, one a line",
  ),
  "image-entrypoint": computed(
    "image",
    "the binary",
    lines(text),
    "Program and its fixed arguments, one a line; the binary's name will do, and is needed only when there are several",
  ),
  "image-cmd": row("image", "", lines(text), "Default arguments, one a line"),
  "image-user": row("image", "65532:65532", numericUser, "Numeric user of the image"),
  "image-files": row("image", "", lines(imageFile), "Files beside the binary: `path -> /path`, one a line"),
  "image-config": row(
    "image",
    "",
    lines(imageInstruction),
    "More of the image's configuration, one a line: `EXPOSE 8080`, `ENV A=b`, `VOLUME /data`, `WORKDIR /data`, `STOPSIGNAL SIGINT`, `HEALTHCHECK CMD /hello ping`",
  ),
  "image-tzdata": row("image", "false", boolean, "Put Go's time zones into the image, where its base has none"),
  "image-smoke-test": row(
    "image",
    "",
    lines(text),
    "Arguments with which the image must run and end well on the engine's own platform before any tag leads to it, one a line",
  ),
  provenance: row(
    "image",
    "false",
    boolean,
    "Attach BuildKit's record of how the image was built; makes every image a list",
  ),
  sbom: row("image", "false", boolean, "Attach a list of what is in the image; BuildKit pulls its scanner for that"),
  builder: optional(
    "image",
    "the engine's own",
    builderName,
    "A buildx builder that you have made: `docker-container`, `remote`, `kubernetes`",
  ),
  push: row("image", "false", boolean, "Push the image"),
  registry: optional(
    "image",
    "that of the image's first name",
    parseRegistry,
    "The registry that `username` and `password` are for; others have an earlier login's",
  ),
  username: optional("image", "none", text, "User name for the registry"),
  password: optional("image", "none", text, "Password or token for the registry"),

  artifacts: row(
    "publish",
    "binaries, coverage, reports",
    list(choice("binaries", "coverage", "reports", "none")),
    "What to upload; `none` for nothing",
  ),
  "artifact-name": optional("publish", "the job's name", artifactName, "Prefix of the artifacts' names"),
  "retention-days": optional("publish", "the repository's setting", retentionDays, "How long the artifacts are kept"),
  cache: row(
    "publish",
    "auto",
    choice("auto", "read-write", "read-only", "off"),
    "`auto`: `read-write` on pushes of branches, schedules and dispatches, `off` on tags, else `read-only`",
  ),

  env: row(
    "container",
    "",
    lines(envVariable, envName),
    "Environment of the container: `NAME=value`, or `NAME` to pass the caller's value on",
  ),
  network: row(
    "container",
    "full",
    choice("full", "modules", "none"),
    "What the container reaches: `modules` cuts it off once the modules are there, `none` from the start",
  ),
  "docker-socket": row(
    "container",
    "false",
    boolean,
    "Hand the engine's socket in, for tests that start containers: whoever has it is root on the machine",
  ),
  memory: optional(
    "container",
    "nine tenths of the engine's",
    memorySize,
    "Memory limit of the container, for instance `4g` or `512m`",
  ),
  cpus: optional("container", "all", cpuCount, "How many processors the container may use, for instance `2` or `0.5`"),
  "ca-certificates": optional(
    "container",
    "none",
    relativePath,
    "PEM file with more certificate roots, for the container, the image and its registries",
  ),
  goprivate: row(
    "container",
    "",
    list(privatePattern),
    "Private modules, as Go's GOPRIVATE names them: `github.com/acme/*`",
  ),
  "git-token": optional(
    "container",
    "none",
    text,
    "Token for the hosts in `goprivate`; it is gone before any code of the project runs",
  ),
} satisfies Record<string, Row<unknown>>;

export type InputName = keyof typeof inputTable;
export const inputNames = Object.keys(inputTable) as readonly InputName[];

/** A reference that is written as it was given. */
function reference(given: string): string {
  parseImageRef(given);
  return given;
}
