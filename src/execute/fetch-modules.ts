import type { Container } from "../engine/engine.ts";
import { EnvironmentError } from "../errors.ts";
import type { Log } from "../host/host.ts";
import { UntrustedLines } from "../host/untrusted.ts";
import type { Plan } from "../plan/plan.ts";
import { isNetworkTrouble } from "../reading/trouble.ts";

/**
 * Makes go download what it needs. Returns what kept it from that; a project that go cannot read for another reason is
 * left to the checks, which say it better.
 */
export async function fetchModules(
  { fetches, facts }: Plan,
  container: Container,
  log: Log,
): Promise<EnvironmentError | undefined> {
  for (const { title, ...command } of fetches) {
    const lines = new UntrustedLines(log);
    let stderr = "";
    log.info(title);
    const end = await container.run(
      { ...command, alone: true },
      async (stream, text) => {
        if (stream === "stdout") return;
        stderr = (stderr + text).slice(-64 * 1024);
        await lines.write(text);
      },
      facts.inputs.timeout,
    );
    await lines.end();
    if (end.timedOut) return missing(`go did not come to an end with \`${title}\` within the time limit`);
    const line = stderr.split("\n").find(isNetworkTrouble);
    if (end.exitCode !== 0 && line !== undefined) return missing(line.trim().slice(0, 500));
  }
  return undefined;
}

function missing(reason: string): EnvironmentError {
  return new EnvironmentError(
    `A module could not be downloaded: ${reason}`,
    /x509: /.test(reason)
      ? "Where the proxy or the host has a root of its own, give it by `ca-certificates`; or vendor the modules (`go mod vendor`)."
      : "Look after the network, the proxy (GOPROXY) and `network`; or vendor the modules (`go mod vendor`), which needs none.",
  );
}
