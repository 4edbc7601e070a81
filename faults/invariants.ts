import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Lane } from "../__tests__/support/engines.ts";
import { secretForms } from "../src/host/secrets.ts";
import type { Played } from "./fault.ts";
import { attendants, canary, type Ended, type FaultyRun } from "./faulty-run.ts";
import { type Ground, owner, runGit } from "./ground.ts";

/** What has to hold after every run, whatever happened to it. Each gives what it found; empty when it holds. */
export interface Broken {
  readonly invariant:
    | "containers"
    | "processes"
    | "folders"
    | "owners"
    | "git"
    | "secrets"
    | "exit"
    | "partial"
    | "memory"
    | "services"
    | "hung";
  readonly found: string;
}

export interface Expected {
  /** Null: ended by a signal. */
  readonly exit: readonly (number | null)[];
  /** Words that the log has to hold. */
  readonly says?: readonly string[];
  /** How long what cleans up by itself may take after the end, in milliseconds. */
  readonly settle?: number;
  /** For faults that take the workspace's git or rights away. */
  readonly skip?: readonly Broken["invariant"][];
}

export async function brokenInvariants(
  lane: Pick<Lane, "docker">,
  run: FaultyRun,
  ended: Ended,
  expected: Expected,
): Promise<Pick<Played, "broken" | "settleMs" | "exit">> {
  const over = performance.now();
  const until = over + (expected.settle ?? 500);
  let left = await remains(lane, run.ground);
  while (left.length > 0 && performance.now() < until) {
    await pause(50);
    left = await remains(lane, run.ground);
  }
  const settleMs = performance.now() - over;
  const found = [...left, ...(await files(run.ground)), ...judged(ended, expected)];
  return {
    broken: found.filter(({ invariant }) => !(expected.skip ?? []).includes(invariant)),
    settleMs,
    exit: ended.exitCode,
  };
}

async function remains(lane: Pick<Lane, "docker">, ground: Ground): Promise<readonly Broken[]> {
  const ours = ["ps", "--all", "--quiet", "--filter", "label=go-docker-action.run"];
  // podman takes no comma in a filter: then any container of a run counts.
  const here = lane.docker(...ours, "--filter", `volume=${ground.workspace}`).catch(() => lane.docker(...ours));
  const containers = (await here).trim();
  const processes = await attendants(ground);
  const folders = await readdir(ground.temp);
  return [
    ...(containers === "" ? [] : [{ invariant: "containers" as const, found: containers }]),
    ...processes.map(({ words }) => ({ invariant: "processes" as const, found: words.slice(0, 200) })),
    ...folders.map((name) => ({ invariant: "folders" as const, found: name })),
  ];
}

async function files({ workspace, temp, aside }: Ground): Promise<readonly Broken[]> {
  const broken: Broken[] = [];
  for (const entry of ["", ...(await readdir(workspace, { recursive: true }))]) {
    const stat = await lstat(join(workspace, entry)).catch(() => undefined);
    // A file that is not in its place yet is nobody's product.
    if (entry.endsWith(".partial")) broken.push({ invariant: "partial", found: entry });
    else if (stat !== undefined && stat.uid !== owner)
      broken.push({ invariant: "owners", found: `${entry}: ${stat.uid}` });
  }
  const status = await runGit(workspace, "status", "--porcelain").catch(() => "");
  if (status !== "") broken.push({ invariant: "git", found: status.trim() });
  for (const folder of [workspace, temp, aside]) broken.push(...(await secretsIn(folder)));
  return broken;
}

async function secretsIn(folder: string): Promise<readonly Broken[]> {
  const forms = secretForms(canary);
  const broken: Broken[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = (await readFile(join(entry.parentPath, entry.name), "latin1").catch(() => ""))
      // The runner has to be told, and shows no such line.
      .replace(/^::add-mask::.*$/gm, "");
    if (forms.some((form) => text.includes(form))) broken.push({ invariant: "secrets", found: entry.name });
  }
  return broken;
}

function judged({ exitCode, log, peakMemory, hung }: Ended, { exit, says = [] }: Expected): readonly Broken[] {
  const missing = says.filter((words) => !log.toLowerCase().includes(words.toLowerCase()));
  return [
    ...(hung ? [{ invariant: "hung" as const, found: log.slice(-300) }] : []),
    ...(exit.includes(exitCode) ? [] : [{ invariant: "exit" as const, found: `${exitCode}: ${log.slice(-300)}` }]),
    ...missing.map((words) => ({ invariant: "exit" as const, found: `not said: ${words}: ${log.slice(-300)}` })),
    ...(peakMemory > 200 ? [{ invariant: "memory" as const, found: `${Math.round(peakMemory)} MiB` }] : []),
  ];
}
