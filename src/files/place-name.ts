/** Characters that some file systems pass over in a name, as git has them. */
const ignored = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * Why a path below the workspace is no place for a file of ours; undefined where it is one. Part for part, whoever wrote
 * the path: `.git` is git's, also where a file system takes another spelling for it.
 */
export function whyNoPlace(path: string): string | undefined {
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..") return "it leads elsewhere";
    if (part.includes("\0")) return "it has a NUL in it";
    const plain = part.replace(ignored, "").toLowerCase();
    if (plain === ".git" || /^git~\d+$/.test(plain)) return "`.git` is not touched";
  }
  return undefined;
}
