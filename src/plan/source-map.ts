import type { Module, Project } from "../project/project.ts";
import type { PackageDirs } from "../reading/covered-files.ts";
import { isOddName } from "../reading/odd-names.ts";
import type { SourceMap } from "../reading/reading.ts";

/** How one module's output is led back to the repository. */
export function sourceMap({ dir, containerDir, packages }: Module): SourceMap {
  return {
    containerDir,
    repositoryDir: bare(dir),
    packageDirs: dirsOf(packages),
    oddNames: packages.flatMap(({ files }) => files).filter(isOddName),
  };
}

/** Of all modules together. */
export function packageDirs({ modules }: Pick<Project, "modules">): PackageDirs {
  return dirsOf(modules.flatMap(({ packages }) => packages));
}

function dirsOf(packages: Module["packages"]): PackageDirs {
  return Object.fromEntries(packages.map(({ importPath, dir }) => [importPath, bare(dir)]));
}

const bare = (path: string) => (path === "." ? "" : path);
