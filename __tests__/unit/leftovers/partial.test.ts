import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { partialName, sweepPartials } from "../../../src/leftovers/partial.ts";

it("what a killed run had begun to write goes; what another run writes stays", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gda-partial-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const living = partialName();
  const killed = partialName().replace(/^\.gda-\d+/, ".gda-4194305");
  for (const name of [living, killed, "app", ".gda-app.partial"]) await writeFile(join(folder, name), "");

  await sweepPartials(folder);

  expect((await readdir(folder)).sort()).toEqual([living, ".gda-app.partial", "app"].sort());
});
