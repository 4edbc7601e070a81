import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { removeTree } from "../../../src/leftovers/remove-tree.ts";
import { removeOwned } from "../../../src/leftovers/sweep.ts";

/** A mock: who is killed on the way gets no further than to some of its calls. */
vi.mock("../../../src/leftovers/remove-tree.ts", () => ({ removeTree: vi.fn(() => Promise.resolve()) }));

it("what says whose a folder is goes with the folder itself, after all else", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gda-owned-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "owner"), "");
  await mkdir(join(folder, "out"));
  await removeOwned(folder);
  expect(vi.mocked(removeTree).mock.calls.flat()).toEqual([join(folder, "out"), folder]);
});
