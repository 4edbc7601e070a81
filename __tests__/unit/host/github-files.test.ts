import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OutputError } from "../../../src/errors.ts";
import { writeOutputs, writeSummary } from "../../../src/host/github-files.ts";
import { failedOutputs } from "../../../src/report/outputs.ts";
import { FakeHost } from "../../support/fake-host.ts";

let folder = "";
let host: FakeHost;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gda-files-"));
  host = await FakeHost.make({});
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await host.remove();
  await rm(folder, { recursive: true });
});

/** The runner's reading of its file. */
function read(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/^([^\n=]+?)<<(\S+)\n(.*?)\n\2\n/gms)];
  return Object.fromEntries(found.map(([, name = "", , value = ""]) => [name, value]));
}

it.each(["", "a\nb", "EOF\n", "x<<EOF\ny\nEOF", "name=value\nverdict<<x\npassed\nx", "::set-output name=a::b"])(
  "an output %j arrives as it is, and no other does",
  async (value) => {
    const file = join(folder, "output");
    await writeFile(file, "");
    vi.stubEnv("GITHUB_OUTPUT", file);
    const outputs = { ...failedOutputs("checks"), "image-tags": value, junit: "a\0b" };
    writeOutputs(outputs, process.env, host.log);
    expect(read(await readFile(file, "utf8"))).toEqual({ ...outputs, junit: "ab" });
  },
);

it("without the runner's file there is a warning, and nothing in the log could be taken for an output", () => {
  const write = vi.spyOn(process.stdout, "write");
  writeOutputs(failedOutputs("checks"), {}, host.log);
  expect(host.lines).toEqual(["There is no GITHUB_OUTPUT: this runner cannot take the outputs."]);
  expect(write.mock.calls.flat().join("")).not.toContain("set-output");
  write.mockRestore();
});

it("a file that is gone is an error with its remedy", () => {
  vi.stubEnv("GITHUB_OUTPUT", join(folder, "gone"));
  expect(() => writeOutputs(failedOutputs("checks"), process.env, host.log)).toThrow(OutputError);
});

it("a summary that cannot be written is one warning", async () => {
  vi.stubEnv("GITHUB_STEP_SUMMARY", join(folder, "gone"));
  await writeSummary("# x", process.env, host.log);
  expect(host.lines).toEqual([expect.stringMatching(/^The job summary could not be written: /)]);
  await writeSummary("# x", {}, host.log);
  expect(host.lines).toHaveLength(1);
});
