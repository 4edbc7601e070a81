import { readdir } from "node:fs/promises";
import { join } from "node:path";
import tls from "node:tls";
import { readFollowed, usualLimit } from "../files/read-bounded.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Workspace } from "../project/project.ts";
import { requiredFile } from "../project/required-file.ts";

/** Where docker is told of a registry's own roots. */
const engines = "/etc/docker/certs.d";

/** Lets this process trust the roots of `ca-certificates`, and those that the engine has for the image's registries. */
export async function trustRoots(
  { image, caCertificates }: Pick<Inputs, "image" | "caCertificates">,
  workspace: Pick<Workspace, "path">,
  folder = engines,
): Promise<void> {
  const given = caCertificates === undefined ? [] : [(await requiredFile(workspace, caCertificates)).toString("utf8")];
  const registries = [...new Set(image.map(({ registry }) => registry))];
  const known = await Promise.all(registries.map((registry) => rootsIn(join(folder, registry))));
  const roots = [...given, ...known.flat()];
  if (roots.length > 0) tls.setDefaultCACertificates([...tls.getCACertificates("default"), ...roots]);
}

async function rootsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".crt")).map((name) => join(folder, name));
  return Promise.all(files.map(async (file) => (await readFollowed(file, { limit: usualLimit })).toString("utf8")));
}
