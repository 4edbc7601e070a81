import { posix } from "node:path";
import { usualLimit } from "../files/read-bounded.ts";
import { workspaceText } from "../files/workspace-file.ts";
import type { Workspace } from "./project.ts";

/**
 * Where a checkout has left what opens a repository: configurations of git's, relative to the workspace. The code under test
 * can read those of `kept` repositories; that of a mirrored one only where the container has copies of the files.
 */
export async function persistedTokens(
  { path, locks }: Pick<Workspace, "path" | "locks">,
  kind: "kept" | "mirror",
): Promise<readonly string[]> {
  const seen = locks.filter((lock) => lock.kind === kind);
  const configs = seen.map((lock) => posix.join(lock.path, "config"));
  const texts = await Promise.all(configs.map((config) => workspaceText(path, config, { limit: usualLimit })));
  return configs.filter((_, i) => token.test(texts[i] ?? ""));
}

const token = /^\s*extraheader\s*=\s*authorization:|:\/\/[^\s/@:]*:[^\s/@]+@/im;
