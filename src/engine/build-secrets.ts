import { copyFile, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OutputError, type Problem } from "../errors.ts";
import type { ImageSecret } from "../inputs/image-build.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { inside } from "../project/module-dirs.ts";
import type { Workspace } from "../project/project.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The variables that `image-secrets` names and nobody has set. */
export function missingSecrets(
  { imageSecrets }: Pick<Inputs, "imageSecrets">,
  env: Env = process.env,
): readonly Problem[] {
  return imageSecrets.flatMap(({ from }) =>
    "env" in from && !env[from.env]
      ? [{ input: "image-secrets", item: from.env, message: "no such variable is set. Set it in the step's `env`." }]
      : [],
  );
}

/** What is to be hidden in the log. */
export function secretValues(
  { imageSecrets }: Pick<Inputs, "imageSecrets">,
  env: Env = process.env,
): readonly string[] {
  return imageSecrets.flatMap(({ from }) => ("env" in from ? (env[from.env] ?? []) : []));
}

/** Gives the body the secrets as files, ours alone, which go with it. */
export async function withSecrets<T>(
  secrets: readonly ImageSecret[],
  { path }: Workspace,
  scratch: string,
  body: (files: readonly { readonly id: string; readonly file: string }[]) => Promise<T>,
): Promise<T> {
  const folder = join(scratch, "image-secrets");
  await mkdir(folder, { mode: 0o700 });
  try {
    const files = secrets.map(({ id }, i) => ({ id, file: join(folder, String(i)) }));
    for (const [i, { from }] of secrets.entries()) {
      const file = join(folder, String(i));
      if ("env" in from) await writeFile(file, process.env[from.env] ?? "", { mode: 0o600 });
      else await copyFile(await below(path, from.file), file);
    }
    return await body(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The code under test may have put a link there since the run began. */
async function below(path: string, name: string): Promise<string> {
  const real = await realpath(join(path, name)).catch(() => "");
  if (inside(path, real)) return real;
  throw new OutputError(
    `${name} is not below the workspace any more.`,
    "Look for code that moves it while the tests run.",
  );
}
