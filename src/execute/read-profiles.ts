import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { posix } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { openChecked } from "../engine/checked-file.ts";
import { ActionableError, OutputError } from "../errors.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Plan } from "../plan/plan.ts";
import { packageDirs } from "../plan/source-map.ts";
import { brokenProfile, type ProfileMerger, profileMerger } from "../reading/cover-profile.ts";
import { profileText } from "../reading/coverage.ts";
import { isMeasured, withoutFiles } from "../reading/covered-files.ts";

/** Bytes, of all profiles together: each test binary repeats what `-coverpkg` names. */
const mostBytes = 2 ** 30;

/** Characters. No file has a longer path. */
const longestLine = 8192;

/** What the tests cover. */
export interface Measured {
  /** Undefined when nothing was measured, or what was cannot be read. */
  readonly profile: string | undefined;
  readonly notes: readonly string[];
}

/** The profiles of all commands as one, without what `coverage-exclude` names. `files` are those that were planned. */
export async function readProfiles({ facts }: Plan, files: readonly string[], signal: AbortSignal): Promise<Measured> {
  const dirs = packageDirs(facts.project);
  const merger = profileMerger((file) => isMeasured(file, dirs, namesOthers(facts.inputs)));
  try {
    let left = mostBytes;
    for (const file of files) left -= await addFile(file, merger, left, signal);
  } catch (error) {
    if (!(error instanceof ActionableError)) throw error;
    signal.throwIfAborted();
    return { profile: undefined, notes: [`The coverage is not known. ${error.message} ${error.remedy}`] };
  }
  const merged = merger.profile();
  if (merged === undefined) return { profile: undefined, notes: [] };
  const excluded = withoutFiles(profileText(merged), facts.inputs.coverageExclude, dirs, posix.matchesGlob);
  return {
    profile: excluded.profile,
    notes: [
      ...(merger.strangers > 0 ? [strange(merger.strangers)] : []),
      ...excluded.idle.map((one) => `coverage-exclude: no measured file answers to ${JSON.stringify(one)}.`),
    ],
  };
}

/** Packages besides those under test are measured where the user asks for it. */
function namesOthers({ testArgs, env }: Inputs): boolean {
  const flags = [...testArgs, ...env.flatMap(({ name, value }) => (name === "GOFLAGS" ? (value ?? "-coverpkg") : []))];
  return flags.some((flag) => flag.includes("-coverpkg"));
}

function strange(count: number): string {
  return `The cover profile names files of packages that are not tested here: ${count} of its blocks are left out.`;
}

/** Gives its size. Go 1.8 writes none for packages without tests. */
async function addFile(path: string, merger: ProfileMerger, most: number, signal: AbortSignal): Promise<number> {
  if (!(await isThere(path))) return 0;
  const file = await openChecked(path);
  try {
    const decoder = new StringDecoder("utf8");
    let [size, rest] = [0, ""];
    for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 1 << 18 })) {
      signal.throwIfAborted();
      size += (piece as Buffer).length;
      if (size > most) throw tooLarge();
      const lines = (rest + decoder.write(piece as Buffer)).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > longestLine) throw brokenProfile("it has a line that is too long to be one of Go's");
      for (const line of lines) merger.add(line);
    }
    if (rest !== "") merger.add(rest);
    merger.endFile();
    return size;
  } finally {
    await file.close();
  }
}

function tooLarge(): OutputError {
  return new OutputError("The cover profiles have more than 1 GiB.", "Measure fewer packages with `-coverpkg`.");
}

const isThere = (path: string) =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
