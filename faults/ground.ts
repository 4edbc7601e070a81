import { execFile } from "node:child_process";
import { chown, cp, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../__tests__/support/engines.ts";

/** The owner of every workspace: not who runs the harness, so that a file of anybody else's shows. */
export const owner = 1000;

/** Where one trial happens: folders of its own, gone afterwards. */
export interface Ground {
  readonly workspace: string;
  /** The run's folder for temporary files. */
  readonly temp: string;
  /** Anything else that the trial needs. */
  readonly aside: string;
}

export interface Project {
  /** A fixture of the integration tests. */
  readonly fixture: string;
  /** More files. */
  readonly files?: Readonly<Record<string, string>>;
  /** The workspace's folder name, when that is what is tried. */
  readonly name?: string;
  readonly git?: boolean;
}

/** Gives the body folders with a project in them, as a fresh clone has it. */
export async function onGround<T>(project: Project, body: (ground: Ground) => Promise<T>): Promise<T> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "gda-fault-")));
  const ground = {
    workspace: join(root, project.name ?? "work"),
    temp: join(root, "temp"),
    aside: join(root, "aside"),
  };
  try {
    for (const folder of Object.values(ground)) await mkdir(folder);
    await fill(ground.workspace, project);
    return await body(ground);
  } finally {
    await promisify(execFile)("chmod", ["-R", "u+rwX", root]).catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  }
}

async function fill(workspace: string, { fixture, files = {}, git = true }: Project): Promise<void> {
  await cp(join(repository, "__tests__/fixtures/projects", fixture), workspace, { recursive: true });
  for (const [file, content] of Object.entries({ ".gitignore": "/dist/\n/reports/\n/started\n", ...files })) {
    await mkdir(dirname(join(workspace, file)), { recursive: true });
    await writeFile(join(workspace, file), content);
  }
  if (git) {
    await runGit(workspace, "init", "--quiet", "--initial-branch", "main");
    await runGit(workspace, "add", "--all");
    await runGit(workspace, "commit", "--quiet", "--message", "the project");
  }
  for (const entry of ["", ...(await readdir(workspace, { recursive: true }))])
    await chown(join(workspace, entry), owner, owner);
}

/** Git in a workspace, without the machine's settings, and without writing when it only reads. */
export async function runGit(workspace: string, ...args: readonly string[]): Promise<string> {
  const settings = ["-c", "safe.directory=*", "-c", "user.name=fault", "-c", "user.email=fault@example.org"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_OPTIONAL_LOCKS: "0" };
  return (await promisify(execFile)("git", [...settings, ...args], { cwd: workspace, env })).stdout;
}
