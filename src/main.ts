import { writeSync } from "node:fs";
import { json } from "node:stream/consumers";
import { endingOf, endingOfError } from "./ending.ts";
import { ContainerCli } from "./engine/container-cli.ts";
import { findEngine } from "./engine/find-engine.ts";
import { GithubHost } from "./host/github.ts";
import { endWithParent } from "./host/services/end-with-parent.ts";
import type { ServiceRequest } from "./host/services/request.ts";
import { serve } from "./host/services/serve.ts";
import { run } from "./run.ts";
import { endedBy, leave, untilSignal } from "./signals.ts";
import { keepHeapSmall } from "./small-heap.ts";

keepHeapSmall();
const [program = "", word] = process.argv.slice(1);
if (word === "service") await answerOne();
else await main();

async function main(): Promise<void> {
  const signal = untilSignal();
  const host = new GithubHost(process.env, [process.execPath, program], signal);
  const running = run(host, {
    signal,
    connect: async ({ engine, builder }, folders) =>
      new ContainerCli(await findEngine(engine, builder, signal), folders, signal),
  }).then(endingOf, endingOfError);
  const ended = await endedBy(running, signal);
  leave(host.end(ended instanceof Error ? endingOfError(ended) : ended), signal);
}

/** As the process that asks a service: one request on standard input, its answer on the fourth stream. */
async function answerOne(): Promise<void> {
  endWithParent();
  const answer = await serve((await json(process.stdin)) as ServiceRequest);
  writeSync(3, JSON.stringify(answer));
  // What the libraries still wait for is nobody's concern any more.
  process.kill(process.pid, "SIGKILL");
}
