import { posix } from "node:path";
import { usualLimit } from "../files/read-bounded.ts";
import { workspaceText } from "../files/workspace-file.ts";
import type { Workspace } from "./project.ts";

/**
 * Whether a checkout has left what opens a repository in git's configuration, where the code under test can read it: in
 * that of another repository in the workspace. Of the workspace's own it sees none.
 */
export async function holdsToken({ path, locks }: Pick<Workspace, "path" | "locks">): Promise<boolean> {
  const kept = locks.filter(({ kind }) => kind === "kept");
  const configs = await Promise.all(
    kept.map((lock) => workspaceText(path, posix.join(lock.path, "config"), { limit: usualLimit })),
  );
  return configs.some((config) => /^\s*extraheader\s*=\s*authorization:|:\/\/[^\s/@:]*:[^\s/@]+@/im.test(config));
}
