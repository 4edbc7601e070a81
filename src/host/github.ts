import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import * as core from "@actions/core";
import type { Ending } from "../ending.ts";
import { OutputError } from "../errors.ts";
import type { RawInputs } from "../inputs/inputs.ts";
import { chooseAnnotations } from "../report/annotations.ts";
import { resultTable } from "../report/console-table.ts";
import type { Published, PublishedArtifact, Report } from "../report/report.ts";
import { summaryMarkdown } from "../report/summary.ts";
import { githubEvent } from "./github-event.ts";
import type { ArtifactFiles, Cache, Host, HostFacts, Log } from "./host.ts";
import { neutralised } from "./untrusted.ts";

/** The GitHub runner. */
export class GithubHost implements Host {
  readonly facts: HostFacts;
  readonly inputs: RawInputs;
  readonly log: Log = new GithubLog();
  readonly cache: Cache;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    const temp = env["RUNNER_TEMP"] || tmpdir();
    const workspace = env["GITHUB_WORKSPACE"] || process.cwd();
    this.facts = { ...githubEvent(env), workspace, temp, job: env["GITHUB_JOB"] ?? "" };
    this.inputs = inputsOf(env);
    this.cache = new GithubCache(join(temp, "go-docker-action", "cache"), temp, this.log);
  }

  hide(secret: string): void {
    core.setSecret(secret);
  }

  async upload({ name, files, retentionDays }: ArtifactFiles): Promise<PublishedArtifact> {
    const { DefaultArtifactClient } = await import("@actions/artifact");
    const { workspace } = this.facts;
    try {
      const paths = files.map((file) => join(workspace, file));
      const options = retentionDays === undefined ? {} : { retentionDays };
      const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, paths, workspace, options);
      return { name, size: size ?? 0, id: String(id ?? ""), files };
    } catch (error) {
      throw new OutputError(
        `The artifact ${name} could not be uploaded: ${error instanceof Error ? error.message : String(error)}`,
        "In a matrix, give each job its own `artifact-name`. The files are in the workspace all the same.",
        { cause: error },
      );
    }
  }

  async present(report: Report, published: Published): Promise<void> {
    this.log.untrusted(resultTable(report, published));
    const findings = report.steps.flatMap((step) => step.findings);
    for (const { file, line, column, title, message } of chooseAnnotations(findings)) {
      core.error(message, {
        title,
        ...(file === "" ? {} : { file }),
        ...(line === 0 ? {} : { startLine: line }),
        ...(column === 0 ? {} : { startColumn: column }),
      });
    }
    for (const note of report.notes) core.notice(note);
    await writeSummary(summaryMarkdown(report, published), this.log);
  }

  /** Every declared output goes through the runner's file, never through the log. */
  end({ outputs, failure, exitCode }: Ending): void {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    if (failure !== "") core.setFailed(failure);
    else if (exitCode !== 0) core.setFailed("The checks failed. The log and the job summary say where.");
  }
}

async function writeSummary(markdown: string, log: Log): Promise<void> {
  try {
    await core.summary.addRaw(markdown, true).write();
  } catch (error) {
    log.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The runner hands inputs over as `INPUT_GO-VERSION`. */
function inputsOf(env: Readonly<Record<string, string | undefined>>): RawInputs {
  const given = Object.entries(env).filter(([name]) => name.startsWith("INPUT_"));
  return Object.fromEntries(given.map(([name, value]) => [name.slice("INPUT_".length).toLowerCase(), value ?? ""]));
}

/** The one writer: commands are ours alone, and what is untrusted stands in a window in which the runner obeys nothing. */
class GithubLog implements Log {
  info(line: string): void {
    this.#window(line);
  }

  warning(line: string): void {
    core.warning(line);
  }

  async untrusted(text: string): Promise<void> {
    if (!this.#window(text)) await once(process.stdout, "drain");
  }

  group<T>(title: string, body: () => Promise<T>): Promise<T> {
    return core.group(title, body);
  }

  #window(text: string): boolean {
    const token = randomBytes(16).toString("hex");
    const lines = neutralised(text).replace(/\n?$/, "\n");
    return process.stdout.write(`::stop-commands::${token}\n${lines}::${token}::\n`);
  }
}

/**
 * The runner's cache service. It finds a key only together with the path as it was given: so that this is the same on
 * every runner, it is relative to the runner's temporary folder, and that is the working directory meanwhile.
 */
class GithubCache implements Cache {
  readonly folder: string;
  readonly #temp: string;
  readonly #log: Log;
  #broken = false;

  constructor(folder: string, temp: string, log: Log) {
    this.folder = folder;
    this.#temp = temp;
    this.#log = log;
  }

  async restore(key: string, prefixes: readonly string[]): Promise<string | undefined> {
    const found = await this.#tolerant("restored", (cache, path) => cache.restoreCache([path], key, [...prefixes]));
    // A module that is unpacked by halves would be taken for a whole one.
    if (this.#broken) await this.#discard();
    await mkdir(this.folder, { recursive: true });
    if (!this.#broken) this.#log.info(found === undefined ? "No cache was found." : `Restored the cache ${found}`);
    return this.#broken ? undefined : found;
  }

  /** A service that failed is not asked again: one warning, and no second wait. */
  async save(key: string): Promise<void> {
    if (this.#broken) return;
    await this.#tolerant("saved", (cache, path) => cache.saveCache([path], key));
    if (!this.#broken) this.#log.info(`Saved the cache ${key}`);
  }

  async #tolerant<T>(
    what: string,
    work: (cache: typeof import("@actions/cache"), path: string) => Promise<T>,
  ): Promise<T | undefined> {
    const back = process.cwd();
    try {
      process.chdir(this.#temp);
      const cache = await import("@actions/cache");
      if (!cache.isFeatureAvailable()) throw new Error("this runner has no cache service");
      return await withFaults(() => work(cache, relative(this.#temp, this.folder)));
    } catch (error) {
      this.#broken = true;
      this.#log.warning(`The cache could not be ${what}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    } finally {
      process.chdir(back);
    }
  }

  /** Go's modules are write-protected: where they cannot be removed, they are out of the way at least. */
  async #discard(): Promise<void> {
    const aside = `${this.folder}-broken`;
    await rename(this.folder, aside).catch(() => undefined);
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The cache library swallows its faults and writes annotations of its own, some of them errors. Here they are thrown. */
async function withFaults<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const faults: string[] = [];
  const write = stdout.write;
  stdout.write = ((chunk: string | Uint8Array, ...rest: []) => {
    const [, fault] = /^(?:::(?:warning|error)[^:]*::|(?=Failed to save:))(.*)/s.exec(String(chunk)) ?? [];
    if (fault === undefined) return write.call(stdout, chunk, ...rest);
    const unescaped = fault.replace(/%0D|%0A/g, " ").replace(/%25/g, "%");
    faults.push(unescaped.trim());
    return true;
  }) as typeof stdout.write;
  try {
    const value = await work();
    if (faults[0] !== undefined) throw new Error(faults[0]);
    return value;
  } finally {
    stdout.write = write;
  }
}
