import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import type { Owner, Surroundings } from "./owner.ts";

/** No run takes longer than the longest of its steps may, several times over. */
const longestRun = 4 * 24 * 3600;

const now = () => Math.floor(Date.now() / 1000);

/** This process as the owner of what it makes. */
export function thisProcess(): Owner {
  return { pid: process.pid, startedAt: startedAt(process.pid) ?? "", machine: machine(), until: now() + longestRun };
}

export function surroundings(): Surroundings {
  return { machine: machine(), now: now(), startedAt };
}

function machine(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}-${readlinkSync("/proc/self/ns/pid").replace(/\D/g, "")}`;
  } catch {
    // No /proc: a laptop, whose name will do.
    return hostname();
  }
}

function startedAt(pid: number): string | undefined {
  try {
    // The command's name stands in brackets and may hold anything; the 20th field after it is the start.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return isAlive(pid) ? "" : undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
