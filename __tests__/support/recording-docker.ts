import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lane } from "./engines.ts";
import { temporaryFolder } from "./projects.ts";

export interface RecordingDocker {
  /** The lane's environment with the fake first in PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** The arguments of every call so far. */
  calls(): Promise<readonly (readonly string[])[]>;
}

/** A fake `docker`: it writes down what it is called with, and becomes the lane's real one. */
export async function recordingDocker(lane: Lane): Promise<RecordingDocker> {
  const folder = await temporaryFolder();
  const bin = join(folder, "bin");
  const record = join(folder, "calls");
  await mkdir(bin);
  await mkdir(record);
  const [real = ""] = lane.env["PATH"]?.split(":") ?? [];
  const fake = `#!/bin/sh\nfor argument; do printf '%s\\0' "$argument"; done >'${record}'/$$\nexec '${real}/docker' "$@"\n`;
  await writeFile(join(bin, "docker"), fake);
  await chmod(join(bin, "docker"), 0o755);
  return {
    env: { ...lane.env, PATH: `${bin}:${lane.env["PATH"]}` },
    calls: async () => {
      const files = await readdir(record);
      const texts = await Promise.all(files.map((file) => readFile(join(record, file), "utf8")));
      return texts.map((text) => text.split("\0").slice(0, -1));
    },
  };
}
