import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { temporaryFolder } from "./projects.ts";

export interface RecordedSpawn {
  /** The program's name, without its folder. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Loaded before a program, it writes down every process that this starts, whatever it is and whoever asks for it. */
const hook = (folder: string) => `
import { createRequire, syncBuiltinESMExports } from "node:module";
const require = createRequire(import.meta.url);
const child = require("node:child_process");
const fs = require("node:fs");
let count = 0;
for (const name of ["spawn", "spawnSync"]) {
  const original = child[name];
  child[name] = (file, args, options) => {
    const given = Array.isArray(args) ? options : args;
    const record = { program: file, env: given?.env ?? process.env };
    fs.writeFileSync(${JSON.stringify(folder)} + "/" + process.pid + "-" + count++, JSON.stringify(record));
    return original(file, args, options);
  };
}
syncBuiltinESMExports();
`;

/** Node's options with which a program's processes are recorded, and what was recorded. */
export async function recordSpawns() {
  const folder = await temporaryFolder();
  const preload = join(await temporaryFolder(), "hook.mjs");
  await writeFile(preload, hook(folder));
  return {
    options: ["--import", preload],
    spawns: async (): Promise<readonly RecordedSpawn[]> => {
      const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
      return texts
        .map((text) => JSON.parse(text) as RecordedSpawn)
        .map(({ program, env }) => ({ program: basename(program), env }));
    },
  };
}
