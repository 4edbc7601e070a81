import { readdir, realpath, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Problem } from "../errors.ts";
import { inside } from "../files/inside.ts";
import { usualLimit } from "../files/read-bounded.ts";
import { workspaceText } from "../files/workspace-file.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { usedDirs } from "./go-work.ts";

export type Report = (problem: Problem) => void;

/**
 * The working directories that hold a module, or Go files for GOPATH mode; the others are reported. One with a `go.work`
 * stands for the modules that this uses.
 */
export async function usableDirs(root: string, inputs: Inputs, report: Report): Promise<readonly string[]> {
  const checked = await Promise.all(
    inputs.workingDirectory.map(async (dir) => {
      const used = ignoresWorkspaces(inputs) ? undefined : await workspaceModules(root, dir);
      if (used !== undefined && used.length > mostModules) report(tooManyModules(dir, used.length));
      const dirs = used?.slice(0, mostModules) ?? [{ dir, item: dir }];
      const judged = await Promise.all(dirs.map((one) => judge(root, one, inputs.importPath !== undefined, report)));
      return judged.flat();
    }),
  );
  return [...new Set(checked.flat())];
}

/** No real workspace has more; each is looked at. */
const mostModules = 1000;

function tooManyModules(dir: string, count: number): Problem {
  const message = `its go.work uses ${count} modules, more than ${mostModules}. Name those that are to be checked.`;
  return { input: "working-directory", item: dir, message };
}

interface Named {
  /** Relative to the workspace. */
  readonly dir: string;
  /** As messages name it. */
  readonly item: string;
}

async function judge(root: string, { dir, item }: Named, gopath: boolean, report: Report): Promise<readonly string[]> {
  const message = /^\.\.(\/|$)/.test(dir)
    ? "it lies outside the workspace. Check out what holds all modules, and name the go.work's directory."
    : await whyUnusable(root, dir, gopath);
  if (message !== undefined) report({ input: "working-directory", item, message });
  return message === undefined ? [dir] : [];
}

function ignoresWorkspaces({ env }: Inputs): boolean {
  return env.some(({ name, value }) => name === "GOWORK" && value === "off");
}

/** Undefined where no `go.work` lies in the directory itself. */
async function workspaceModules(root: string, dir: string): Promise<readonly Named[] | undefined> {
  const file = posix.join(dir, "go.work");
  const real = await realpath(join(root, file)).catch(() => undefined);
  if (real === undefined || !inside(root, real)) return undefined;
  const used = usedDirs(await workspaceText(root, file, { limit: usualLimit }));
  return used.map((one) => ({
    dir: posix.isAbsolute(one) ? posix.join("..", one) : posix.join(dir, one),
    item: `${file}: use ${one}`,
  }));
}

async function whyUnusable(root: string, dir: string, gopath: boolean): Promise<string | undefined> {
  const kind = await kindOf(join(root, dir));
  if (kind === "missing") return `there is no such directory. ${await beside(root, dir)}`;
  if (kind !== "directory") return "it is not a directory. Name the directory that holds the go.mod.";
  if (!inside(root, await realpath(join(root, dir))))
    return "it is a link that leads outside the workspace. Name a directory below it.";
  if (gopath || (await hasModule(root, dir))) return undefined;
  const modules = await nearbyModules(root, dir);
  if (modules.length > 0) return `there is no go.mod in it. Nearest: ${modules.slice(0, 5).join(", ")}.`;
  return (await holdsGo(join(root, dir), 3))
    ? undefined
    : "there is neither a go.mod nor a Go file in it. Name the directory of the module.";
}

async function beside(root: string, dir: string): Promise<string> {
  const names = await readdir(join(root, posix.dirname(dir)), { withFileTypes: true }).catch(() => []);
  const dirs = names.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  return dirs.length === 0 ? "Check the checkout step." : `Beside it: ${dirs.slice(0, 8).join(", ")}.`;
}

/** A go.mod in the directory or above it, up to the workspace's root: the go command looks there too. */
export async function hasModule(root: string, dir: string): Promise<boolean> {
  for (let at = dir; ; at = posix.dirname(at)) {
    if ((await kindOf(join(root, at, "go.mod"))) === "file") return true;
    if (at === ".") return false;
  }
}

async function nearbyModules(root: string, dir: string, depth = 3): Promise<readonly string[]> {
  if (depth === 0) return [];
  const entries = await readdir(join(root, dir), { withFileTypes: true }).catch(() => []);
  const here = entries.some((entry) => entry.isFile() && entry.name === "go.mod") ? [dir] : [];
  const below = entries.filter(
    (entry) => entry.isDirectory() && !/^[._]|^(vendor|testdata|node_modules)$/.test(entry.name),
  );
  const nested = await Promise.all(below.map(({ name }) => nearbyModules(root, posix.join(dir, name), depth - 1)));
  return [...here, ...nested.flat()];
}

async function holdsGo(path: string, depth: number): Promise<boolean> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isFile() && entry.name.endsWith(".go"))) return true;
  if (depth === 0) return false;
  const below = entries.filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name));
  return (await Promise.all(below.map(({ name }) => holdsGo(join(path, name), depth - 1)))).includes(true);
}

/** What lies at a path. Links are followed. */
export async function kindOf(path: string): Promise<"file" | "directory" | "other" | "missing"> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return "missing";
  return found.isDirectory() ? "directory" : found.isFile() ? "file" : "other";
}
