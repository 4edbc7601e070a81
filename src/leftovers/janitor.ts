import { spawn } from "node:child_process";
import { once } from "node:events";
import { containerNote } from "../engine/container-note.ts";
import { plainEnv } from "../engine/process-env.ts";
import { within } from "../engine/within.ts";
import { lockNotes } from "./lock-notes.ts";
import { ownerFile } from "./sweep.ts";

/**
 * Waits for the end of its standard input, which this process holds, and then removes the container that the folder
 * names, the places of locks, and the folder: whatever ends this process, nothing of them remains. An engine whose
 * client was killed may only be about to make the container, and a container may still write into the folder, so that one
 * try may fail.
 */
const script = `
cat >/dev/null
read -r engine container <"$1/private/${containerNote}" 2>/dev/null
remove() { [ -z "$container" ] || "$engine" rm --force --volumes "$container" >/dev/null 2>&1; }
remove
for note in "$1/private/${lockNotes}"/*; do place=$(cat "$note" 2>/dev/null; echo .); rmdir -- "\${place%.}" 2>/dev/null; done
trap '[ -z "$container" ] || sleep 2; remove' EXIT
for try in 1 2 3 4 5 6 7 8 9 10; do
  chmod -R u+rwX -- "$1" 2>/dev/null
  for entry in "$1"/* "$1"/.[!.]*; do [ "$entry" = "$1/${ownerFile}" ] || rm -rf -- "$entry" 2>/dev/null; done
  rm -rf -- "$1" 2>/dev/null && exit
  sleep 0.5
done`;

export interface Janitor {
  /** To be called once the folder is gone, or is to go; where that takes long, it goes on without us. */
  dismiss(): Promise<void>;
}

/** Puts a janitor in charge of a folder. */
export function janitorOf(folder: string): Janitor {
  const child = spawn("sh", ["-c", script, "gda-janitor", folder], {
    cwd: "/",
    env: plainEnv(),
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const gone = once(child, "close").catch(() => undefined); // No `sh`, no janitor: the next run sweeps.
  child.stdin.on("error", () => {});
  return {
    dismiss: async () => {
      child.stdin.end();
      await within(1_000, gone);
      child.unref();
    },
  };
}
