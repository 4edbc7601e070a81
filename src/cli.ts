#!/usr/bin/env node
import { helpText, parseArguments } from "./cli-arguments.ts";
import { ContainerCli, findEngine } from "./engine/container-cli.ts";
import { exitCodeOf, presentFailure } from "./failure.ts";
import { TerminalHost } from "./host/terminal.ts";
import { makeOutputs } from "./report/outputs.ts";
import { run } from "./run.ts";
import { untilSignal } from "./signals.ts";

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const call = parseArguments(process.argv.slice(2));
    if (call.help) {
      process.stdout.write(helpText());
      return 0;
    }
    // What a program reads is alone on standard output.
    const out = call.json || call.dryRun ? process.stderr : process.stdout;
    const host = new TerminalHost(call.inputs, process.cwd(), process.env, out);
    const result = await run(host, {
      signal: untilSignal(),
      connect: async (wanted, statusDir) => new ContainerCli(await findEngine(wanted), statusDir),
      ...(call.dryRun ? { dryRun: printPlan } : {}),
    });
    if (result === undefined) return 0;
    const failure = result.failure === undefined ? undefined : presentFailure(result.failure);
    const outputs = makeOutputs(result.report, result.published, result.cacheHit);
    const final =
      failure === undefined ? outputs : { ...outputs, verdict: "failed", "failure-class": failure.failureClass };
    if (call.json) process.stdout.write(`${JSON.stringify(final)}\n`);
    if (failure !== undefined) process.stderr.write(`${failure.message}\n`);
    return failure?.exitCode ?? exitCodeOf(result.report);
  } catch (error) {
    const { message, exitCode, failureClass } = presentFailure(error);
    process.stderr.write(`${message}\n`);
    if (process.argv.includes("--json")) {
      process.stdout.write(
        `${JSON.stringify({ ...makeOutputs(undefined, undefined, false), "failure-class": failureClass })}\n`,
      );
    }
    return exitCode;
  }
}

function printPlan(plan: unknown, commandLines: readonly (readonly string[])[]): void {
  process.stdout.write(`${JSON.stringify({ plan, commandLines }, null, 2)}\n`);
}
