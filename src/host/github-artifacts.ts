import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { OutputError } from "../errors.ts";
import type { PublishedArtifact } from "../report/report.ts";
import type { ArtifactFiles } from "./host.ts";
import type { ServiceAnswer, ServiceRequest } from "./services/request.ts";

const tries = 3;

/** Uploads files as one artifact. What an attempt of ours left half-made is taken away first, and nobody else's. */
export async function uploadArtifact(
  { name, files, retentionDays }: ArtifactFiles,
  root: string,
  ask: (request: ServiceRequest) => Promise<ServiceAnswer>,
): Promise<PublishedArtifact> {
  const paths = files.map((file) => join(root, file));
  const before = await identities(paths);
  let answer: ServiceAnswer = {};
  for (let attempt = 1; attempt <= tries; attempt++) {
    answer = await ask({ kind: "upload", name, files: paths, root, retentionDays, again: answer.ours === true });
    if (answer.artifact !== undefined || !mayTryAgain(answer)) break;
  }
  const { artifact, fault = answer.refusal ?? "the service gave no answer" } = answer;
  const changed = files.filter((_, i) => before[i] === undefined);
  const after = await identities(paths);
  const moved = [...changed, ...files.filter((_, i) => before[i] !== after[i])];
  if (artifact !== undefined && moved.length === 0) return { name, ...artifact, files };
  throw new OutputError(
    moved.length > 0
      ? `The artifact ${name} could not be uploaded: ${moved[0]} changed or vanished meanwhile.`
      : `The artifact ${name} could not be uploaded: ${fault}`,
    "In a matrix, give each job its own `artifact-name`. The files are in the workspace all the same.",
  );
}

/** Before the name is ours, the library has had patience of its own, but not with a connection that breaks. */
function mayTryAgain({ ours = false, fault = "" }: ServiceAnswer): boolean {
  return ours || fault.includes("Unable to make request");
}

/** What tells a file from another of its name, or from itself after a change. */
function identities(paths: readonly string[]): Promise<readonly (string | undefined)[]> {
  return Promise.all(
    paths.map((path) =>
      lstat(path).then(
        (stat) => (stat.isFile() ? [stat.ino, stat.size, stat.mtimeMs].join() : undefined),
        () => undefined,
      ),
    ),
  );
}
