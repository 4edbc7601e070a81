import { readdir, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { hashFile, readChecked } from "../engine/checked-file.ts";
import type { Container } from "../engine/engine.ts";
import { layout } from "../engine/layout.ts";
import { targetName, targetPlatform } from "../inputs/target.ts";
import type { PlannedBinary } from "../plan/binaries.ts";
import type { Plan } from "../plan/plan.ts";
import { packageDirs } from "../plan/source-map.ts";
import { mergeProfiles } from "../reading/coverage.ts";
import { byPath, withoutFiles } from "../reading/covered-files.ts";
import type { BuiltBinary } from "./outcome.ts";

const deadline = 5 * 60_000;

/**
 * The last commands in the container: Go draws the coverage page, and the certificates of the image come out of the very
 * container that ran the tests. Returns what the user should know when one of them fails.
 */
export async function lastCommands(plan: Plan, container: Container, scratch: string, profile: string | undefined) {
  const notes: string[] = [];
  if (profile !== undefined) notes.push(...(await coverPage(plan, container, scratch, profile)));
  if (plan.image !== undefined) notes.push(...(await certificates(container, plan)));
  if (plan.image !== undefined && plan.facts.inputs.imageTzdata) notes.push(...(await timeZones(container)));
  return notes;
}

/** What the build left behind, looked at once nothing in the container can change it any more. */
export function builtBinaries(plan: Plan, scratch: string): Promise<readonly BuiltBinary[]> {
  return Promise.all(plan.binaries.map((binary) => builtBinary(binary, scratch)));
}

interface Measured {
  /** Undefined when nothing was measured. */
  readonly profile: string | undefined;
  readonly notes: readonly string[];
}

/** The profiles of all commands as one, without what `coverage-exclude` names. */
export async function coverProfile({ facts }: Plan, scratch: string): Promise<Measured> {
  const folder = join(scratch, "out", "cover");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".out")).sort();
  const texts = await Promise.all(names.map((name) => readChecked(join(folder, name))));
  const profiles = texts.filter((text) => text.startsWith("mode:"));
  if (profiles.length === 0) return { profile: undefined, notes: [] };
  const { profile, idle } = withoutFiles(
    mergeProfiles(profiles),
    facts.inputs.coverageExclude,
    packageDirs(facts.project),
    posix.matchesGlob,
  );
  return { profile, notes: idle.map((one) => `coverage-exclude: no measured file answers to ${JSON.stringify(one)}.`) };
}

async function coverPage(
  plan: Plan,
  container: Container,
  scratch: string,
  profile: string,
): Promise<readonly string[]> {
  const { project } = plan.facts;
  const [module, ...others] = project.modules;
  // One module's go command does not find the packages of another: there, files are named by their paths.
  const own = others.length === 0 ? module : undefined;
  const readable = own === undefined ? byPath(profile, packageDirs(project)) : profile;
  await writeFile(join(scratch, "in", "coverage.out"), readable);
  await container.handIn();
  const page = `${layout.out}/coverage.html`;
  const command = ["go", "tool", "cover", `-html=${layout.in}/coverage.out`, "-o", page];
  const said = await quietly(container, command, own?.containerDir ?? project.containerPath);
  return said === undefined ? [] : [`Go could not draw coverage.html: ${said}`];
}

async function certificates(container: Container, plan: Plan): Promise<readonly string[]> {
  const target = `${layout.out}/ca-certificates.crt`;
  const said = await quietly(container, ["cp", "-L", "/etc/ssl/certs/ca-certificates.crt", target], layout.out);
  return said === undefined
    ? []
    : [
        `${plan.facts.project.goImage} has no certificate roots: programs in the image cannot make HTTPS requests without \`ca-certificates\`.`,
      ];
}

/** Go's own archive of time zones, which its time package reads. Without it the image is not made. */
async function timeZones(container: Container): Promise<readonly string[]> {
  const script = 'cp -L "$(go env GOROOT)/lib/time/zoneinfo.zip" "$1"';
  const said = await quietly(container, ["sh", "-c", script, "sh", `${layout.out}/zoneinfo.zip`], layout.out);
  return said === undefined ? [] : [`The Go image has no time zones for \`image-tzdata\`: ${said}`];
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

async function builtBinary(binary: PlannedBinary, scratch: string): Promise<BuiltBinary> {
  const file = join(scratch, "out", binary.builtAt);
  const { size, sha256 } = await hashFile(file);
  const { name, path, target } = binary;
  return { target: targetName(target), platform: targetPlatform(target), name, file, path, size, sha256 };
}
