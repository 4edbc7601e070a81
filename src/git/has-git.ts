import { getExecOutput } from "@actions/exec";
import { gitEnv } from "./git.ts";

/** Whether there is a git on this machine. */
export async function hasGit(): Promise<boolean> {
  const options = { silent: true, ignoreReturnCode: true, cwd: "/", env: gitEnv };
  return getExecOutput("git", ["--version"], options).then(
    ({ exitCode }) => exitCode === 0,
    () => false,
  );
}
