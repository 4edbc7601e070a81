import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ending, endingOfError } from "../ending.ts";
import { serviceEnv } from "../engine/process-env.ts";
import type { RawInputs } from "../inputs/inputs.ts";
import { chooseAnnotations } from "../report/annotations.ts";
import { resultTable } from "../report/console-table.ts";
import { notices } from "../report/notices.ts";
import type { Published, PublishedArtifact, Report } from "../report/report.ts";
import { summaryMarkdown } from "../report/summary.ts";
import { uploadArtifact } from "./github-artifacts.ts";
import { GithubCache } from "./github-cache.ts";
import { githubEvent } from "./github-event.ts";
import { writeOutputs, writeSummary } from "./github-files.ts";
import { GithubLog } from "./github-log.ts";
import type { ArtifactFiles, Cache, Host, HostFacts } from "./host.ts";
import { askService } from "./services/ask.ts";
import type { ServiceAnswer, ServiceRequest } from "./services/request.ts";
import { markedBelow } from "./untrusted.ts";

/** The GitHub runner. */
export class GithubHost implements Host {
  readonly facts: HostFacts;
  readonly inputs: RawInputs;
  readonly log = new GithubLog(process.stdout);
  readonly cache: Cache;
  readonly #env: Readonly<Record<string, string | undefined>>;

  readonly #ask: (request: ServiceRequest) => Promise<ServiceAnswer>;

  /** `program` asks the runner's services when it is told to. */
  constructor(env: Readonly<Record<string, string | undefined>>, program: readonly string[], signal: AbortSignal) {
    this.#ask = (request) => askService(request, { program, env: serviceEnv(env), signal, log: this.log });
    this.#env = env;
    const temp = env["RUNNER_TEMP"] || tmpdir();
    const workspace = env["GITHUB_WORKSPACE"] || process.cwd();
    this.facts = { ...githubEvent(env), workspace, temp, job: env["GITHUB_JOB"] ?? "" };
    this.inputs = inputsOf(env);
    this.cache = new GithubCache(join(temp, "go-docker-action", "cache"), temp, this.log, this.#ask);
  }

  hide(secret: string, user?: string): void {
    this.log.hide(secret, user);
  }

  upload(artifact: ArtifactFiles): Promise<PublishedArtifact> {
    return this.log.group(`artifact ${artifact.name}`, () => uploadArtifact(artifact, this.facts.workspace, this.#ask));
  }

  async present(report: Report, published: Published): Promise<void> {
    await this.log.own(resultTable(report, published));
    const findings = report.steps.flatMap((step) => step.findings);
    for (const { file, line, column, title, message } of chooseAnnotations(findings, report.changed?.files ?? [])) {
      this.log.command("error", markedBelow(message), { title, file, line, col: column });
    }
    for (const { message, ...place } of notices(report)) this.log.command("notice", message, place);
    await writeSummary(summaryMarkdown(report, published), this.#env, this.log);
  }

  /** Every declared output goes through the runner's file, never through the log. Returns the exit code. */
  end(ending: Ending): number {
    const told = this.#told(ending);
    if (told.failure !== "") this.log.command("error", told.failure);
    else if (told.exitCode !== 0)
      this.log.command("error", "The checks failed. The log and the job summary say where.");
    return told.exitCode;
  }

  #told(ending: Ending): Ending {
    try {
      writeOutputs(ending.outputs, this.#env, this.log);
      return ending;
    } catch (error) {
      return endingOfError(error);
    }
  }
}

/** The runner hands inputs over as `INPUT_GO-VERSION`. */
function inputsOf(env: Readonly<Record<string, string | undefined>>): RawInputs {
  const given = Object.entries(env).filter(([name]) => name.startsWith("INPUT_"));
  return Object.fromEntries(given.map(([name, value]) => [name.slice("INPUT_".length).toLowerCase(), value ?? ""]));
}
