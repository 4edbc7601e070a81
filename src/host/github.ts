import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import type { Ending } from "../ending.ts";
import { OutputError } from "../errors.ts";
import type { RawInputs } from "../inputs/inputs.ts";
import { chooseAnnotations } from "../report/annotations.ts";
import { resultTable } from "../report/console-table.ts";
import type { Published, PublishedArtifact, Report } from "../report/report.ts";
import { summaryMarkdown } from "../report/summary.ts";
import { GithubCache } from "./github-cache.ts";
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
      const upload = () => new DefaultArtifactClient().uploadArtifact(name, paths, workspace, options);
      const { id, size } = await core.group(`artifact ${name}`, upload);
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
    await this.log.untrusted(resultTable(report, published));
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
