import { parseProfile } from "./cover-profile.ts";
import { profileText } from "./coverage.ts";

/** Import path to directory relative to the repository, for every package of the project. */
export type PackageDirs = Readonly<Record<string, string>>;

/** Whether a path answers to a pattern: `path.posix.matchesGlob`. */
type Glob = (path: string, pattern: string) => boolean;

/** Where a file of a cover profile lies, relative to the repository; as it is when its package is not the project's. */
export function coveredPath(file: string, dirs: PackageDirs): string {
  const slash = file.lastIndexOf("/");
  const [name, base] = [file.slice(0, slash), file.slice(slash + 1)];
  const dir = Object.hasOwn(dirs, name) ? dirs[name] : name;
  return dir === "" || dir === "." ? base : `${dir}/${base}`;
}

/**
 * Whether a file of a cover profile counts: it lies in a package under test; or, where `others` are measured, in one that
 * has a path as import paths are.
 */
export function isMeasured(file: string, dirs: PackageDirs, others: boolean): boolean {
  const slash = file.lastIndexOf("/");
  const [name, base] = [file.slice(0, slash), file.slice(slash + 1)];
  if (slash < 1 || /^(\.{0,2}|.*[\\\p{Cc}].*)$/u.test(base)) return false;
  return Object.hasOwn(dirs, name) || (others && isImportPath(name));
}

const isImportPath = (name: string) =>
  /^[\p{L}\p{N}._~+!@-]+(\/[\p{L}\p{N}._~+!@-]+)*$/u.test(name) && !name.split("/").some((part) => /^\.+$/.test(part));

/** A profile that names the project's files by their paths, as Go's page of the coverage takes them, too: `./a/b.go`. */
export function byPath(profile: string, dirs: PackageDirs): string {
  const parsed = parseProfile([profile]);
  if (parsed === undefined) return profile;
  const known = (file: string) => Object.hasOwn(dirs, file.slice(0, file.lastIndexOf("/")));
  const named = (file: string) => (known(file) ? `./${coveredPath(file, dirs)}` : file);
  return profileText({ ...parsed, blocks: parsed.blocks.map((block) => ({ ...block, file: named(block.file) })) });
}

/** A profile without the files that are of no concern, and the patterns that no file answers to. */
export function withoutFiles(profile: string, patterns: readonly string[], dirs: PackageDirs, glob: Glob) {
  const parsed = parseProfile([profile]);
  if (parsed === undefined || patterns.length === 0) return { profile, idle: [] };
  const paths = [...new Set(parsed.blocks.map(({ file }) => file))].map(
    (file) => [file, coveredPath(file, dirs)] as const,
  );
  const gone = new Set(
    paths.filter(([, path]) => patterns.some((one) => excludes(one, path, glob))).map(([file]) => file),
  );
  return {
    profile: profileText({ mode: parsed.mode, blocks: parsed.blocks.filter(({ file }) => !gone.has(file)) }),
    idle: patterns.filter((one) => !paths.some(([, path]) => excludes(one, path, glob))),
  };
}

/** As in `.gitignore`: without a slash a name at any depth, else a path from the root, with all that lies below it. */
function excludes(pattern: string, path: string, glob: Glob): boolean {
  const rooted = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
  const matches = (...globs: readonly string[]) => globs.some((one) => glob(path, one));
  return rooted.includes("/") || pattern.startsWith("/")
    ? matches(rooted, `${rooted}/**`)
    : matches(`**/${rooted}`, `**/${rooted}/**`);
}
