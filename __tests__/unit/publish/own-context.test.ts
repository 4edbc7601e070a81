import { mkdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addToOwnContext } from "../../../src/publish/own-context.ts";
import { temporaryFolder } from "../../support/projects.ts";

const dockerfile = { path: "deploy/Dockerfile", text: "FROM scratch\n" };

async function context() {
  const folder = await temporaryFolder();
  const elsewhere = await temporaryFolder();
  await writeFile(join(elsewhere, "built"), "binary");
  await writeFile(join(elsewhere, "precious"), "precious");
  const base = { name: "hello", file: join(elsewhere, "built"), path: "dist/hello", size: 6, sha256: "0" };
  const binaries = ["linux/amd64", "linux/arm/v7"].map((platform) => ({ ...base, target: platform, platform }));
  return { folder, elsewhere, add: () => addToOwnContext(folder, dockerfile, binaries) };
}

const read = (...path: readonly string[]) => readFile(join(...path), "utf8");

describe("the context of an own Dockerfile", () => {
  it("has the Dockerfile as it was, and the binaries whatever is ignored", async () => {
    const { folder, add } = await context();
    await mkdir(join(folder, "deploy"));
    await writeFile(join(folder, "deploy/Dockerfile"), "FROM evil\n");
    await writeFile(join(folder, ".dockerignore"), "**");
    await add();
    expect(await read(folder, "deploy/Dockerfile")).toBe("FROM scratch\n");
    expect(await read(folder, "linux/amd64/hello")).toBe("binary");
    expect(await read(folder, "linux/arm/v7/hello")).toBe("binary");
    const kept = "!linux/amd64\n!linux/amd64/**\n!linux/arm/v7\n!linux/arm/v7/**\n";
    expect(await read(folder, ".dockerignore")).toBe(`**\n${kept}`);
  });

  it.each([
    ["the binaries' folder", "linux"],
    ["the Dockerfile's folder", "deploy"],
  ])("is refused where a link lies in the place of %s", async (_, name) => {
    const { folder, elsewhere, add } = await context();
    await symlink(elsewhere, join(folder, name));
    await expect(add()).rejects.toThrow(`${name} is not a folder any more`);
    await expect(read(elsewhere, "amd64/hello")).rejects.toThrow("ENOENT");
    await expect(read(elsewhere, "Dockerfile")).rejects.toThrow("ENOENT");
  });

  it("writes through no link in the place of a file, and reads none that leads elsewhere", async () => {
    const { folder, elsewhere, add } = await context();
    await mkdir(join(folder, "deploy"));
    for (const name of ["deploy/Dockerfile", ".dockerignore"])
      await symlink(join(elsewhere, "precious"), join(folder, name));
    await add();
    expect(await read(elsewhere, "precious")).toBe("precious");
    expect(await read(folder, "deploy/Dockerfile")).toBe("FROM scratch\n");
    expect(await readlink(join(folder, ".dockerignore"))).toBe(join(elsewhere, "precious"));
  });

  it("follows a link of .dockerignore that stays in it", async () => {
    const { folder, add } = await context();
    await writeFile(join(folder, ".gitignore"), "*.log");
    await symlink(".gitignore", join(folder, ".dockerignore"));
    await add();
    expect(await read(folder, ".dockerignore")).toMatch(/^\*\.log\n!linux\/amd64\n/);
    expect(await read(folder, ".gitignore")).toBe("*.log");
  });
});
