import { symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readProfiles } from "../../../src/execute/read-profiles.ts";
import type { RawInputs } from "../../../src/inputs/inputs.ts";
import { makePlan } from "../../../src/plan/plan.ts";
import { coberturaXml } from "../../../src/report/cobertura.ts";
import { facts } from "../../support/facts.ts";
import { temporaryFolder } from "../../support/projects.ts";

const { signal } = new AbortController();
const module = "example.org/acme/hello";

/** Reads profiles out of files of these contents. */
async function read(contents: readonly (string | undefined)[], raw: RawInputs = {}) {
  const folder = await temporaryFolder();
  const files = contents.map((_, i) => join(folder, `${i}.out`));
  for (const [i, content] of contents.entries()) if (content !== undefined) await writeFile(files[i] ?? "", content);
  return readProfiles(makePlan(facts(raw)), files, signal);
}

const block = (file: string, rest = "1.1,2.2 1 1") => `${file}:${rest}\n`;

describe("readProfiles", () => {
  it("takes the planned files as one, and passes over those that no command wrote", async () => {
    const first = `mode: set\n${block(`${module}/main.go`)}`;
    const { profile, notes } = await read([first, undefined, "", `mode: set\n${block(`${module}/greet/greet.go`)}`]);
    expect(profile).toBe(`${first}${block(`${module}/greet/greet.go`)}`);
    expect(notes).toEqual([]);
  });

  it.each([
    "../../etc/passwd",
    "/etc/passwd",
    "example.org/other/x.go",
    `${module}/../../x.go`,
    `${module}/..`,
    `${module}/`,
    `${module}/a\\b.go`,
    "x.go",
  ])("leaves out %s, and no report names it", async (file) => {
    const { profile = "", notes } = await read([`mode: set\n${block(`${module}/main.go`)}${block(file)}`]);
    expect(profile).toBe(`mode: set\n${block(`${module}/main.go`)}`);
    expect(notes).toEqual([expect.stringContaining("1 of its blocks are left out")]);
    expect(coberturaXml(profile, {})).not.toContain(`${file}"`);
  });

  it("takes other packages where `-coverpkg` names them, but no path that leads elsewhere", async () => {
    const other = block("example.org/other/x.go");
    const { profile } = await read([`mode: set\n${other}${block("../../etc/passwd")}${block("/etc/x.go")}`], {
      "test-args": "-coverpkg=all",
    });
    expect(profile).toBe(`mode: set\n${other}`);
  });

  it("takes a file that `//line` names in a package under test", async () => {
    const { profile, notes } = await read([`mode: set\n${block(`${module}/expr.y`)}`]);
    expect(profile).toContain("expr.y");
    expect(notes).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      "blocks with more lines than there can be",
      Array.from({ length: 60 }, (_, i) => block(`${module}/f${i}.go`, "1.1,999999.1 1 1")).join(""),
      "its blocks have more than 8000000 lines",
    ],
    [
      "names of more characters than there can be",
      Array.from({ length: 14_000 }, (_, i) => block(`${module}/${"x".repeat(8000)}${i}.go`, "1.1,1.9 1 1")).join(""),
      "its blocks have more than 100663296 characters",
    ],
    ["a line that no source has", block(`${module}/a.go`, "1.1,1000001.1 1 1"), "is no range of lines"],
    ["a line without end", "x".repeat(2 ** 20), "it has a line that is too long"],
    ["a number without end", block(`${module}/a.go`, `1.1,2.1 1 ${"9".repeat(4000)}`), "no block is"],
  ])("knows no coverage of a profile with %s", async (_, text, reason) => {
    const { profile, notes } = await read([`mode: set\n${text}`]);
    expect(profile).toBeUndefined();
    expect(notes).toEqual([
      expect.stringMatching(`^The coverage is not known. The cover profile cannot be read: .*${reason}`),
    ]);
  });

  it("knows none of a link, nor of a sparse file, and reads neither", async () => {
    const folder = await temporaryFolder();
    const [sparse, link, secret] = ["sparse.out", "link.out", "secret"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(sparse, "mode: set\n");
    await truncate(sparse, 200 * 2 ** 20);
    await writeFile(secret, "mode: set\n");
    await symlink(secret, link);
    for (const file of [sparse, link]) {
      const { profile, notes } = await readProfiles(makePlan(facts()), [file], signal);
      expect(profile).toBeUndefined();
      expect(notes).toHaveLength(1);
    }
  });
});
