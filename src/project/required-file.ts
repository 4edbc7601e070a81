import { OutputError } from "../errors.ts";
import { UnreadableFileError, usualLimit } from "../files/read-bounded.ts";
import { readWorkspaceFile } from "../files/workspace-file.ts";
import { insidePath } from "./inside-path.ts";
import type { Workspace } from "./project.ts";

/** A file of the workspace that was there when the run began: the code under test may have put something else there since. */
export async function requiredFile(
  { path }: Pick<Workspace, "path">,
  name: string,
  limit = usualLimit,
): Promise<Buffer> {
  const reason = (error: unknown) => {
    if (error instanceof UnreadableFileError) return error.message;
    throw error;
  };
  await insidePath({ path }, name);
  const found = await readWorkspaceFile(path, name, { limit }).catch(reason);
  if (found !== undefined && typeof found !== "string") return found;
  throw new OutputError(
    `${name} cannot be read any more: ${found ?? "it is gone"}.`,
    "Look for code that replaces it while the tests run.",
  );
}
