import { lstat } from "node:fs/promises";

/** Whether there is something under a path, a link that leads nowhere among it. */
export function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
