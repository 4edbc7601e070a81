import type { SourceMap } from "./reading.ts";

/** A file that Go named, relative to the repository; undefined when it lies outside: in $GOROOT or the module cache. */
export function repositoryPath(path: string, source: SourceMap): string | undefined {
  const inPackage = packageFile(path, source);
  if (inPackage !== undefined) return inPackage;
  const { containerDir, repositoryDir } = source;
  const absolute = resolve(path.startsWith("/") ? path : `${containerDir}/${path}`);
  if (absolute.startsWith(`${containerDir}/`)) return join(repositoryDir, absolute.slice(containerDir.length + 1));
  const suffix = repositoryDir === "" ? "" : `/${repositoryDir}`;
  const root = containerDir.slice(0, containerDir.length - suffix.length);
  const known = containerDir.endsWith(suffix) && absolute.startsWith(`${root}/`);
  return known ? absolute.slice(root.length + 1) : undefined;
}

/** A file of a package, by its base name; undefined for a package that is not the module's. */
export function pathInPackage(importPath: string, base: string, source: SourceMap): string | undefined {
  const { packageDirs } = source;
  return Object.hasOwn(packageDirs, importPath) ? join(packageDirs[importPath] ?? "", base) : undefined;
}

// `-trimpath` names files by import path. Go 1.8 compiles covered packages in copies under its work directory.
const byImportPath = /^(?:\/[^:]*\/go-build\d+\/)?(.+?)(?:\/_test)?(?:\/_obj(?:_test)?)?\/([^/]+)$/;

function packageFile(path: string, source: SourceMap): string | undefined {
  const [, importPath, base] = byImportPath.exec(path) ?? [];
  return importPath === undefined || base === undefined ? undefined : pathInPackage(importPath, base, source);
}

function join(dir: string, file: string): string {
  return dir === "" || dir === "." ? file : `${dir}/${file}`;
}

function resolve(absolute: string): string {
  const parts: string[] = [];
  for (const part of absolute.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
