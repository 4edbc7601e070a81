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

/** What is to be hidden wherever others read: the values, as far as they are there already. */
export async function secretValues(
  { imageSecrets }: Pick<Inputs, "imageSecrets">,
  workspace: Pick<Workspace, "path">,
  env: Env = process.env,
): Promise<readonly string[]> {
  const values = imageSecrets.map(({ from }) =>
    "env" in from ? env[from.env] : readSecretFile(workspace, from.file).then(String, () => undefined),
  );
  return (await Promise.all(values)).filter((value) => value !== undefined && value !== "") as readonly string[];
}

/** As much as a builder takes as one secret. */
const largest = 500 * 1024;

/** A plain file of the workspace, and no more of it than a secret can be. */
function readSecretFile(workspace: Pick<Workspace, "path">, name: string): Promise<Buffer> {
  return requiredFile(workspace, name, largest);
}

/** Gives the body the secrets as files, ours alone, which go with it. `hide` is told what they hold before. */
export async function withSecrets<T>(
  secrets: readonly ImageSecret[],
  workspace: Workspace,
  scratch: string,
  body: (files: readonly { readonly id: string; readonly file: string }[]) => Promise<T>,
  hide: (value: string) => void = () => {},
): Promise<T> {
  const folder = join(scratch, "image-secrets");
  await mkdir(folder, { mode: 0o700 });
  try {
    const files = secrets.map(({ id, from }, i) => ({ id, from, file: join(folder, String(i)) }));
    for (const { from, file } of files) {
      const value = "env" in from ? (process.env[from.env] ?? "") : await readSecretFile(workspace, from.file);
      hide(String(value));
      await writeFile(file, value, { mode: 0o600 });
    }
    return await body(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
