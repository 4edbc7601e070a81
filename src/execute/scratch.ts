import { chmod, chown, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "../host/host.ts";
import { rootFiles } from "../image/root-files.ts";
import type { HostFolders } from "../project/container-spec.ts";
import type { Workspace } from "../project/project.ts";

export interface Folders {
  readonly scratch: string;
  /** In the scratch folder: the exit codes of the container's commands. */
  readonly status: string;
  /**
   * Makes what the container needs, once the cache is restored; all belongs to the user it runs as. Without a folder to
   * keep, Go's caches go with the scratch folder.
   */
  prepare(cache: string | undefined): Promise<HostFolders>;
}

/** Gives the body a folder outside the source tree, so that no build sees a dirty tree, and removes it afterwards. */
export async function withScratch<T>(
  host: Pick<Host, "facts">,
  workspace: Workspace,
  body: (folders: Folders) => Promise<T>,
): Promise<T> {
  const scratch = await mkdtemp(join(await realpath(host.facts.temp), "gda-"));
  try {
    return await body({
      scratch,
      status: join(scratch, "status"),
      prepare: (cache) => prepare(scratch, cache ?? join(scratch, "cache"), workspace),
    });
  } finally {
    await removeAll(scratch);
  }
}

async function prepare(scratch: string, cache: string, { uid, gid }: Workspace): Promise<HostFolders> {
  const inScratch = ["in", "out", "out/cover", "reports", "status", "home"].map((name) => join(scratch, name));
  // To each user caches of their own: go fails at every file in them that it may not read.
  const ownCache = join(cache, String(uid));
  const folders = [...inScratch, ownCache, join(ownCache, "build"), join(ownCache, "pkg")];
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await writeFile(
    join(scratch, "passwd"),
    `${rootFiles("65532:65532").passwd}gda:x:${uid}:${gid}::/gda/home:/bin/sh\n`,
  );
  // Git refuses a repository of another user; the mount's owner may look like one.
  await writeFile(join(scratch, "home", ".gitconfig"), "[safe]\n\tdirectory = *\n");
  if (process.getuid?.() === 0) await Promise.all([scratch, ...folders].map((folder) => chown(folder, uid, gid)));
  return { scratch, cache: ownCache };
}

/** Go before 1.14 write-protects its modules, and so may the code under test what it leaves behind. */
async function removeAll(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o700).catch(() => undefined);
    }
    await rm(folder, { recursive: true, force: true });
  }
}
