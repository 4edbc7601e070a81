import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withStamps } from "../../../src/execute/version-stamp.ts";
import { makePlan } from "../../../src/plan/plan.ts";
import { facts, rootModule } from "../../support/facts.ts";
import { temporaryFolder } from "../../support/projects.ts";

/** What the build of a module in `a/b`, whose repository is mirrored at `a`, is given about its stamp. */
async function stampFlags(
  change: (root: string) => Promise<unknown>,
  { copied = false, ...inputs }: { readonly copied?: boolean; readonly [name: string]: string | boolean } = {},
): Promise<readonly string[]> {
  const root = join(await temporaryFolder(), "work");
  for (const folder of ["a/b", "a/.git", ".git"]) await mkdir(join(root, folder), { recursive: true });
  await change(root);
  const project = {
    path: root,
    locks: [
      { path: ".git", kind: "absent" },
      { path: "a/.git", kind: "mirror" },
    ],
    modules: [{ ...rootModule, dir: "a/b", containerDir: "/src/a/b" }],
  } as const;
  const plan = makePlan(facts(inputs as Readonly<Record<string, string>>, { project }));
  const steps = await withStamps(plan.steps, plan, { copied });
  const [task] = steps.flatMap((planned) => ("tasks" in planned && planned.step.name === "build" ? planned.tasks : []));
  return (task?.command ?? []).filter((word) => word.startsWith("-buildvcs"));
}

describe("go asks for its version stamp", () => {
  it("the mirrored repository, whatever git's lies above it", async () => {
    expect(await stampFlags(() => Promise.resolve())).toEqual([]);
  });

  it.each<[string, (root: string) => Promise<unknown>]>([
    ["beside the module", (root) => mkdir(join(root, "a/b/.git"))],
    ["of another kind beside the mirrored one", (root) => mkdir(join(root, "a/.hg"))],
    ["of another kind above it", (root) => writeFile(join(root, ".fslckout"), "")],
    [
      "where a link leads",
      async (root) => {
        await mkdir(join(root, "x"));
        await rename(join(root, "a/b"), join(root, "x/b"));
        await symlink("../x/b", join(root, "a/b"));
      },
    ],
    [
      "to which its folder was moved",
      async (root) => {
        await rename(join(root, "a"), join(root, "x"));
        await symlink("x", join(root, "a"));
      },
    ],
  ])("no repository %s, also where the user wants a stamp", async (_, change) => {
    expect(await stampFlags(change)).toEqual(["-buildvcs=false"]);
    expect(await stampFlags(change, { "build-flags": "-buildvcs=true" })).toEqual(["-buildvcs=false"]);
  });

  it("none, where the container has copies", async () => {
    expect(await stampFlags(() => Promise.resolve(), { copied: true })).toEqual(["-buildvcs=false"]);
  });
});
