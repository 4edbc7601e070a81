import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Result } from "../../faults/table.ts";
import { repository, startLane } from "../support/engines.ts";
import { temporaryFolder } from "../support/projects.ts";

/** The whole catalogue takes an hour: `npm run faults`. */
test("after a few of every kind of fault nothing is left, foreign, leaked or wrong", async () => {
  await startLane("old");
  const out = join(await temporaryFolder(), "faults");
  const few = ["F1", "F2", "F4", "F5", "F6", "F7", "F8", "F10", "F11", "F12", "F19", "F29", "F31", "F32"];
  const words = ["--engine", "old", "--scale", "0.02", "--out", out, ...few.flatMap((id) => ["--only", id])];

  const told = await promisify(execFile)(process.execPath, [join(repository, "faults/faults.ts"), ...words]).catch(
    (error: { readonly stderr: string }) => error,
  );

  const { results } = JSON.parse(await readFile(`${out}.json`, "utf8")) as { readonly results: readonly Result[] };
  expect(
    results.flatMap(({ broken }) => broken),
    told.stderr,
  ).toEqual([]);
  expect(new Set(results.map(({ fault }) => fault))).toEqual(new Set(few));
});
