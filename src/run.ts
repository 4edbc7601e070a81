import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { type CacheKeys, cacheKeys, cacheMode } from "./cache/keys.ts";
import { missingSecrets, secretValues } from "./engine/build-secrets.ts";
import type { Container, ContainerSpec, Engine, EngineSocket, LocalImage } from "./engine/engine.ts";
import { envSecrets, inheritedVariables } from "./engine/env-secrets.ts";
import { InputError } from "./errors.ts";
import { execute } from "./execute/execute.ts";
import { gitUser, type LentToken, lendGitToken } from "./execute/git-token.ts";
import { type Folders, withScratch } from "./execute/scratch.ts";
import { verifyModules } from "./execute/verify-modules.ts";
import { openGit } from "./git/open-git.ts";
import { withLocks } from "./git/with-locks.ts";
import type { Host, Log } from "./host/host.ts";
import { UntrustedLines } from "./host/untrusted.ts";
import { goFlagsProblems } from "./inputs/go-flags.ts";
import { type Inputs, parseInputs } from "./inputs/inputs.ts";
import { contradictions } from "./inputs/rules.ts";
import { ownerText } from "./leftovers/owner.ts";
import { sweepContainers, sweepFolders, sweepImages } from "./leftovers/sweep.ts";
import { thisProcess } from "./leftovers/this-process.ts";
import { makePlan, type Plan } from "./plan/plan.ts";
import { commandOf } from "./plan/step.ts";
import { containerSpec } from "./project/container-spec.ts";
import { earlierCoverage, keepCoverage } from "./project/earlier-coverage.ts";
import { inspectProject } from "./project/inspect.ts";
import { persistedTokens } from "./project/persisted-token.ts";
import type { Workspace } from "./project/project.ts";
import { inspectWorkspace } from "./project/workspace.ts";
import { missingLogins } from "./publish/missing-logins.ts";
import { movedReleases } from "./publish/moved-releases.ts";
import { type Publication, publish } from "./publish/publish.ts";
import { requirePushRights } from "./publish/push-rights.ts";
import type { EarlierCoverage } from "./reading/coverage.ts";
import { registryAccess } from "./registry/access.ts";
import { trustRoots } from "./registry/trust.ts";
import { makeReport } from "./report/make-report.ts";
import type { Report } from "./report/report.ts";

export interface RunOptions {
  /** Finds the engine. */
  readonly connect: (
    wanted: Pick<Inputs, "engine" | "builder">,
    folders: Pick<Folders, "status" | "private">,
  ) => Promise<Engine>;
  /** Aborted with a CancelledError when a signal came. */
  readonly signal: AbortSignal;
}

export type RunResult = Publication & { readonly cacheHit: boolean };

/** The story: inputs, workspace, engine, project, plan, outcome, report, publication. */
export function run(host: Host, options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  return withPlan(
    host,
    options,
    async ({ plan, container, engine, image, keys, found, mode, folders, token, earlier, checkLocks }) => {
      const access = registryAccess(plan.facts.inputs, engine.facts, options.signal);
      for (const note of await movedReleases(plan, access)) host.log.warning(note);
      const outcome = await execute(plan, container, host.log, folders.scratch, token, {
        signal: options.signal,
        checkLocks,
      });
      options.signal.throwIfAborted();
      await checkLocks();
      const report = makeReport(plan, outcome, image.repositoryDigest || image.name, earlier);
      if (mode === "read-write" && !container.copied) await saveCache(host, keys.key, plan, report);

      const delivery = { plan, outcome, report, engine, host, scratch: folders.scratch };
      const publication = await publish(delivery, options.signal, elapsed);
      options.signal.throwIfAborted();
      await host.present(publication.report, publication.published);
      return { ...publication, cacheHit: found?.startsWith(keys.exact) ?? false };
    },
  );
}

async function saveCache({ cache }: Host, key: string, { facts }: Plan, { coverage }: Report): Promise<void> {
  if (cache.shared && coverage !== undefined)
    await keepCoverage(cache.folder, coverage, facts.project.git.sha, facts.inputs);
  await cache.save(key);
}

/** Where only this machine's own runs meet, they leave no figures for each other. */
async function coverageInCache({ cache }: Host, found: string | undefined, { git }: Workspace, inputs: Inputs) {
  return found !== undefined && cache.shared ? earlierCoverage(cache.folder, git.sha, inputs) : undefined;
}

/** Decides everything, and shows it: the plan, and every command line of a container. */
export function dryRun(host: Host, options: RunOptions) {
  return withPlan(host, options, async ({ plan, engine, spec }) => {
    const commands = plan.steps.flatMap((planned) =>
      "tasks" in planned ? planned.tasks.map((task) => commandOf(planned.step, task)) : [],
    );
    return { ...planView(plan), commandLines: engine.describe(spec, commands) };
  });
}

/** The plan without its facts: among the inputs there may be a password. */
function planView({ facts, steps, binaries, image }: Plan) {
  return {
    goImage: facts.project.goImage,
    goVersion: facts.project.go.version,
    packages: facts.project.modules.flatMap(({ packages }) => packages.map(({ importPath }) => importPath)),
    steps: steps.map(({ step, ...planned }) => ({ name: step.name, ...planned })),
    binaries: binaries.map(({ name, target, path }) => ({ name, target, path })),
    image,
  };
}

interface Planned {
  readonly plan: Plan;
  readonly engine: Engine;
  readonly image: LocalImage & { readonly name: string };
  readonly spec: ContainerSpec;
  readonly container: Container;
  readonly token: LentToken;
  readonly folders: Folders;
  readonly mode: ReturnType<typeof cacheMode>;
  readonly keys: CacheKeys;
  /** The key of the cache that was restored. */
  readonly found: string | undefined;
  readonly earlier: EarlierCoverage | undefined;
  /** Throws where the code under test has put another repository somewhere. */
  readonly checkLocks: () => Promise<void>;
}

async function withPlan<T>(
  host: Host,
  { connect, signal }: RunOptions,
  body: (planned: Planned) => Promise<T>,
): Promise<T> {
  const { log } = host;
  return withScratch(host, async (folders) => {
    const { inputs, workspace } = await judge(host, folders.own, signal);
    const engine = await connect(inputs, folders);
    const sweeping = sweep(host, engine);
    const lines = new UntrustedLines(log);
    const local = await log.group("go", () =>
      engine.ensureImage(workspace.goImage, (_, text) => lines.write(text)).finally(() => lines.end()),
    );
    await sweeping;
    signal.throwIfAborted();
    const image = { ...local, name: workspace.goImage };

    const mode = cacheMode(inputs.cache, host.facts);
    const runId = randomBytes(8).toString("hex");
    const keys = cacheKeys(workspace, image.repositoryDigest || image.id, inputs, runId, sha256);
    const found = mode === "off" ? undefined : await host.cache.restore(keys.key, keys.prefixes);
    const earlier = await coverageInCache(host, found, workspace, inputs);

    if (found !== undefined && host.cache.shared)
      await verifyModules(join(host.cache.folder, String(workspace.uid), "pkg"), workspace, log, signal);
    const kept = mode !== "off" && host.cache.usable ? host.cache.folder : undefined;
    const hostFolders = await folders.prepare(kept, workspace, inputs);
    const mark = { id: runId, owner: ownerText(thisProcess()) };
    const socket = inputs.dockerSocket ? await handIn(engine, log) : undefined;
    return await withLocks(workspace.path, workspace.locks, workspace, folders.private, async ({ locks, check }) => {
      const spec = containerSpec({ ...workspace, locks }, inputs, engine.facts, hostFolders, mark, socket);
      return await withContainer(engine, spec, signal, async (container) => {
        if (container.copied) await warnOfTokens(workspace, "mirror", log);
        const token = await lendGitToken(inputs, container, folders.scratch);
        const project = await inspectProject(container, { ...workspace, locks }, inputs, token.env);
        signal.throwIfAborted();
        log.info(
          `Go ${project.go.version} in ${image.repositoryDigest || image.name}, ${engine.facts.name} ${engine.facts.version}`,
        );
        const plan = makePlan({ inputs, project, engine: engine.facts });
        const planned = { plan, engine, image, spec, container, folders, mode, keys, found, token, earlier };
        return await body({ ...planned, checkLocks: check });
      });
    });
  }).catch((error: unknown) => {
    // Whatever broke because it was taken away is the cancellation's doing.
    signal.throwIfAborted();
    throw error;
  });
}

/** Starts the container, and removes it after the body, or when a signal comes. */
async function withContainer<T>(
  engine: Engine,
  spec: ContainerSpec,
  signal: AbortSignal,
  body: (container: Container) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const container = await engine.start(spec);
  const stop = () => void container.remove();
  signal.addEventListener("abort", stop);
  try {
    signal.throwIfAborted();
    return await body(container);
  } finally {
    signal.removeEventListener("abort", stop);
    await container.remove();
  }
}

function handIn(engine: Engine, log: Log): Promise<EngineSocket> {
  log.warning(
    "`docker-socket`: the engine's socket is in the container. The code under test can do on this machine whatever root can.",
  );
  return engine.socket();
}

/** Removes what runs left that were killed together with everything that would have cleaned up after them. */
async function sweep({ facts, log }: Host, engine: Engine): Promise<void> {
  try {
    // First what may still write into the folders.
    const containers = await sweepContainers(engine);
    const swept = [...containers, ...(await sweepImages(engine)), ...(await sweepFolders(facts.temp))];
    if (swept.length > 0) log.info(`Removed what earlier runs left behind: ${swept.join(", ")}`);
  } catch {
    // The next run tries again.
  }
}

/** Reads the inputs and the workspace; everything wrong in both is said at once, before anything starts. */
async function judge(
  host: Host,
  folder: string,
  signal: AbortSignal,
): Promise<{ readonly inputs: Inputs; readonly workspace: Workspace }> {
  const { inputs, problems, notes } = parseInputs(host.inputs);
  for (const note of notes) host.log.info(note);
  if (inputs.password !== undefined) host.hide(inputs.password, inputs.username);
  if (inputs.gitToken !== undefined) host.hide(inputs.gitToken, gitUser);
  const { workspace: path } = host.facts;
  for (const value of envSecrets(inputs.env)) host.hide(value);
  for (const value of await secretValues(inputs, { path })) host.hide(value);
  const git = await openGit({ workspace: path, dirs: inputs.workingDirectory, folder, signal });
  const inspected = await inspectWorkspace(path, inputs, host.facts, git, signal);
  signal.throwIfAborted();
  const { workspace, problems: inWorkspace } = inspected;
  const wrong = [
    ...problems,
    ...contradictions(inputs),
    ...inWorkspace,
    ...(await missingLogins(inputs)),
    ...missingSecrets(inputs),
    ...goFlagsProblems(inheritedVariables(inputs.env)),
  ];
  if (wrong.length > 0) throw new InputError(wrong);
  if (inputs.push) await trustRoots(inputs, workspace);
  await requirePushRights(inputs, signal);
  for (const note of inspected.notes) host.log.info(note);
  await warnOfTokens(workspace, "kept", host.log);
  return { inputs, workspace };
}

async function warnOfTokens(workspace: Workspace, kind: "kept" | "mirror", log: Log): Promise<void> {
  for (const config of await persistedTokens(workspace, kind))
    log.warning(
      `The checkout has left a token in ${config}, where the code under test can read it. Check out with \`persist-credentials: false\`.`,
    );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
