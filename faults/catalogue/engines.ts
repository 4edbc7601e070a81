import { execFile } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Ground } from "../ground.ts";
import { type Condition, conditions } from "./single.ts";

const project = { fixture: "surroundings" };
const fmt = { inputs: { steps: "fmt" } };

/** A fake client, and no other program in reach. */
async function client(ground: Ground, script: string, mode = 0o755): Promise<string> {
  const bin = join(ground.aside, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "docker"), script);
  await chmod(join(bin, "docker"), mode);
  return bin;
}

const absent: readonly Condition[] = [
  {
    variant: "no socket",
    project,
    call: { ...fmt, env: { DOCKER_HOST: "unix:///nonexistent.sock" } },
    expected: { exit: [3], says: ["No container engine answers", "→ "] },
  },
  {
    variant: "a socket that refuses",
    project,
    call: { ...fmt, env: { DOCKER_HOST: "tcp://127.0.0.1:9" } },
    expected: { exit: [3], says: ["No container engine answers", "→ "] },
  },
  {
    variant: "a socket that never answers",
    project,
    call: fmt,
    before: async (ground) => {
      const socket = join(ground.aside, "hung.sock");
      const server = createServer(() => {}).listen(socket);
      server.unref();
      return { env: { DOCKER_HOST: `unix://${socket}` } };
    },
    expected: { exit: [3], says: ["No container engine answers", "→ "] },
  },
];

const clients: readonly Condition[] = [
  ["not there", undefined, 0o755],
  ["not executable", "#!/bin/sh\n", 0o644],
  ["prints garbage", "#!/bin/sh\n/usr/bin/head -c 3000 /dev/urandom\n", 0o755],
  ["prints JSON of something else", '#!/bin/sh\necho "{}"\n', 0o755],
  ["too old for --format", '#!/bin/sh\necho "unknown flag: --format" >&2; exit 125\n', 0o755],
  ["dies by a signal", "#!/bin/sh\nkill -SEGV $$\n", 0o755],
].map(([variant, script, mode]) => ({
  variant: `the client is ${variant}`.replace("is prints", "prints").replace("is dies", "dies"),
  project,
  call: { inputs: { steps: "fmt", engine: "docker" } },
  before: async (ground: Ground) => {
    if (script === undefined) return { env: { PATH: join(ground.aside, "nothing") } };
    return { env: { PATH: await client(ground, String(script), Number(mode)) } };
  },
  expected: { exit: [3], says: ["No container engine answers", "docker", "→ "] },
}));

const images: readonly Condition[] = [
  ["an unknown tag", { "go-image": "127.0.0.1:9/golang:0.0" }],
  ["a registry that is not there", { "go-image": "registry.invalid/golang:1" }],
  ["an unknown digest", { "go-image": `127.0.0.1:9/golang@sha256:${"0".repeat(64)}` }],
  ["an image without a shell", { "go-image": "gda-fault-empty:1" }],
].map(([variant, inputs]) => ({
  variant: String(variant),
  project,
  call: { inputs: { steps: "fmt", ...(inputs as Readonly<Record<string, string>>) } },
  before: async (ground: Ground, { env }: { readonly env: Readonly<Record<string, string>> }) => {
    await writeFile(join(ground.aside, "Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
    await promisify(execFile)("docker", ["build", "-q", "-t", "gda-fault-empty:1", ground.aside], { env });
    return {};
  },
  expected: { exit: [3], says: ["→ "] },
}));

export const engines = [
  conditions("F10", "no engine, a wrong socket, a hung socket", absent),
  conditions("F11", "a client that is missing, broken, or another", clients),
  conditions("F12", "an image that cannot be had, or is none", images),
];
