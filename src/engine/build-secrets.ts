import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../errors.ts";
import type { ImageSecret } from "../inputs/image-build.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Workspace } from "../project/project.ts";
import { requiredFile } from "../project/required-file.ts";

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
  workspace: Workspace,
  scratch: string,
  body: (files: readonly { readonly id: string; readonly file: string }[]) => Promise<T>,
): Promise<T> {
  const folder = join(scratch, "image-secrets");
  await mkdir(folder, { mode: 0o700 });
  try {
    const files = secrets.map(({ id, from }, i) => ({ id, from, file: join(folder, String(i)) }));
    for (const { from, file } of files) {
      if ("env" in from) await writeFile(file, process.env[from.env] ?? "", { mode: 0o600 });
      else await writeFile(file, await requiredFile(workspace, from.file), { mode: 0o600 });
    }
    return await body(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
