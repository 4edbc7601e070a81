import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Whether a checkout has left what opens the repository in git's configuration, where the code under test can read it. */
export async function holdsToken(workspace: string): Promise<boolean> {
  const config = await readFile(join(workspace, ".git/config"), "utf8").catch(() => "");
  return /^\s*extraheader\s*=\s*authorization:|:\/\/[^\s/@:]*:[^\s/@]+@/im.test(config);
}
