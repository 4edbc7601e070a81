import type { Lock } from "../git/locks.ts";
import type { GitContext } from "../image/git-context.ts";
import type { Changes } from "./changes.ts";

export interface OwnDockerfile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly text: string;
}

/** What the workspace's files tell before any container starts. */
export interface Workspace {
  /** Absolute path on the host: what is mounted. */
  readonly path: string;
  /** `gopath`: no `go.mod`, mounted at `/go/src/<import-path>`. */
  readonly mode: "module" | "gopath";
  /** GOPATH mode only, else empty. */
  readonly importPath: string;
  /** Where the workspace is mounted in the container. */
  readonly containerPath: string;
  /** Directories of the modules, relative to the workspace; `.` for its root. */
  readonly moduleDirs: readonly string[];
  /** The image to run Go in, `golang:1.27.3`. */
  readonly goImage: string;
  /** Of the workspace's root. `file`: a worktree or submodule, whose repository lies elsewhere. */
  readonly gitDir: "directory" | "file" | "none";
  /** Every `.git` that the code under test must not change, nor make. */
  readonly locks: readonly Lock[];
  /** What the container sees in the place of the lock `mirror`: absolute paths on the host. */
  readonly gitMirror: { readonly folder: string; readonly objects: string } | undefined;
  /** The user that everything runs as and belongs to: the workspace's owner. */
  readonly uid: number;
  readonly gid: number;
  /** `go.mod`, and `go.sum` where there is one: those that lie in the workspace's root. */
  readonly moduleFiles: readonly string[];
  /** The Dockerfile that `dockerfile` names, or that lies in the workspace's root; where an image is wanted. */
  readonly dockerfile: OwnDockerfile | undefined;
  /** sha256 over the files that pin the dependencies. */
  readonly modulesHash: string;
  readonly git: GitContext;
  /** Undefined when there is nothing to compare with. */
  readonly changes: Changes | undefined;
  /** For `{{version}}`: the input, else `git describe`, else `0.0.0-dev`. */
  readonly version: string;
}

/** What the golang image told, asked once. */
export interface Go {
  /** `1.27.3`, without `go`. */
  readonly version: string;
  /** The engine's own platform, as Go names it. */
  readonly os: string;
  readonly arch: string;
  readonly hasGit: boolean;
  readonly hasCCompiler: boolean;
  /** What coverage takes for packages without tests, since Go 1.22: ready to use, or from 1.25 on as a source. */
  readonly hasCovdata: boolean;
  /** `os/arch` pairs of `go tool dist list`; empty when no target needed the question. */
  readonly pairs: readonly string[];
}

export interface Package {
  readonly importPath: string;
  readonly name: string;
  /** Relative to the workspace; `.` for its root. */
  readonly dir: string;
  /** All Go files as `go fmt` takes them, relative to the module's directory. */
  readonly files: readonly string[];
}

export interface Module {
  /** Relative to the workspace. */
  readonly dir: string;
  /** The same, absolute in the container. */
  readonly containerDir: string;
  readonly packages: readonly Package[];
  /** Of its `go.mod`, `1.25`; empty where go does not tell. */
  readonly goVersion: string;
}

export interface Project extends Workspace {
  readonly go: Go;
  readonly modules: readonly Module[];
}
