import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { readChecked } from "../engine/checked-file.ts";
import type { Engine } from "../engine/engine.ts";
import type { Outcome } from "../execute/outcome.ts";
import type { ArtifactFiles, Host } from "../host/host.ts";
import type { Plan } from "../plan/plan.ts";
import { checksumsText } from "../report/checksums.ts";
import { coberturaXml } from "../report/cobertura.ts";
import { junitXml } from "../report/junit.ts";
import type { Published, PublishedArtifact, PublishedImage, Report } from "../report/report.ts";
import { summaryMarkdown } from "../report/summary.ts";
import { publishImage } from "./image.ts";
import { Placer } from "./place.ts";

export interface Publication {
  /** With the files that are now in place. */
  readonly report: Report;
  readonly published: Published;
  /** What went wrong outside the checks; everything that could be delivered was. */
  readonly failure: unknown;
}

/**
 * Hands over what the run made. Binaries and image only after a pass; coverage and reports always, also when the image
 * could not be published.
 */
export async function publish(
  plan: Plan,
  outcome: Outcome,
  judged: Report,
  engine: Engine,
  host: Host,
  scratch: string,
  signal: AbortSignal,
  elapsed: () => number,
): Promise<Publication> {
  const placer = new Placer(plan.facts.project);
  const checksums = await placeBinaries(plan, outcome, judged, placer);
  const { image, failure: imageFailure } = await attemptImage(plan, outcome, judged, engine, host, scratch);
  signal.throwIfAborted();
  const report = {
    ...judged,
    checksums,
    ...(imageFailure === undefined ? {} : withFailure(judged, imageFailure)),
    seconds: elapsed(),
  };
  const reports = await placeReports(plan, outcome, report, image, placer, scratch);
  const { artifacts, failure } = await uploadAll(wantedArtifacts(plan, report, reports, host), host);
  return { report, published: { image, artifacts }, failure: imageFailure ?? failure };
}

async function attemptImage(
  plan: Plan,
  outcome: Outcome,
  { verdict }: Report,
  engine: Engine,
  host: Host,
  scratch: string,
) {
  const wanted = plan.image;
  if (wanted === undefined || verdict === "failed") return {};
  try {
    return {
      image: await host.log.group("image", () => publishImage(plan, wanted, outcome, engine, host.log, scratch)),
    };
  } catch (failure) {
    return { failure };
  }
}

/** The checks passed, but what the run was for did not come about. */
function withFailure({ notes }: Report, failure: unknown): Pick<Report, "verdict" | "failureClass" | "notes"> {
  const message = failure instanceof Error ? failure.message : String(failure);
  return { verdict: "failed", failureClass: "infrastructure", notes: [message, ...notes] };
}

async function uploadAll(wanted: readonly ArtifactFiles[], host: Host) {
  const artifacts: PublishedArtifact[] = [];
  let failure: unknown;
  for (const files of wanted) {
    try {
      artifacts.push(await host.upload(files));
    } catch (error) {
      failure ??= error;
    }
  }
  return { artifacts, failure };
}

/** Returns the path of the checksums, empty when there are none. */
async function placeBinaries(plan: Plan, { binaries }: Outcome, report: Report, placer: Placer): Promise<string> {
  if (report.verdict === "failed") return "";
  for (const { file, path } of binaries) await placer.take(file, path, 0o755);
  const [first] = binaries;
  if (!plan.facts.inputs.checksums || first === undefined) return "";
  const folder = commonFolder(binaries.map((binary) => binary.path));
  await placer.write(`${folder}/checksums.txt`, checksumsText(report.binaries, folder));
  return `${folder}/checksums.txt`;
}

function commonFolder(paths: readonly string[]): string {
  const [first = "", ...others] = paths.map(posix.dirname);
  let folder = first;
  while (folder !== "." && !others.every((other) => `${other}/`.startsWith(`${folder}/`)))
    folder = posix.dirname(folder);
  return folder;
}

async function placeReports(
  { facts }: Plan,
  { profile }: Outcome,
  report: Report,
  image: PublishedImage | undefined,
  placer: Placer,
  scratch: string,
): Promise<readonly string[]> {
  const placed: string[] = [];
  const write = async (name: string, content: string) => {
    await placer.write(`reports/${name}`, content);
    placed.push(`reports/${name}`);
  };
  const packages = facts.project.modules.flatMap((module) => module.packages);
  const dirs = Object.fromEntries(packages.map(({ importPath, dir }) => [importPath, dir === "." ? "" : dir]));
  if (profile !== undefined) {
    await write("coverage.out", profile);
    await write("cobertura.xml", coberturaXml(profile, dirs));
    const page = await readChecked(join(scratch, "out", "coverage.html")).catch(() => undefined);
    if (page !== undefined) await write("coverage.html", page);
  }
  if (report.tests !== undefined) await write("junit.xml", junitXml(report));
  const events = join(scratch, "reports", "test.jsonl");
  if (existsSync(events)) {
    await placer.take(events, "reports/test.jsonl", 0o644);
    placed.push("reports/test.jsonl");
  }
  await write("report.json", `${JSON.stringify({ ...report, image }, null, 2)}\n`);
  await write("summary.md", summaryMarkdown(report, { image, artifacts: [] }));
  return placed;
}

function wantedArtifacts(
  { facts }: Plan,
  report: Report,
  reports: readonly string[],
  host: Host,
): readonly ArtifactFiles[] {
  const { artifacts, artifactName, retentionDays } = facts.inputs;
  const prefix = artifactName ?? host.facts.job;
  const isCoverage = (path: string) => /\/(coverage\.(out|html)|cobertura\.xml)$/.test(path);
  const files = {
    binaries: [...report.binaries.map(({ path }) => path), ...(report.checksums === "" ? [] : [report.checksums])],
    coverage: reports.filter(isCoverage),
    reports: reports.filter((path) => !isCoverage(path)),
    none: [],
  };
  return artifacts
    .map((kind) => ({ name: prefix === "" ? kind : `${prefix}-${kind}`, files: files[kind], retentionDays }))
    .filter((artifact) => artifact.files.length > 0);
}
