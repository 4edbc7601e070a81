import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "../host/host.ts";
import { rootFiles } from "../image/root-files.ts";
import { withOwnFolder } from "../leftovers/own-folder.ts";
import type { HostFolders } from "../project/container-spec.ts";
import type { Workspace } from "../project/project.ts";
import { plainFolders } from "./plain-folders.ts";

export interface Folders {
  /** Ours alone (0700); of what is in it, the container sees a few folders. */
  readonly scratch: string;
  /** In the scratch folder: the exit codes of the container's commands. */
  readonly status: string;
  /** In the scratch folder, for what is secret: the container does not see it. */
  readonly private: string;
  /**
   * Makes what the container needs, once the cache is restored. Without a folder to keep, Go's caches go with the
   * scratch folder.
   */
  prepare(cache: string | undefined): Promise<HostFolders>;
}

/** Gives the body a folder outside the source tree, so that no build sees a dirty tree. Whatever ends us, it goes. */
export function withScratch<T>(
  host: Pick<Host, "facts">,
  workspace: Workspace,
  body: (folders: Folders) => Promise<T>,
): Promise<T> {
  return withOwnFolder(host.facts.temp, async (scratch) => {
    await makeFolder(join(scratch, "private"), 0o700);
    return await body({
      scratch,
      status: join(scratch, "status"),
      private: join(scratch, "private"),
      prepare: (cache) => prepare(scratch, cache ?? join(scratch, "cache"), workspace),
    });
  });
}

async function prepare(scratch: string, cache: string, { uid, gid, mode }: Workspace): Promise<HostFolders> {
  // The host alone writes in these.
  for (const name of ["in", "reports"]) await makeFolder(join(scratch, name), 0o755);
  await writeShared(
    join(scratch, "passwd"),
    `${rootFiles("65532:65532").passwd}gda:x:${uid}:${gid}::/gda/home:/bin/sh\n`,
  );
  // To each user caches of their own: go fails at every file in them that it may not read.
  const ownCache = join(cache, String(uid));
  const inScratch = ["out", "out/cover", "status", "home", "vcs"].map((name) => join(scratch, name));
  const folders = [...inScratch, ownCache, join(ownCache, "build"), join(ownCache, "pkg")];
  for (const folder of folders) await makeFolder(folder, 0o755);
  await makeFolder(join(scratch, "tmp"), 0o1777);
  // Git refuses a repository of another user; the mount's owner may look like one.
  await writeShared(join(scratch, "home", ".gitconfig"), "[safe]\n\tdirectory = *\n");
  if (process.getuid?.() === 0)
    await Promise.all([...folders, join(scratch, "tmp")].map((folder) => chown(folder, uid, gid)));
  // Where the run's own folder for git comes to lie: what earlier versions kept there goes.
  if (mode === "module") await plainFolders(join(ownCache, "pkg"), ["mod", "cache", "vcs"], { uid, gid });
  return { scratch, cache: ownCache };
}

/** Modes are said as they are to be: under a narrow umask another user would not get in. */
export async function makeFolder(path: string, mode: number): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, mode);
}

export async function writeShared(path: string, content: string): Promise<void> {
  await writeFile(path, content);
  await chmod(path, 0o644);
}
