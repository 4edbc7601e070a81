import type { EngineFacts } from "../../src/engine/engine.ts";
import { parseInputs, type RawInputs } from "../../src/inputs/inputs.ts";
import type { Facts } from "../../src/plan/facts.ts";
import type { Go, Module, Package, Project } from "../../src/project/project.ts";

/** Facts as inspection would give them, for a module with one command and one library; any part can be another. */
export function facts(
  raw: RawInputs = {},
  parts: {
    readonly project?: Partial<Project>;
    readonly go?: Partial<Go>;
    readonly engine?: Partial<EngineFacts>;
  } = {},
): Facts {
  const { inputs, problems } = parseInputs(raw);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const go = {
    version: "1.27.3",
    os: "linux",
    arch: "amd64",
    hasGit: true,
    hasCCompiler: true,
    hasCovdata: true,
    pairs: [],
    ...parts.go,
  };
  return { inputs, project: { ...project, ...parts.project, go }, engine: { ...engine, ...parts.engine } };
}

export const engine: EngineFacts = {
  name: "docker",
  version: "28.5.2",
  platform: "linux/amd64",
  imageBuilder: "buildx",
  multiPlatform: true,
  builder: "",
  insecureRegistries: [],
  rights: "rootful",
  selinux: false,
  memory: 0,
};

export function goPackage(importPath: string, dir: string, name: string, files: readonly string[]): Package {
  return { importPath, dir, name, files };
}

export const rootModule: Module = {
  dir: ".",
  containerDir: "/src",
  goVersion: "",
  packages: [
    goPackage("example.org/acme/hello", ".", "main", ["main.go", "main_test.go"]),
    goPackage("example.org/acme/hello/greet", "greet", "greet", ["greet/greet.go"]),
  ],
};

const project: Omit<Project, "go"> = {
  path: "/work",
  mode: "module",
  importPath: "",
  containerPath: "/src",
  moduleDirs: ["."],
  goImage: "golang:1.27",
  gitDir: "directory",
  locks: [{ path: ".git", kind: "mirror" }],
  gitMirror: { folder: "/tmp/mirror", objects: "/work/.git/objects" },
  uid: 1000,
  gid: 1000,
  moduleFiles: ["go.mod", "go.sum"],
  dockerfile: undefined,
  modulesHash: "0".repeat(64),
  git: {
    ref: "refs/heads/main",
    sha: "a".repeat(40),
    defaultBranch: "main",
    ...{ eventName: "push", baseRef: "", now: "2026-11-25T10:00:00Z" },
    commitDate: "2026-11-01T12:00:00Z",
    repositoryUrl: "https://github.com/acme/hello",
    description: "",
    license: "",
    gitTags: [],
  },
  changes: undefined,
  version: "v1.2.3",
  modules: [rootModule],
};
