import type { Container } from "../engine/engine.ts";
import { layout } from "../engine/layout.ts";
import { EnvironmentError } from "../errors.ts";
import { fullDisk, readDiskSpace } from "../reading/disk-space.ts";
import type { Finding } from "../reading/reading.ts";
import { diskTrouble } from "../reading/trouble.ts";
import { humanSize, plural } from "../report/human.ts";

/** Where the run writes, by the names that the user has for them. */
const folders = {
  "Go's cache": layout.buildCache,
  "the temporary folder": layout.out,
} as const;

/** Below this, a test that speaks of a full disk is believed. */
const scarce = 1 << 30;

/**
 * Whether a disk is full. Go's own words for it are believed; where go could not even say so, and where tests speak of
 * it, the disks are asked.
 */
export async function diskTroubleOf(
  findings: readonly Finding[],
  container: Container,
): Promise<EnvironmentError | undefined> {
  const disks = readDiskSpace(Object.keys(folders), await df(container, "-Pk"), await df(container, "-Pi"));
  const believed = disks.some(({ bytes }) => bytes < scarce)
    ? findings
    : findings.filter(({ kind }) => kind !== "test" && kind !== "panic");
  const said = believed.map(({ message }) => diskTrouble(message)).find((trouble) => trouble !== undefined);
  const full = fullDisk(disks);
  if (said !== undefined || full === undefined) return said;
  const room = full.short === "bytes" ? humanSize(full.bytes) : plural(full.files ?? 0, "file");
  return new EnvironmentError(
    `A disk is full: that of ${full.folder} has room for ${room}, and what failed may have failed for that.`,
    "Make room there, and run again.",
  );
}

async function df(container: Container, unit: string): Promise<string> {
  const output: string[] = [];
  const command = ["df", unit, ...Object.values(folders)];
  await container.run({ command, workdir: "/", env: {}, alone: true }, (_, text) => void output.push(text), 30_000);
  return output.join("");
}
