import { chmod, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inside } from "../files/inside.ts";
import { Git, type GitUser } from "./git.ts";
import { makeMirror } from "./mirror.ts";
import { findRepository, type Repository, repositoryAt } from "./repository.ts";

/** Which repository to ask about, and where its mirror comes to lie. */
interface Wanted {
  /** Absolute. */
  readonly workspace: string;
  /** Relative to the workspace: where to look besides, as a checkout may lie in a folder. */
  readonly dirs: readonly string[];
  /** The run's own folder, in which the mirror is made. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * The workspace's repository, to be asked by the host's git; undefined where there is none. Git sees the repository through
 * a mirror of ours, as its owner, and never its configuration.
 */
export async function openGit(wanted: Wanted): Promise<Git | undefined> {
  const workspace = await realpath(wanted.workspace);
  const { uid, gid } = await stat(workspace);
  const own = process.getuid?.() ?? uid;
  const repository = await repositoryOf(workspace, wanted.dirs, [uid, own, 0]);
  if (repository === undefined) return undefined;
  const user: GitUser | undefined = own === 0 && uid !== 0 ? { uid, gid } : undefined;
  // Its owner has to come through to the mirror. All that lies beside it is closed by itself.
  if (user !== undefined) await chmod(wanted.folder, 0o711);
  const mirror = join(wanted.folder, "git");
  const origin = await makeMirror(repository, mirror, user, wanted.signal);
  const git = new Git(mirror, repository, origin, workspace, user, wanted.signal);
  await git.leaveSubmodulesAlone();
  return git;
}

/** That of the workspace itself, else of one of its folders, else one that the workspace lies in. */
async function repositoryOf(
  workspace: string,
  dirs: readonly string[],
  owners: readonly number[],
): Promise<Repository | undefined> {
  const own = await repositoryAt(workspace, owners);
  if (own !== undefined) return own;
  for (const dir of dirs) {
    const start = await realpath(join(workspace, dir)).catch(() => undefined);
    if (start === undefined || !inside(workspace, start)) continue;
    for (let at = start; at !== workspace; at = dirname(at)) {
      const found = await repositoryAt(at, owners);
      if (found !== undefined) return found;
    }
  }
  return findRepository(dirname(workspace), owners);
}
