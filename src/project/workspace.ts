import { createHash } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Problem } from "../errors.ts";
import { inside } from "../files/inside.ts";
import { UnreadableFileError, usualLimit } from "../files/read-bounded.ts";
import { readWorkspaceFile } from "../files/workspace-file.ts";
import type { Git } from "../git/git.ts";
import { hasGit } from "../git/has-git.ts";
import { findLocks } from "../git/locks.ts";
import { importPath } from "../inputs/fields.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { ownOnly } from "../inputs/rules.ts";
import { inspectChanges } from "./changes.ts";
import { type EventFacts, inspectGit } from "./git.ts";
import { goImage } from "./go-image.ts";
import { hasModule, kindOf, type Report, usableDirs } from "./module-dirs.ts";
import type { OwnDockerfile, Workspace } from "./project.ts";

const dependencyFiles = [
  "go.mod",
  "go.sum",
  "go.work",
  "go.work.sum",
  "vendor/modules.txt",
  "Gopkg.lock",
  "glide.lock",
];

/** Reads what the workspace's files tell. Everything wrong in them is collected, so that it is reported together. */
export async function inspectWorkspace(
  path: string,
  inputs: Inputs,
  event: EventFacts,
  git: Git | undefined,
  signal: AbortSignal,
): Promise<{
  readonly workspace: Workspace;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const root = await realpath(path);
  const [owner, told, gitDir, since, locked] = await Promise.all([
    stat(path),
    inspectGit(git, event),
    gitDirOf(root),
    inspectChanges(git, inputs.changedSince, event),
    findLocks(root, git),
  ]);
  for (const { problem } of [since, locked]) if (problem !== undefined) report(problem);
  const moduleDirs = await usableDirs(root, inputs, report);
  // A go.work lies beside its modules or above them.
  const dirs = await insideOnly(root, [...inputs.workingDirectory, ...moduleDirs]);
  const gopath = await isGopath(root, moduleDirs);
  const importedAs = gopath ? await gopathImportPath(inputs, told.context.repositoryUrl, report) : "";
  await checkInputFiles(root, inputs, report);
  await checkOutputFolder(root, inputs.output, report);
  const workspace: Workspace = {
    path: root,
    mode: gopath ? "gopath" : "module",
    importPath: importedAs,
    containerPath: gopath ? `/go/src/${importedAs}` : "/src",
    moduleDirs,
    goImage: await goImage(root, inputs, dirs, report),
    gitDir,
    locks: locked.locks,
    gitMirror: git && { folder: git.folder, objects: join(git.repository.commonDir, "objects") },
    ...user(owner),
    moduleFiles: await present(root, ["go.mod", "go.sum"]),
    dockerfile: await ownDockerfile(root, inputs, report),
    modulesHash: await hashFiles(root, dirs, report, signal),
    git: told.context,
    changes: since.changes,
    version: inputs.version ?? (told.describe || "0.0.0-dev"),
  };
  const silent = git?.answers === false ? await whySilent() : [];
  return { workspace, problems, notes: [silent, since.note ?? [], locked.note ?? []].flat() };
}

/** Those that lead out are told already. */
async function insideOnly(root: string, dirs: readonly string[]): Promise<readonly string[]> {
  const real = await Promise.all(dirs.map((dir) => realpath(join(root, dir)).catch(() => root)));
  return dirs.filter((_, i) => inside(root, real[i] ?? ""));
}

async function gitDirOf(root: string): Promise<Workspace["gitDir"]> {
  const kind = await kindOf(join(root, ".git"));
  return kind === "directory" || kind === "file" ? kind : "none";
}

async function isGopath(root: string, [first]: readonly string[]): Promise<boolean> {
  return first !== undefined && !(await hasModule(root, first));
}

async function whySilent(): Promise<string> {
  const why = (await hasGit())
    ? "the workspace's owner, as whom it is asked, cannot reach the workspace or the temporary folder"
    : "there is none on this machine";
  return `Git cannot be asked: ${why}. The commit's tags are not known, nor what has changed; \`version\` can be given.`;
}

/** As root we become the workspace's owner; a plain user can only be itself. */
function user(owner: { readonly uid: number; readonly gid: number }): { uid: number; gid: number } {
  const own = process.getuid?.() ?? 0;
  return own === 0 ? { uid: owner.uid, gid: owner.gid } : { uid: own, gid: process.getgid?.() ?? own };
}

async function gopathImportPath(inputs: Inputs, repositoryUrl: string, report: Report): Promise<string> {
  if (inputs.importPath !== undefined) return inputs.importPath;
  try {
    return importPath(repositoryUrl.replace(/^https:\/\//, "").replace(/:\d+\//, "/"));
  } catch {
    const message =
      'there is no go.mod, and the repository has no name to take the import path from. Set it, for instance "github.com/acme/project".';
    report({ input: "import-path", message });
    return "unknown";
  }
}

async function checkInputFiles(root: string, inputs: Inputs, report: Report): Promise<void> {
  const named = [
    ...(inputs.caCertificates === undefined ? [] : [{ input: "ca-certificates", path: inputs.caCertificates }]),
    ...inputs.imageFiles.map(({ from }) => ({ input: "image-files", path: from })),
    ...inputs.imageSecrets.flatMap(({ from }) => ("file" in from ? [{ input: "image-secrets", path: from.file }] : [])),
  ];
  for (const { input, path } of named) {
    const message = await whyNoInputFile(root, path, input === "image-files");
    if (message !== undefined) report({ input, item: path, message });
  }
}

async function whyNoInputFile(root: string, path: string, folders: boolean): Promise<string | undefined> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real === undefined) return "there is no such file. Write its path relative to the workspace.";
  if (!inside(root, real)) return "it is a link that leads outside the workspace. Copy the file in.";
  const kind = await kindOf(real);
  return kind === "file" || (folders && kind === "directory") ? undefined : "it is not a regular file. Name one.";
}

/** The folders that the template names outright: none of them may be a file. */
async function checkOutputFolder(root: string, output: string, report: Report): Promise<void> {
  const parts = output.split("/").slice(0, -1);
  const fixed = parts.slice(0, parts.findIndex((part) => part.includes("{{")) >>> 0);
  for (const [i] of fixed.entries()) {
    const folder = fixed.slice(0, i + 1).join("/");
    if ((await kindOf(join(root, folder))) !== "file") continue;
    report({ input: "output", item: folder, message: "there is a file of that name. Choose another folder." });
  }
}

/** Bytes. It is taken apart, and shown. */
const longestDockerfile = 2 ** 20;

async function ownDockerfile(root: string, inputs: Inputs, report: Report): Promise<OwnDockerfile | undefined> {
  const { image, dockerfile: named } = inputs;
  if (image.length === 0 || named === "generated") return undefined;
  const path = named ?? "Dockerfile";
  const text = await readWorkspaceFile(root, path, { limit: longestDockerfile }).catch((error: unknown) => {
    if (!(error instanceof UnreadableFileError) || named === undefined) return undefined;
    report({
      input: "dockerfile",
      item: path,
      message: `${error.message}. Put a plain file there, or write \`generated\`.`,
    });
    return Buffer.alloc(0);
  });
  if (text !== undefined) return { path, text: text.toString("utf8") };
  if (named !== undefined) {
    const message = "there is no such file in the workspace. Write its path, or `generated`.";
    report({ input: "dockerfile", item: named, message });
  } else if (ownOnly(inputs).length > 0) {
    const message = "there is no Dockerfile in the workspace's root. Name yours by `dockerfile`.";
    for (const input of ownOnly(inputs)) report({ input, message });
  }
  return undefined;
}

async function present(root: string, names: readonly string[]): Promise<readonly string[]> {
  const kinds = await Promise.all(names.map((name) => kindOf(join(root, name))));
  return names.filter((_, i) => kinds[i] === "file");
}

/** What go reads, and would read without end where it is a pipe or a device, is looked at before go does. */
async function hashFiles(root: string, dirs: readonly string[], report: Report, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [...new Set([...dirs, "."])].flatMap((dir) =>
    dependencyFiles.map((name) => posix.join(dir, name)),
  )) {
    const content = await readWorkspaceFile(root, file, { limit: usualLimit, signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof UnreadableFileError)
        report({ input: "working-directory", item: file, message: `${error.message}. Put a plain file there.` });
      return undefined;
    });
    if (content !== undefined) hash.update(file).update("\0").update(content).update("\0");
  }
  return hash.digest("hex");
}
