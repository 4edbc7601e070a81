import { posix } from "node:path";
import { ContainerError, type Problem } from "../errors.ts";
import { atLeast } from "./go-release.ts";
import type { Go, Module, Package, Workspace } from "./project.ts";

/**
 * Asks the golang image for all that is wanted of one module, in one start of a shell. `$1` is `pairs` when the list of
 * targets is needed; the packages follow. `-find` (Go 1.12) spares the imports and with them the network,
 * `-buildvcs=false` (Go 1.18) the version stamp, for which a repository's program would be started.
 */
const script = `
pairs=$1; shift
section() { printf '\\n@@ %s\\n' "$1"; }
version=$(go version) || exit
section version; echo "$version"
section host; go env GOHOSTOS GOHOSTARCH
section tools; command -v git; command -v gcc || command -v clang
tools=$(go env GOTOOLDIR); covdata=$tools/../../../src/cmd/covdata
[ -x "$tools/covdata" ] && echo /tool/covdata; [ -d "$covdata" ] && echo /src/covdata
if [ "$pairs" = pairs ]; then section pairs; go tool dist list; fi
find=-find novcs=-buildvcs=false
case "$version" in *go1.[0-9].*|*go1.[0-9]\\ *|*go1.1[01].*|*go1.1[01]\\ *) find=;; esac
case "$version" in *go1.[0-9].*|*go1.[0-9]\\ *|*go1.1[0-7].*|*go1.1[0-7]\\ *|*go1.1[0-7]rc*) novcs=;; esac
section list; go list -e $find $novcs -json "$@"
`;

/** The command that asks about one module. Every target that not all Go versions know makes it ask for their list. */
export function probeCommand(packages: readonly string[], wantsPairs: boolean): readonly string[] {
  return ["sh", "-c", script, "gda", wantsPairs ? "pairs" : "-", ...packages];
}

interface ListedPackage {
  readonly Dir?: string;
  readonly ImportPath: string;
  readonly Name?: string;
  readonly GoFiles?: readonly string[];
  readonly CgoFiles?: readonly string[];
  readonly IgnoredGoFiles?: readonly string[];
  readonly TestGoFiles?: readonly string[];
  readonly XTestGoFiles?: readonly string[];
  readonly Module?: { readonly GoVersion?: string };
}

/** What the image answered for the module in `dir` (relative to the workspace). */
export function readProbe(
  output: string,
  workspace: Workspace,
  dir: string,
): { readonly go: Go; readonly module: Module } {
  const section = sections(output);
  const version = /^go version go(\S+)/m.exec(section("version"))?.[1];
  if (version === undefined) {
    throw new ContainerError(
      `The image ${workspace.goImage} did not tell its Go version: ${output.trim().slice(0, 300)}`,
      "Set `go-image` to an image with the go command in its PATH.",
    );
  }
  const [os = "linux", arch = "amd64"] = section("host").trim().split("\n");
  const tools = section("tools");
  const containerDir = posix.join(workspace.containerPath, dir);
  const listed = concatenatedJson(section("list")) as readonly ListedPackage[];
  const packages = listed.flatMap((one) => toPackage(one, workspace, containerDir));
  return {
    go: {
      version,
      os,
      arch,
      hasGit: /\/git$/m.test(tools),
      hasCCompiler: /\/(gcc|clang)$/m.test(tools),
      // Since 1.25 go builds it when it is first wanted.
      hasCovdata: /^\/tool\/covdata$/m.test(tools) || (atLeast(version, "1.25") && /^\/src\/covdata$/m.test(tools)),
      pairs: section("pairs").split("\n").filter(Boolean),
    },
    module: { dir, containerDir, packages, goVersion: listed[0]?.Module?.GoVersion ?? "" },
  };
}

function sections(output: string): (name: string) => string {
  const parts = output.split(/^@@ (\w+)\n/m);
  return (name) => parts[parts.indexOf(name) + 1] ?? "";
}

/** `go list -json` prints one object after the other, each closed by a brace at the line's start. */
function concatenatedJson(text: string): readonly unknown[] {
  const body = text.trim();
  return body === "" ? [] : (JSON.parse(`[${body.replaceAll(/^\}\n+\{/gm, "},{")}]`) as unknown[]);
}

/** Vendored packages are other people's: Go 1.8 lists them under `./...`. A pattern without a match has no Dir. */
function toPackage(listed: ListedPackage, workspace: Workspace, containerDir: string): readonly Package[] {
  const { Dir, ImportPath, Name = "" } = listed;
  if (Dir === undefined || /(^|\/)vendor\//.test(ImportPath)) return [];
  const files = [listed.GoFiles, listed.CgoFiles, listed.IgnoredGoFiles, listed.TestGoFiles, listed.XTestGoFiles];
  const inModule = posix.relative(containerDir, Dir);
  const own = !inModule.startsWith("..");
  return files.every((names) => names === undefined) && Name === ""
    ? []
    : [
        {
          importPath: ImportPath,
          name: Name,
          dir: own ? posix.relative(workspace.containerPath, Dir) || "." : Dir,
          files: own ? files.flatMap((names) => names ?? []).map((name) => posix.join(inModule, name)) : [],
        },
      ];
}

interface Wanted {
  readonly packages: readonly string[];
  readonly pairs: readonly string[];
  readonly race: boolean;
  /** Tests run, and are measured. */
  readonly coverage: boolean;
}

/** What the answers show to be wrong with the inputs: nothing to check, a pair that this Go does not know, a tool missing. */
export function probeProblems(go: Go, modules: readonly Module[], wanted: Wanted): readonly Problem[] {
  const problems: Problem[] = [];
  if (modules.every(({ packages }) => packages.length === 0)) {
    const dirs = modules.map(({ dir }) => (dir === "." ? "the workspace" : dir)).join(", ");
    const message = `no packages match in ${dirs}. Check \`packages\` and \`working-directory\`.`;
    problems.push({ input: "packages", item: wanted.packages.join(", "), message });
  }
  for (const pair of wanted.pairs) {
    if (go.pairs.length === 0 || go.pairs.includes(pair)) continue;
    const os = pair.slice(0, pair.indexOf("/"));
    const same = go.pairs.filter((known) => known.startsWith(`${os}/`)).join(", ");
    problems.push({
      input: "targets",
      item: pair,
      message: `Go ${go.version} does not compile for it. It knows ${same || "no target of that system"}.`,
    });
  }
  const untested = modules
    .flatMap(({ packages }) => packages)
    .find(({ files }) => files.length > 0 && !files.some((file) => file.endsWith("_test.go")));
  if (wanted.coverage && !go.hasCovdata && atLeast(go.version, "1.22") && untested !== undefined) {
    const message = `the image's Go ${go.version} lacks its tool covdata, which coverage of packages without tests takes (${untested.importPath}). Use an official golang image, or set \`coverage: false\`.`;
    problems.push({ input: "coverage", message });
  }
  if (wanted.race && !go.hasCCompiler) {
    problems.push({
      input: "race",
      message: "the race detector needs a C compiler, and the image has none. Use an image without `-alpine`.",
    });
  }
  return problems;
}
