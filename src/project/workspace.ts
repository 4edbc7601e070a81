import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Problem } from "../errors.ts";
import { importPath } from "../inputs/fields.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { ownOnly } from "../inputs/rules.ts";
import { inspectChanges } from "./changes.ts";
import { type EventFacts, inspectGit } from "./git.ts";
import { goImage } from "./go-image.ts";
import { hasModule, inside, kindOf, type Report, usableDirs } from "./module-dirs.ts";
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
): Promise<{
  readonly workspace: Workspace;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const [root, owner, git, gitDir, { changes, problem, note }] = await Promise.all([
    realpath(path),
    stat(path),
    inspectGit(path, event),
    kindOf(join(path, ".git")),
    inspectChanges(path, inputs.changedSince, event),
  ]);
  if (problem !== undefined) report(problem);
  const moduleDirs = await usableDirs(root, inputs, report);
  // A go.work lies beside its modules or above them.
  const dirs = [...inputs.workingDirectory, ...moduleDirs];
  const gopath = moduleDirs.length === 0 ? false : !(await hasModule(root, moduleDirs[0] ?? "."));
  const importedAs = gopath ? await gopathImportPath(inputs, git.context.repositoryUrl, report) : "";
  await checkInputFiles(root, inputs, report);
  await checkOutputFolder(root, inputs.output, report);
  const workspace: Workspace = {
    path: root,
    mode: gopath ? "gopath" : "module",
    importPath: importedAs,
    containerPath: gopath ? `/go/src/${importedAs}` : "/src",
    moduleDirs,
    goImage: await goImage(root, inputs, dirs, report),
    gitDir: gitDir === "directory" ? "directory" : gitDir === "file" ? "file" : "none",
    ...user(owner),
    moduleFiles: await present(root, ["go.mod", "go.sum"]),
    dockerfile: await ownDockerfile(root, inputs, report),
    modulesHash: await hashFiles(root, dirs),
    git: git.context,
    changes,
    version: inputs.version ?? (git.describe || "0.0.0-dev"),
  };
  return { workspace, problems, notes: note === undefined ? [] : [note] };
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
    const real = await realpath(join(root, path)).catch(() => undefined);
    if (real === undefined)
      report({ input, item: path, message: "there is no such file. Write its path relative to the workspace." });
    else if (!inside(root, real))
      report({ input, item: path, message: "it is a link that leads outside the workspace. Copy the file in." });
  }
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

async function ownDockerfile(root: string, inputs: Inputs, report: Report): Promise<OwnDockerfile | undefined> {
  const { image, dockerfile: named } = inputs;
  if (image.length === 0 || named === "generated") return undefined;
  const path = named ?? "Dockerfile";
  const real = await realpath(join(root, path)).catch(() => undefined);
  if (real !== undefined && inside(root, real) && (await kindOf(real)) === "file")
    return { path, text: await readFile(real, "utf8") };
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

async function hashFiles(root: string, dirs: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [...new Set([...dirs, "."])].flatMap((dir) =>
    dependencyFiles.map((name) => join(root, dir, name)),
  )) {
    const content = await readFile(file).catch(() => undefined);
    if (content !== undefined) hash.update(relative(root, file)).update("\0").update(content).update("\0");
  }
  return hash.digest("hex");
}
