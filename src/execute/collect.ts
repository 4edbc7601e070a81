import { writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { hashFile } from "../engine/checked-file.ts";
import type { Container } from "../engine/engine.ts";
import { layout } from "../engine/layout.ts";
import { targetName, targetPlatform } from "../inputs/target.ts";
import type { PlannedBinary } from "../plan/binaries.ts";
import type { Plan } from "../plan/plan.ts";
import { packageDirs } from "../plan/source-map.ts";
import { byPath } from "../reading/covered-files.ts";
import type { BuiltBinary, Extras } from "./outcome.ts";

const deadline = 5 * 60_000;

/** What the last commands make, by its name in `/gda/out`. */
const names = { page: "coverage.html", certificates: "ca-certificates.crt", timeZones: "zoneinfo.zip" } as const;

/** Which of the last commands succeeded, and what the user should know of the others. */
export interface Last {
  readonly made: readonly (keyof Extras)[];
  readonly notes: readonly string[];
}

/**
 * The last commands in the container: Go draws the coverage page, and the certificates of the image come out of the very
 * container that ran the tests.
 */
export async function lastCommands(
  plan: Plan,
  container: Container,
  scratch: string,
  profile: string | undefined,
): Promise<Last> {
  const made: (keyof Extras)[] = [];
  const notes: string[] = [];
  const attempt = async (what: keyof Extras, trouble: Promise<string | undefined>) => {
    const note = await trouble;
    if (note === undefined) made.push(what);
    else notes.push(note);
  };
  if (profile !== undefined) await attempt("page", coverPage(plan, container, scratch, profile));
  if (plan.image !== undefined) await attempt("certificates", certificates(container, plan));
  if (plan.image !== undefined && plan.facts.inputs.imageTzdata) await attempt("timeZones", timeZones(container));
  return { made, notes };
}

/** Where it lies once it is out of the container. */
export function extrasIn(folder: string, { made }: Last): Extras {
  return Object.fromEntries(made.map((what) => [what, join(folder, names[what])]));
}

/** What the build left behind, out of the container. */
export function builtBinaries(plan: Plan, folder: string): Promise<readonly BuiltBinary[]> {
  return Promise.all(plan.binaries.map((binary) => builtBinary(binary, folder)));
}

async function coverPage(
  plan: Plan,
  container: Container,
  scratch: string,
  profile: string,
): Promise<string | undefined> {
  const { project } = plan.facts;
  const [module, ...others] = project.modules;
  // One module's go command does not find the packages of another: there, files are named by their paths.
  const own = others.length === 0 ? module : undefined;
  const readable = own === undefined ? byPath(profile, packageDirs(project)) : profile;
  await writeFile(join(scratch, "in", "coverage.out"), readable);
  await container.handIn();
  const page = `${layout.out}/${names.page}`;
  const command = ["go", "tool", "cover", `-html=${layout.in}/coverage.out`, "-o", page];
  const said = await quietly(container, command, own?.containerDir ?? project.containerPath);
  return said === undefined ? undefined : `Go could not draw coverage.html: ${said}`;
}

async function certificates(container: Container, plan: Plan): Promise<string | undefined> {
  const target = `${layout.out}/${names.certificates}`;
  const said = await quietly(container, ["cp", "-L", "/etc/ssl/certs/ca-certificates.crt", target], layout.out);
  return said === undefined
    ? undefined
    : `${plan.facts.project.goImage} has no certificate roots: programs in the image cannot make HTTPS requests without \`ca-certificates\`.`;
}

/** Go's own archive of time zones, which its time package reads. Without it the image is not made. */
async function timeZones(container: Container): Promise<string | undefined> {
  const script = 'cp -L "$(go env GOROOT)/lib/time/zoneinfo.zip" "$1"';
  const said = await quietly(container, ["sh", "-c", script, "sh", `${layout.out}/${names.timeZones}`], layout.out);
  return said === undefined ? undefined : `The Go image has no time zones for \`image-tzdata\`: ${said}`;
}

/** Undefined when the command ended well, else the last line that it said. */
async function quietly(container: Container, command: readonly string[], workdir: string): Promise<string | undefined> {
  let output = "";
  const end = await container.run(
    { command, workdir, env: {}, alone: false },
    (_, text) => {
      output = (output + text).slice(-2000);
    },
    deadline,
  );
  return end.exitCode === 0 ? undefined : (output.trim().split("\n").at(-1) ?? "");
}

async function builtBinary(binary: PlannedBinary, folder: string): Promise<BuiltBinary> {
  const file = posix.join(folder, binary.builtAt);
  const { size, sha256 } = await hashFile(file);
  const { name, path, target } = binary;
  return { target: targetName(target), platform: targetPlatform(target), name, file, path, size, sha256 };
}
