import { readFileSync } from "node:fs";

/** Whether a process is at work; one that has ended, and was not asked for its end, is not. */
export function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}
