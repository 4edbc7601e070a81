import * as core from "@actions/core";
import { ContainerCli, findEngine } from "./engine/container-cli.ts";
import { exitCodeOf, presentFailure } from "./failure.ts";
import { GithubHost, setOutputs } from "./host/github.ts";
import { makeOutputs } from "./report/outputs.ts";
import { run } from "./run.ts";
import { untilSignal } from "./signals.ts";

const host = new GithubHost(process.env);
const signal = untilSignal();
try {
  const result = await run(host, {
    signal,
    connect: async (wanted, statusDir) => new ContainerCli(await findEngine(wanted), statusDir),
  });
  const failure = result?.failure === undefined ? undefined : presentFailure(result.failure);
  const outputs = makeOutputs(result?.report, result?.published, result?.cacheHit ?? false);
  setOutputs(
    failure === undefined ? outputs : { ...outputs, verdict: "failed", "failure-class": failure.failureClass },
  );
  if (failure !== undefined) core.setFailed(failure.message);
  else if (result?.report.verdict === "failed")
    core.setFailed("The checks failed; the log and the job summary say where.");
  process.exitCode = failure?.exitCode ?? (result === undefined ? 0 : exitCodeOf(result.report));
} catch (error) {
  const { message, failureClass, exitCode } = presentFailure(error);
  setOutputs({ ...makeOutputs(undefined, undefined, false), "failure-class": failureClass });
  core.setFailed(message);
  process.exitCode = exitCode;
}
