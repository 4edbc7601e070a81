import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fault, Trial } from "../fault.ts";
import { FaultyRun } from "../faulty-run.ts";
import { onGround, runGit } from "../ground.ts";
import { brokenInvariants } from "../invariants.ts";
import { needy } from "../needy.ts";
import { type Condition, conditions } from "./single.ts";

const project = { fixture: "hello" };
const fmt = { inputs: { steps: "fmt" } };
const build = { inputs: { steps: "build" } };
const green = { exit: [0] };

const network = (variant: string, inputs: Readonly<Record<string, string>>): Condition => ({
  variant,
  project: { fixture: "surroundings", files: needy },
  call: { inputs: { steps: "vet, test", ...inputs } },
  expected: { exit: [3], says: ["example.org/acme/lib", "vendor"] },
});

const gits: readonly Condition[] = [
  { variant: "no git", project: { ...project, git: false }, call: build, expected: { ...green, skip: ["git"] } },
  {
    variant: "a worktree",
    project,
    call: build,
    before: async ({ workspace, aside }) => {
      await rename(join(workspace, ".git"), join(aside, "repository"));
      await writeFile(join(workspace, ".git"), `gitdir: ${join(aside, "repository")}\n`);
      return {};
    },
    expected: { ...green, skip: ["owners", "git"] },
  },
  {
    variant: "a shallow clone without tags",
    project,
    call: build,
    before: async ({ workspace }) => {
      await writeFile(join(workspace, ".git/shallow"), await runGit(workspace, "rev-parse", "HEAD"));
      return {};
    },
    expected: { ...green, skip: ["owners"] },
  },
  {
    variant: "a repository without a commit",
    project: { ...project, git: false },
    call: build,
    before: async ({ workspace }) => {
      await runGit(workspace, "init", "--quiet");
      return {};
    },
    expected: { ...green, skip: ["owners", "git"] },
  },
];

const names = ["a b", "a:b", "a,b", 'a"b', "a'b", "a\nb", "é😀", "-x", "$x`id`", "a\\b", "a.", "x".repeat(255)];

const settings: readonly Readonly<Record<string, string>>[] = [
  { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { LANG: "C", LC_ALL: "C" },
  { LANG: "ja_JP.UTF-8", LC_ALL: "ja_JP.UTF-8" },
  { TZ: "Pacific/Kiritimati" },
  { TZ: "nonsense/../.." },
];

/** As many runs at once, each in a workspace of its own, in one folder for temporary files. */
const crowds: Fault = {
  id: "F23",
  title: "runs side by side",
  trials: (_, scale) =>
    (scale < 1 ? [2] : [2, 8, 16]).map(
      (count): Trial => ({
        variant: `${count} runs`,
        play: async (lane) => {
          const one = () =>
            onGround(project, async (ground) => {
              const run = new FaultyRun(lane, ground, { inputs: { "go-version": "1.27.3" }, patience: 600_000 });
              return (await brokenInvariants(lane, run, await run.ended, { exit: [0], settle: 3_000 })).broken;
            });
          return { broken: (await Promise.all(Array.from({ length: count }, one))).flat() };
        },
      }),
    ),
};

export const places = [
  conditions("F19", "no network, no name server, no way through a proxy", [
    network("none", { network: "none" }),
    network("a proxy that is not there", { env: "GOPROXY=http://127.0.0.1:9" }),
    network("a name that nobody knows", { env: "GOPROXY=https://proxy.invalid" }),
    network("a proxy before it that is not there", {
      env: "GOPROXY=https://proxy.golang.org\nHTTPS_PROXY=http://127.0.0.1:9",
    }),
  ]),
  crowds,
  conditions("F29", "nobody reads the log", [
    {
      variant: "| head -1",
      project,
      call: { ...build, prefix: ["sh", "-c", '"$@" | head -1', "sh"] },
      expected: { exit: [0] },
    },
  ]),
  conditions("F31", "the repository", gits),
  conditions(
    "F32",
    "the workspace's name",
    names.map((name) => ({
      variant: JSON.stringify(name.length > 20 ? `${name.slice(0, 10)}… (${name.length} bytes)` : name),
      project: { ...project, name },
      call: fmt,
      expected: { exit: [0, 2] },
    })),
  ),
  conditions("F33", "languages, time zones, masks", [
    ...settings.map(
      (env): Condition => ({ variant: JSON.stringify(env), project, call: { ...build, env }, expected: green }),
    ),
    ...["077", "000"].map(
      (mask): Condition => ({
        variant: `umask ${mask}`,
        project,
        call: { ...build, prefix: ["sh", "-c", `umask ${mask}; exec "$@"`, "sh"] },
        after: async ({ workspace }) => {
          await rm(join(workspace, "dist"), { recursive: true, force: true });
          await mkdir(join(workspace, "dist"));
          return undefined;
        },
        expected: { ...green, skip: ["owners"] },
      }),
    ),
  ]),
];
