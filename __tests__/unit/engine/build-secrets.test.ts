import { execFile } from "node:child_process";
import { mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { missingSecrets, secretValues, withSecrets } from "../../../src/engine/build-secrets.ts";
import { parseInputs } from "../../../src/inputs/inputs.ts";
import { facts } from "../../support/facts.ts";
import { temporaryFolder } from "../../support/projects.ts";

const { inputs } = parseInputs({ "image-secrets": "id=a,env=A\nid=b,env=B\nid=c,src=c.txt" });

describe("secrets of a build", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("are missing where no variable of the name is set", () => {
    expect(missingSecrets(inputs, { A: "x", B: "" }).map(({ item }) => item)).toEqual(["B"]);
  });

  it("are to be hidden, those in files as well", async () => {
    const path = await temporaryFolder();
    expect(await secretValues(inputs, { path }, { A: "x", B: "" })).toEqual(["x"]);
    await writeFile(join(path, "c.txt"), "of-file");
    expect(await secretValues(inputs, { path }, { A: "x", B: "" })).toEqual(["x", "of-file"]);
  });

  it.each([
    ["a device without an end", (path: string) => symlink("/dev/zero", path)],
    ["a pipe", (path: string) => promisify(execFile)("mkfifo", [path])],
    ["a folder", (path: string) => mkdir(path)],
    ["a file that no secret can be", (path: string) => writeFile(path, "x".repeat(600 * 1024))],
  ])("are not read from %s", async (_, make) => {
    const [path, scratch] = [await temporaryFolder(), await temporaryFolder()];
    await make(join(path, "c.txt"));
    expect(await secretValues(inputs, { path }, {})).toEqual([]);
    const project = { ...facts().project, path };
    const body = () => Promise.resolve();
    await expect(withSecrets(inputs.imageSecrets.slice(2), project, scratch, body)).rejects.toThrow(
      /c\.txt (cannot be read any more|is not below the workspace)/,
    );
  });

  it("are files of our own for as long as the build takes", async () => {
    const [path, scratch] = [await temporaryFolder(), await temporaryFolder()];
    await writeFile(join(path, "c.txt"), "of-file");
    vi.stubEnv("A", "of-a");
    vi.stubEnv("B", "of-b");
    const project = { ...facts().project, path };
    const hidden: string[] = [];
    const body = async (files: readonly { readonly id: string; readonly file: string }[]) => {
      expect((await stat(join(scratch, "image-secrets"))).mode & 0o777).toBe(0o700);
      return Promise.all(files.map(async ({ id, file }) => `${id} ${await readFile(file, "utf8")}`));
    };
    const seen = await withSecrets(inputs.imageSecrets, project, scratch, body, (value) => void hidden.push(value));
    expect(hidden).toEqual(["of-a", "of-b", "of-file"]);
    expect(seen).toEqual(["a of-a", "b of-b", "c of-file"]);
    await expect(stat(join(scratch, "image-secrets"))).rejects.toThrow("ENOENT");
  });

  it("are not taken through a link that leads outside", async () => {
    const [path, scratch, elsewhere] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
    await mkdir(join(elsewhere, "x"));
    await writeFile(join(elsewhere, "x/secret"), "not yours");
    await symlink(join(elsewhere, "x/secret"), join(path, "c.txt"));
    const project = { ...facts().project, path };
    const secrets = inputs.imageSecrets.slice(2);
    await expect(withSecrets(secrets, project, scratch, () => Promise.resolve())).rejects.toThrow(
      "not below the workspace",
    );
    await expect(stat(join(scratch, "image-secrets"))).rejects.toThrow("ENOENT");
  });
});
