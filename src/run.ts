import { createHash, randomBytes } from "node:crypto";
import { cacheKeys, cacheMode } from "./cache/keys.ts";
import type { Engine } from "./engine/engine.ts";
import { InputError } from "./errors.ts";
import { execute } from "./execute/execute.ts";
import { withScratch } from "./execute/scratch.ts";
import type { Host } from "./host/host.ts";
import { type Inputs, parseInputs } from "./inputs/inputs.ts";
import { contradictions } from "./inputs/rules.ts";
import { makePlan, type Plan } from "./plan/plan.ts";
import { containerSpec } from "./project/container-spec.ts";
import { inspectProject } from "./project/inspect.ts";
import { inspectWorkspace } from "./project/workspace.ts";
import { type Publication, publish } from "./publish/publish.ts";
import { makeReport } from "./report/make-report.ts";

/** What a run may be told beside its inputs. */
export interface RunOptions {
  /** Finds the engine. `statusDir` is where its containers leave the exit codes of their commands. */
  readonly connect: (wanted: Inputs["engine"], statusDir: string) => Promise<Engine>;
  /** Aborted with a CancelledError when a signal came. */
  readonly signal: AbortSignal;
  /** Stops when the plan is made, and hands it over with every command line. */
  readonly dryRun?: (plan: Plan, commandLines: readonly (readonly string[])[]) => void;
}

export type RunResult = Publication & { readonly cacheHit: boolean };

/** The story: inputs, workspace, engine, project, plan, outcome, report, publication. Undefined after a dry run. */
export async function run(host: Host, { connect, signal, dryRun }: RunOptions): Promise<RunResult | undefined> {
  const { log } = host;
  const { inputs, problems } = parseInputs(host.inputs);
  if (inputs.password !== undefined) host.hide(inputs.password);
  const { workspace, problems: inWorkspace } = await inspectWorkspace(host.facts.workspace, inputs, host.facts);
  const wrong = [...problems, ...contradictions(inputs), ...inWorkspace];
  if (wrong.length > 0) throw new InputError(wrong);

  return withScratch(host, workspace, async (folders) => {
    const engine = await connect(inputs.engine, folders.status);
    const image = await log.group("go", () => engine.ensureImage(workspace.goImage, (_, text) => log.untrusted(text)));
    signal.throwIfAborted();

    const mode = cacheMode(inputs.cache, host.facts);
    const runId = randomBytes(8).toString("hex");
    const keys = cacheKeys(workspace, image.repositoryDigest || image.id, inputs, runId, sha256);
    const found =
      mode === "off" ? undefined : await log.group("cache", () => host.cache.restore(keys.key, keys.prefixes));

    const spec = containerSpec(workspace, inputs, await folders.prepare(), runId);
    const container = await engine.start(spec);
    const stop = () => void container.remove();
    signal.addEventListener("abort", stop);
    try {
      const project = await inspectProject(container, workspace, inputs);
      signal.throwIfAborted();
      log.info(
        `Go ${project.go.version} in ${image.repositoryDigest || workspace.goImage}, ${engine.facts.name} ${engine.facts.version}`,
      );
      const plan = makePlan({ inputs, project, engine: engine.facts });
      if (dryRun !== undefined) {
        dryRun(
          plan,
          engine.describe(
            spec,
            plan.steps.flatMap((step) => ("tasks" in step ? step.tasks : [])),
          ),
        );
        return undefined;
      }

      const outcome = await execute(plan, container, log, folders.scratch);
      signal.throwIfAborted();
      const report = makeReport(plan, outcome, image.repositoryDigest || workspace.goImage);
      await container.remove();
      if (mode === "read-write") await log.group("cache", () => host.cache.save(keys.key));

      const publication = await publish(plan, outcome, report, engine, host, folders.scratch);
      signal.throwIfAborted();
      await host.present(publication.report, publication.published);
      return {
        ...publication,
        cacheHit: found !== undefined && keys.prefixes[0] !== undefined && found.startsWith(keys.prefixes[0]),
      };
    } finally {
      signal.removeEventListener("abort", stop);
      await container.remove();
    }
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
