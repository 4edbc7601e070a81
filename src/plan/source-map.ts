import type { Module } from "../project/project.ts";
import type { SourceMap } from "../reading/reading.ts";

/** How one module's output is led back to the repository. */
export function sourceMap({ dir, containerDir, packages }: Module): SourceMap {
  const bare = (path: string) => (path === "." ? "" : path);
  return {
    containerDir,
    repositoryDir: bare(dir),
    packageDirs: Object.fromEntries(packages.map((p) => [p.importPath, bare(p.dir)])),
  };
}
