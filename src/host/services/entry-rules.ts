/** An entry of an archive, as its header says. */
export interface ArchiveEntry {
  readonly name: string;
  readonly type: string | null | undefined;
  readonly size: number;
}

export interface ArchiveLimits {
  readonly bytes: number;
  readonly entries: number;
}

/**
 * Judges the entries of an archive that anybody may have made: plain files and folders below `root`, and not more than
 * the limits. Returns the path of each; throws an Error that says what is wrong with the first that breaks a rule.
 */
export function entryRules(root: string, limits: ArchiveLimits): (entry: ArchiveEntry) => string {
  let bytes = 0;
  let entries = 0;
  return ({ name, type, size }) => {
    bytes += size;
    entries += 1;
    const path = name.replace(/^(\.\/)+/, "").replace(/\/+$/, "");
    const wrong = mistake(path, type, root);
    if (wrong !== undefined) throw new Error(`${JSON.stringify(name.slice(0, 200))} in it ${wrong}`);
    if (bytes > limits.bytes || entries > limits.entries) throw new Error("it is larger than this machine can take");
    return path;
  };
}

function mistake(path: string, type: ArchiveEntry["type"], root: string): string | undefined {
  if (type !== "file" && type !== "directory") return `is a ${type ?? "nameless thing"}`;
  if (path.includes("\0") || path.split("/").some((part) => ["", ".", ".."].includes(part))) return "leads elsewhere";
  return path === root || path.startsWith(`${root}/`) ? undefined : `is outside of ${root}`;
}

/**
 * What is not even unpacked, by its path below the cache's root: all beside Go's modules that go, git or a user could
 * start or believe. Archives of modules go uses no more once it has extracted them.
 */
export function isLeftOut(path: string): boolean {
  const [, inside] = /^\d+\/pkg\/(.+)$/.exec(path) ?? [];
  if (inside === undefined) return false;
  return (
    !/^mod(\/|$)/.test(inside) ||
    /^mod\/golang\.org\/(toolchain|fips140)@/.test(inside) ||
    /^mod\/cache\/(?!download(\/|$))/.test(inside) ||
    /^mod\/cache\/download\/(sumdb(\/|$)|golang\.org\/toolchain\/|.*\/@v\/(list$|[^/]*\.(zip|lock|partial)$))/.test(
      inside,
    )
  );
}
