import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fillFresh } from "../engine/fresh-folders.ts";
import { plainFolders } from "../files/plain-folders.ts";
import type { Host } from "../host/host.ts";
import { rootFiles } from "../image/root-files.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { withOwnFolder } from "../leftovers/own-folder.ts";
import { type HostFolders, rootsFile } from "../project/container-spec.ts";
import type { Workspace } from "../project/project.ts";
import { requiredFile } from "../project/required-file.ts";

export interface Folders {
  /** The run's own folder: what is in it is closed by itself. */
  readonly own: string;
  /** In it, ours alone (0700); of what is in that, the container sees a few folders. */
  readonly scratch: string;
  /** In the scratch folder: the exit codes of the container's commands. */
  readonly status: string;
  /** For what is secret (0700): the container does not see it. */
  readonly private: string;
  /**
   * Makes what the container needs, once the cache is restored. Without a folder to keep, Go's caches go with the
   * scratch folder.
   */
  prepare(cache: string | undefined, workspace: Workspace, inputs: Inputs): Promise<HostFolders>;
}

/** Gives the body a folder outside the source tree, so that no build sees a dirty tree. Whatever ends us, it goes. */
export function withScratch<T>(host: Pick<Host, "facts">, body: (folders: Folders) => Promise<T>): Promise<T> {
  return withOwnFolder(host.facts.temp, async (own) => {
    const [scratch, secret] = [join(own, "run"), join(own, "private")];
    for (const folder of [scratch, secret]) await makeFolder(folder, 0o700);
    return await body({
      own,
      scratch,
      status: join(scratch, "status"),
      private: secret,
      prepare: async (cache, workspace, { caCertificates }) => {
        if (caCertificates !== undefined)
          await writeShared(join(scratch, rootsFile), await requiredFile(workspace, caCertificates));
        return await prepare(scratch, cache ?? join(scratch, "cache"), workspace);
      },
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
  const folders = ["out", "status", "home", "vcs"].map((name) => join(scratch, name));
  for (const folder of folders) await makeFolder(folder, 0o755);
  await makeFolder(join(scratch, "tmp"), 0o1777);
  const root = process.getuid?.() === 0;
  await fillFresh(join(scratch, "out"), join(scratch, "home"), root ? { uid, gid } : undefined);
  if (root) await Promise.all([...folders, join(scratch, "tmp")].map((folder) => chown(folder, uid, gid)));
  const owner = { uid, gid };
  await mkdir(cache, { recursive: true });
  // It may be kept where code under test can write.
  for (const name of ["build", "pkg"]) await plainFolders(cache, [String(uid), name], { owner });
  // Where the run's own folder for git comes to lie: what earlier versions kept there goes.
  if (mode === "module") await plainFolders(cache, [String(uid), "pkg", "mod", "cache", "vcs"], { owner, empty: true });
  return { scratch, cache: ownCache };
}

/** Modes are said as they are to be: under a narrow umask another user would not get in. */
export async function makeFolder(path: string, mode: number): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, mode);
}

export async function writeShared(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content);
  await chmod(path, 0o644);
}
