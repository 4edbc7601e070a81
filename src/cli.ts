#!/usr/bin/env node
import { type Call, helpText, parseArguments } from "./cli-arguments.ts";
import { type Ending, endingOf, endingOfError } from "./ending.ts";
import { ContainerCli } from "./engine/container-cli.ts";
import { findEngine } from "./engine/find-engine.ts";
import { TerminalHost } from "./host/terminal.ts";
import { neutralised } from "./host/untrusted.ts";
import { dryRun, type RunOptions, run } from "./run.ts";
import { endedBy, leave, untilSignal } from "./signals.ts";
import { keepHeapSmall } from "./small-heap.ts";

/** As `engines` in package.json says. */
const oldestNode = 24;

keepHeapSmall();
const signal = untilSignal();
leave(await main(process.argv.slice(2)), signal);

async function main(argv: readonly string[]): Promise<number> {
  // Whoever reads may stop to: the run goes on, and its exit code is told all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    process.stderr.write(`go-docker-action needs Node ${oldestNode} or newer; this is ${process.versions.node}.\n`);
    return 3;
  }
  const call = attempt(() => parseArguments(argv));
  if ("failure" in call) return finish(call, argv.includes("--json"));
  if (call.help) {
    process.stdout.write(helpText());
    return 0;
  }
  // What a program reads is alone on standard output.
  const out = call.json || call.dryRun ? process.stderr : process.stdout;
  const host = new TerminalHost(call.inputs, process.cwd(), process.env, out);
  const options: RunOptions = {
    signal,
    connect: async ({ engine, builder }, folders) =>
      new ContainerCli(await findEngine(engine, builder, signal), folders, signal),
  };
  const shown = (ending: Ending): Ending => ({ ...ending, failure: host.log.secrets.mask(ending.failure) });
  if (!call.dryRun) return finish(shown(await inTime(run(host, options).then(endingOf, endingOfError))), call.json);
  const planned = await inTime(dryRun(host, options).catch(endingOfError));
  if ("failure" in planned) return finish(shown(planned), false);
  process.stdout.write(`${JSON.stringify(planned, null, 2)}\n`);
  return 0;
}

/** After a signal, its end is not waited for without end. */
async function inTime<T>(work: Promise<T>): Promise<T | Ending> {
  const ended = await endedBy(work, signal);
  return ended instanceof Error ? endingOfError(ended) : ended;
}

function attempt(parse: () => Call): Call | Ending {
  try {
    return parse();
  } catch (error) {
    return endingOfError(error);
  }
}

function finish({ outputs, failure, exitCode }: Ending, json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify(outputs)}\n`);
  if (failure !== "") process.stderr.write(`${neutralised(failure)}\n`);
  return exitCode;
}
