import { endingOf, endingOfError } from "./ending.ts";
import { ContainerCli } from "./engine/container-cli.ts";
import { findEngine } from "./engine/find-engine.ts";
import { GithubHost } from "./host/github.ts";
import { run } from "./run.ts";
import { untilSignal } from "./signals.ts";

const host = new GithubHost(process.env);
const signal = untilSignal();
const ending = await run(host, {
  signal,
  connect: async (wanted, folders) => new ContainerCli(await findEngine(wanted, signal), folders, signal),
}).then(endingOf, endingOfError);
process.exitCode = host.end(ending);
