import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { OutputError } from "../errors.ts";
import { inside } from "../files/inside.ts";
import type { Workspace } from "./project.ts";

/** A path of the workspace, looked at again: the code under test may have put a link there since. */
export async function insidePath({ path }: Pick<Workspace, "path">, name: string): Promise<string> {
  const real = await realpath(join(path, name)).catch(() => "");
  if (inside(path, real)) return real;
  throw new OutputError(
    `${name} is not below the workspace any more.`,
    "Look for code that moves it while the tests run.",
  );
}
