import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { uploadArtifact } from "../../../src/host/github-artifacts.ts";
import type { ServiceAnswer, ServiceRequest } from "../../../src/host/services/request.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "gda-artifact-"));
  await writeFile(join(root, "a"), "a");
  onTestFinished(() => rm(root, { recursive: true }));
});

const artifact = { name: "reports", files: ["a"], retentionDays: undefined };
const good: ServiceAnswer = { artifact: { id: "7", size: 9 } };

/** Uploads to a service that answers so, one after the other; gives what it was asked. */
async function upload(answers: readonly ServiceAnswer[], meanwhile: () => Promise<void> = () => Promise.resolve()) {
  const asked: ServiceRequest[] = [];
  const ask = async (request: ServiceRequest) => {
    asked.push(request);
    await meanwhile();
    return answers[asked.length - 1] ?? {};
  };
  const result = await uploadArtifact(artifact, root, ask).catch((error: Error) => error.message);
  return { result, again: asked.map((request) => request.kind === "upload" && request.again) };
}

it.each<[string, readonly ServiceAnswer[], unknown, readonly boolean[]]>([
  ["at once", [good], { name: "reports", id: "7", size: 9, files: ["a"] }, [false]],
  [
    "the third time",
    [{ fault: "503", ours: true }, { fault: "reset", ours: true }, good],
    expect.objectContaining({ id: "7" }),
    [false, true, true],
  ],
  [
    "never",
    [
      { fault: "503", ours: true },
      { fault: "503", ours: true },
      { fault: "500", ours: true },
    ],
    expect.stringMatching(/reports could not be uploaded: 500/),
    [false, true, true],
  ],
  [
    "as somebody else has one of that name",
    [{ fault: "409 Conflict" }],
    expect.stringMatching(/409 Conflict/),
    [false],
  ],
  [
    "over nobody else's after a connection that broke",
    [{ fault: "Unable to make request: ECONNRESET" }, { refusal: "(409) Conflict" }],
    expect.stringMatching(/409/),
    [false, false],
  ],
  [
    "as the service is not there",
    [{ fault: "nothing moved for 60 s" }],
    expect.stringMatching(/nothing moved/),
    [false],
  ],
  ["as it is not allowed to", [{ refusal: "403 forbidden" }], expect.stringMatching(/403 forbidden/), [false]],
])("an artifact is uploaded %s", async (_, answers, expected, again) => {
  expect(await upload(answers)).toEqual({ result: expected, again });
});

it.each([
  ["changes", () => writeFile(join(root, "a"), "another")],
  ["vanishes", () => rm(join(root, "a"), { force: true })],
  ["becomes a link", () => rm(join(root, "a")).then(() => symlink("/etc/passwd", join(root, "a")))],
])("a file that %s meanwhile is named, whatever the service says", async (_, meanwhile) => {
  expect((await upload([good], meanwhile)).result).toMatch(/reports could not be uploaded: a changed or vanished/);
});
