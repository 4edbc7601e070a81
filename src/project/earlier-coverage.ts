import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseBoundedJson } from "../bounded-json.ts";
import { readBounded } from "../files/read-bounded.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Coverage, EarlierCoverage, PackageCoverage } from "../reading/coverage.ts";

const fileName = "coverage.json";
/** Bytes. */
const longest = 8 * 2 ** 20;

/** What is measured: the figures of two runs are comparable only where it is the same. */
function measure({ workingDirectory, packages, coverageExclude, buildTags, testArgs }: Inputs): string {
  return JSON.stringify([workingDirectory, packages, coverageExclude, buildTags, testArgs]);
}

/** Leaves in a cache what was measured, for the runs that find it. */
export async function keepCoverage(folder: string, coverage: Coverage, sha: string, inputs: Inputs): Promise<void> {
  const kept = { measure: measure(inputs), sha, packages: coverage.packages };
  await writeFile(join(folder, fileName), `${JSON.stringify(kept)}\n`);
}

/** Undefined when a cache tells nothing, or nothing comparable, or of the same commit. Anybody may have written it. */
export async function earlierCoverage(
  folder: string,
  sha: string,
  inputs: Inputs,
): Promise<EarlierCoverage | undefined> {
  try {
    const kept = parseBoundedJson((await readBounded(join(folder, fileName), { limit: longest })).toString("utf8"));
    return isKept(kept) && kept.measure === measure(inputs) && kept.sha !== sha
      ? { sha: kept.sha, packages: kept.packages }
      : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is EarlierCoverage & { readonly measure: string } {
  const { sha, packages } = { ...(value as Partial<EarlierCoverage> | null) };
  return (
    typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha) && Array.isArray(packages) && packages.every(isPackage)
  );
}

function isPackage(value: unknown): value is PackageCoverage {
  const { package: name, covered, statements } = { ...(value as Partial<PackageCoverage> | null) };
  return typeof name === "string" && isCount(covered) && isCount(statements) && covered <= statements;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
