import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { startArtifactProxy } from "./act-artifact-proxy.ts";
import { freePort, startProcess } from "./child-process.ts";
import { devTool } from "./dev-tool.ts";
import { type Lane, repository } from "./engines.ts";
import { tempFolder } from "./temp-project.ts";

interface ActOptions {
  /** The git repository with the workflow in `.github/workflows`. */
  readonly project: string;
  /** Folder of the cache server, or the address of another one. */
  readonly cache: { readonly folder: string } | { readonly url: string };
  /** The folder that `uses: acme/go-docker-action@v1` gets. */
  readonly action: string;
  readonly lane: Lane;
}

/** What the runner shows beside the source. */
interface RunnerAnnotation {
  readonly kind: string;
  readonly file: string;
  readonly line: string;
  readonly title: string;
  readonly message: string;
}

export interface ActRun {
  readonly exitCode: number | null;
  /** What the steps and the runner said. */
  readonly log: string;
  readonly annotations: readonly RunnerAnnotation[];
  /** What the action wrote for the page of the run. */
  readonly summary: string;
  /** The folder `$KEPT`, for what a step wants to keep: the workspace goes with the job. */
  readonly kept: string;
  /** The files of an uploaded artifact by their paths in it; undefined when there is none. */
  artifact(name: string): Promise<ReadonlyMap<string, Buffer> | undefined>;
}

interface LogLine {
  readonly msg?: string;
  readonly command?: string;
  readonly arg?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

/** Runs the workflows of a push under act on this machine itself, with its own artifact and cache servers. */
export async function runAct({ project, cache, action, lane }: ActOptions): Promise<ActRun> {
  const [act, temp, artifactPort, cachePort] = await Promise.all([
    devTool("act"),
    tempFolder(),
    freePort(),
    freePort(),
  ]);
  const folders = { artifacts: join(temp, "artifacts"), kept: join(temp, "kept"), home: join(temp, "home") };
  for (const folder of Object.values(folders)) await mkdir(folder);
  const args = [
    ["push", "--json", "-P", "ubuntu-latest=-self-hosted", "-C", project],
    ["--action-cache-path", join(temp, "actions"), "--local-repository", `acme/go-docker-action@v1=${action}`],
    ["--artifact-server-path", folders.artifacts],
    ["--artifact-server-addr", "127.0.0.1", "--artifact-server-port", `${artifactPort}`],
    "folder" in cache
      ? ["--cache-server-path", cache.folder, "--cache-server-addr", "127.0.0.1", "--cache-server-port", `${cachePort}`]
      : ["--no-cache-server", "--env", `ACTIONS_CACHE_URL=${cache.url}`],
    ["--env", `KEPT=${folders.kept}`],
  ];
  const env = {
    ...process.env,
    ...lane.env,
    // act takes the node that it finds, and an action needs 24.
    PATH: [join(repository, "node_modules/.bin"), lane.env["PATH"]].join(delimiter),
    ACTIONS_RUNTIME_URL: await startArtifactProxy(`http://127.0.0.1:${artifactPort}`),
    XDG_CONFIG_HOME: folders.home,
    XDG_CACHE_HOME: folders.home,
  };
  const child = startProcess(act, args.flat(), { env });
  const [exitCode] = (await once(child, "close")) as [number | null];
  const lines = child.output().split("\n").map(logLine);
  return {
    exitCode,
    log: lines.map(({ msg = "" }) => msg.replace(/\n$/, "")).join("\n"),
    annotations: lines.flatMap(annotation),
    summary: lines.flatMap(({ msg = "" }) => /^ *⚙ *Summary - (.*)/s.exec(msg)?.[1] ?? []).join("\n"),
    kept: folders.kept,
    artifact: (name) => unzipped(folders.artifacts, name),
  };
}

function logLine(line: string): LogLine {
  return line.startsWith("{") ? (JSON.parse(line) as LogLine) : { msg: line };
}

function annotation({ command, arg = "", kvPairs = {} }: LogLine): readonly RunnerAnnotation[] {
  if (command !== "error" && command !== "warning" && command !== "notice") return [];
  const { file = "", line = "", title = "" } = kvPairs;
  return [{ kind: command, file, line, title, message: arg }];
}

/** The server's layout: one folder a run, one for each artifact in it, with one zip. */
async function unzipped(artifacts: string, name: string): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const zips = (await readdir(artifacts, { recursive: true })).filter((path) => path.endsWith(`/${name}.zip`));
  if (zips[0] === undefined) return undefined;
  const folder = await tempFolder();
  await promisify(execFile)("unzip", ["-q", "-d", folder, join(artifacts, zips[0])]);
  return files(folder);
}

/** All files of a folder, by their paths in it. */
export async function files(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const);
  return new Map(await Promise.all(contents));
}
