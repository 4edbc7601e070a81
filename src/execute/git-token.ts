import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Container } from "../engine/engine.ts";
import { layout } from "../engine/layout.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { makeFolder, writeShared } from "./scratch.ts";

/** GitHub wants that name; others take any. */
export const gitUser = "x-access-token";

/** What git in the container may use for a while. */
export interface LentToken {
  /** For the commands that may use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes it from the container. */
  takeBack(): Promise<void>;
}

const nothingLent: LentToken = { env: {}, takeBack: () => Promise.resolve() };

/**
 * Lets git in the container use `git-token` for the hosts of `goprivate`. It is to be taken back before anything runs
 * that belongs to the project.
 */
export async function lendGitToken(
  { gitToken, goprivate, caCertificates }: Inputs,
  container: Container,
  scratch: string,
): Promise<LentToken> {
  if (gitToken === undefined) return nothingLent;
  const answer = join(scratch, "in", answerFile);
  for (const folder of ["in/config", "in/config/git"]) await makeFolder(join(scratch, folder), 0o755);
  await writeShared(join(scratch, "in/config/git/config"), gitConfig(hostsOf(goprivate), caCertificates !== undefined));
  // The folder around the file is ours alone.
  await writeShared(answer, `username=${gitUser}\npassword=${gitToken}\n`);
  await container.handIn();
  return {
    env: { XDG_CONFIG_HOME: `${layout.in}/config` },
    takeBack: async () => {
      // Emptied first: where the container has copies, that is handed in like all else.
      await writeShared(answer, "");
      await container.handIn();
      await rm(answer);
    },
  };
}

const answerFile = "git-credential";

function hostsOf(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.map((pattern) => pattern.split("/")[0] ?? ""))];
}

/** Git asks the helper with a word more, which the `:` takes. */
function gitConfig(hosts: readonly string[], ownRoots: boolean): string {
  return hosts
    .flatMap((host) => [
      `[credential "https://${host}"]`,
      `\thelper = "!cat ${layout.in}/${answerFile}; :"`,
      ...(ownRoots ? [`[http "https://${host}"]`, `\tsslCAInfo = ${layout.roots}/roots.pem`] : []),
    ])
    .map((line) => `${line}\n`)
    .join("");
}
