import { chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { readChecked, readCheckedBytes } from "../engine/checked-file.ts";
import type { BuiltBinary, Extras } from "../execute/outcome.ts";
import { copyTree } from "../files/copy-tree.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { ImagePlan, PlannedImageBuild } from "../plan/image.ts";
import type { Plan } from "../plan/plan.ts";
import { rootsFile } from "../project/container-spec.ts";
import { insidePath } from "../project/inside-path.ts";
import type { Workspace } from "../project/project.ts";
import { setTimes } from "./context-times.ts";
import type { ImageOrder } from "./image.ts";
import { addToOwnContext } from "./own-context.ts";

/**
 * Fills a folder with what one generated Dockerfile copies, and nothing else: the root files, the binaries of its
 * platforms by `<platform>/<name>`, the files beside them; the sources only where it compiles them.
 */
export async function makeContext(
  folder: string,
  build: PlannedImageBuild,
  image: ImagePlan,
  plan: Plan,
  { outcome: { binaries, extras }, scratch, signal }: Pick<ImageOrder, "outcome" | "scratch" | "signal">,
): Promise<void> {
  const { inputs, project } = plan.facts;
  const copied = binaries.filter(({ platform }) => build.platforms.includes(platform));
  if (image.own !== undefined) {
    await copySources(project, folder, inputs, signal);
    return addToOwnContext(folder, { path: image.own.path, text: build.dockerfile }, copied);
  }
  await makeRoot(join(folder, "root"), image, await certificateBundle(extras, scratch, inputs));
  // Of everybody's, as the image's user reads it.
  if (inputs.imageTzdata && extras.timeZones !== undefined)
    await writeFile(join(folder, "root/zoneinfo.zip"), await readCheckedBytes(extras.timeZones));
  for (const [i, { from }] of image.files.entries()) {
    await mkdir(join(folder, "files"), { recursive: true });
    const real = relative(project.path, await insidePath(project, from)) || ".";
    await copyTree(project.path, real, join(folder, "files", String(i)), { signal });
  }
  if (image.kind === "source") {
    await copySources(project, join(folder, "source"), inputs, signal);
  } else {
    await copyBinaries(copied, folder);
  }
  await writeFile(join(folder, "Dockerfile"), build.dockerfile);
  if (image.kind === "binary") await setTimes(folder);
}

async function copyBinaries(binaries: readonly BuiltBinary[], folder: string): Promise<void> {
  for (const { platform, name, file } of binaries) {
    await mkdir(join(folder, platform), { recursive: true });
    await cp(file, join(folder, platform, name));
  }
}

async function makeRoot(root: string, { rootFiles }: ImagePlan, bundle: string): Promise<void> {
  await mkdir(join(root, "etc/ssl/certs"), { recursive: true });
  await mkdir(join(root, "tmp"));
  await chmod(join(root, "tmp"), 0o1777);
  await writeFile(join(root, "etc/passwd"), rootFiles.passwd);
  await writeFile(join(root, "etc/group"), rootFiles.group);
  if (bundle !== "") await writeFile(join(root, "etc/ssl/certs/ca-certificates.crt"), bundle);
}

/** The roots of the container that ran the tests, and the user's own after them. */
async function certificateBundle(
  { certificates }: Extras,
  scratch: string,
  { caCertificates }: Inputs,
): Promise<string> {
  const base = certificates === undefined ? "" : await readChecked(certificates);
  const own = caCertificates === undefined ? "" : await readFile(join(scratch, rootsFile), "utf8");
  return base === "" || own === "" ? base + own : `${base.trimEnd()}\n${own}`;
}

/** Neither the repository comes along, nor what runs make. */
async function copySources(
  { path }: Workspace,
  folder: string,
  { output }: Inputs,
  signal: AbortSignal,
): Promise<void> {
  const products = output.slice(0, output.indexOf("/"));
  const left = new Set([".git", "reports", products]);
  await copyTree(path, ".", folder, { wanted: (file) => !left.has(file), signal });
}
