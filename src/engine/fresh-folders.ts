import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Whose the folders are: their numbers, or undefined where that is who we are. */
type Owner = { readonly uid: number; readonly gid: number } | undefined;

/** Git refuses a repository of another user; the mount's owner may look like one. */
export const gitConfig = "[safe]\n\tdirectory = *\n";

/** Fills empty folders with what commands in the container find there in the beginning: `/gda/out`, and the home folder. */
export async function fillFresh(out: string, home: string, owner: Owner): Promise<void> {
  const [cover, config] = [join(out, "cover"), join(home, ".gitconfig")];
  await mkdir(cover);
  await chmod(cover, 0o755);
  await writeFile(config, gitConfig, { flag: "wx" });
  await chmod(config, 0o644);
  if (owner !== undefined) for (const path of [cover, config]) await chown(path, owner.uid, owner.gid);
}
