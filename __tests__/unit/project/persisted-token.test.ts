import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Lock } from "../../../src/git/locks.ts";
import { persistedTokens } from "../../../src/project/persisted-token.ts";
import { temporaryFolder } from "../../support/projects.ts";

const header = '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic abc\n';
const address = '[remote "origin"]\n\turl = https://x:token@github.com/acme/hello\n';
const none = '[remote "origin"]\n\turl = https://github.com/acme/hello\n';
const own: Lock = { path: ".git", kind: "mirror" };
const nested: Lock = { path: "sub/.git", kind: "kept" };

it.each<[string, Readonly<Record<string, string>>, "kept" | "mirror", readonly string[]]>([
  ["the workspace's own repository, which the container does not see", { ".git": header }, "kept", []],
  ["the workspace's own, where the container has copies", { ".git": header }, "mirror", [".git/config"]],
  ["a checkout in a folder", { ".git": none, "sub/.git": address }, "kept", ["sub/.git/config"]],
  ["none", { ".git": none, "sub/.git": none }, "kept", []],
])("finds the token of %s", async (_, configs, kind, expected) => {
  const path = await temporaryFolder();
  for (const [folder, config] of Object.entries(configs)) {
    await mkdir(join(path, folder), { recursive: true });
    await writeFile(join(path, folder, "config"), config);
  }
  expect(await persistedTokens({ path, locks: [own, nested] }, kind)).toEqual(expected);
});
