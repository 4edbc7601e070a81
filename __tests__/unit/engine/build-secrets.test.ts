import { mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
    expect(secretValues(inputs, { A: "x", B: "" })).toEqual(["x", ""]);
  });

  it("are files of our own for as long as the build takes", async () => {
    const [path, scratch] = [await temporaryFolder(), await temporaryFolder()];
    await writeFile(join(path, "c.txt"), "of-file");
    vi.stubEnv("A", "of-a");
    vi.stubEnv("B", "of-b");
    const project = { ...facts().project, path };
    const seen = await withSecrets(inputs.imageSecrets, project, scratch, async (files) => {
      expect((await stat(join(scratch, "image-secrets"))).mode & 0o777).toBe(0o700);
      return Promise.all(files.map(async ({ id, file }) => `${id} ${await readFile(file, "utf8")}`));
    });
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
