import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { readChecked } from "../engine/checked-file.ts";
import type { Engine } from "../engine/engine.ts";
import { ActionableError } from "../errors.ts";
import type { Outcome } from "../execute/outcome.ts";
import type { ArtifactFiles, Host } from "../host/host.ts";
import type { Plan } from "../plan/plan.ts";
import { packageDirs } from "../plan/source-map.ts";
import { checksumsText } from "../report/checksums.ts";
import { coberturaXml } from "../report/cobertura.ts";
import { jsonPieces } from "../report/json-pieces.ts";
import { junitXml } from "../report/junit.ts";
import { maskedImage, maskedReport } from "../report/masked-report.ts";
import type { Published, PublishedArtifact, PublishedImage, Report } from "../report/report.ts";
import { summaryMarkdown } from "../report/summary.ts";
import { type ImageResult, publishImage } from "./image.ts";
import { Placer } from "./place.ts";

export interface Publication {
  /** With the files that are now in place. */
  readonly report: Report;
  readonly published: Published;
  /** What went wrong outside the checks; everything that could be delivered was. */
  readonly failure: unknown;
}

/** What there is to hand over, and to whom. */
export interface Delivery {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly report: Report;
  readonly engine: Engine;
  readonly host: Host;
  readonly scratch: string;
}

/**
 * Hands over what the run made. Binaries and image only after a pass; coverage and reports always, also when the image
 * could not be published. `elapsed` gives the seconds since the run began.
 */
export async function publish(delivery: Delivery, signal: AbortSignal, elapsed: () => number): Promise<Publication> {
  const placer = new Placer(delivery.plan.facts.project, signal);
  const checksums = await placeBinaries(delivery, placer);
  const { image: made, extracted = [], failure: imageFailure } = await attemptImage(delivery, placer, signal);
  const image = made && maskedImage(made, delivery.host.log.secrets);
  const wrong = delivery.outcome.trouble ?? imageFailure;
  signal.throwIfAborted();
  const decided = {
    ...delivery.report,
    checksums,
    ...(wrong === undefined ? {} : withFailure(wrong)),
    seconds: elapsed(),
  };
  // All decisions are made: from here on it is only read, by anybody.
  const report = maskedReport(decided, delivery.plan.facts.project, delivery.host.log.secrets);
  const reports = [...extracted, ...(await placeReports({ ...delivery, report }, image, placer))];
  const { artifacts, failure } = await uploadAll(wantedArtifacts({ ...delivery, report }, reports), delivery.host);
  return { report, published: { image, artifacts }, failure: wrong ?? failure };
}

async function attemptImage(
  { plan, outcome, report, engine, host, scratch }: Delivery,
  placer: Placer,
  signal: AbortSignal,
): Promise<Partial<ImageResult>> {
  const wanted = plan.image;
  if (wanted === undefined || report.verdict === "failed") return {};
  try {
    const hide = (secret: string) => host.hide(secret);
    const order = { plan, image: wanted, outcome, engine, log: host.log, hide, scratch, placer, signal };
    return await host.log.group("image", () => publishImage(order));
  } catch (failure) {
    return { failure };
  }
}

/** Whatever the checks said: what the run was for did not come about. */
function withFailure(failure: unknown): Pick<Report, "verdict" | "failureClass" | "failure"> {
  const message = failure instanceof Error ? failure.message : String(failure);
  const failureClass = failure instanceof ActionableError ? failure.failureClass : "infrastructure";
  return { verdict: "failed", failureClass, failure: message };
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
async function placeBinaries({ plan, outcome: { binaries }, report }: Delivery, placer: Placer): Promise<string> {
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
  { plan: { facts }, outcome: { profile, extras }, report, scratch }: Delivery,
  image: PublishedImage | undefined,
  placer: Placer,
): Promise<readonly string[]> {
  const placed: string[] = [];
  const write = async (name: string, content: string | Iterable<string>) => {
    await placer.write(`reports/${name}`, content);
    placed.push(`reports/${name}`);
  };
  if (profile !== undefined) {
    await write("coverage.out", profile);
    await write("cobertura.xml", coberturaXml(profile, packageDirs(facts.project)));
    const page = extras.page && (await readChecked(extras.page).catch(() => undefined));
    if (page !== undefined) await write("coverage.html", page);
  }
  if (report.tests !== undefined) await write("junit.xml", junitXml(report));
  const events = join(scratch, "reports", "test.jsonl");
  if (existsSync(events)) {
    await placer.take(events, "reports/test.jsonl", 0o644);
    placed.push("reports/test.jsonl");
  }
  await write("report.json", jsonPieces({ ...report, image }));
  await write("summary.md", summaryMarkdown(report, { image, artifacts: [] }));
  return placed;
}

function wantedArtifacts(
  { plan: { facts }, report, host }: Delivery,
  reports: readonly string[],
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
