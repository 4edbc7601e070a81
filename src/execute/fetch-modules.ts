import type { Container } from "../engine/engine.ts";
import type { EnvironmentError } from "../errors.ts";
import type { Log } from "../host/host.ts";
import { UntrustedLines } from "../host/untrusted.ts";
import type { Plan } from "../plan/plan.ts";
import { missingModule, moduleTrouble } from "../reading/trouble.ts";

/**
 * Makes go download what it needs. Returns what kept it from that; a project that go cannot read for another reason is
 * left to the checks, which say it better.
 */
export async function fetchModules(
  { fetches, facts }: Plan,
  container: Container,
  log: Log,
  more: Readonly<Record<string, string>> = {},
): Promise<EnvironmentError | undefined> {
  for (const { title, ...command } of fetches) {
    const lines = new UntrustedLines(log);
    let stderr = "";
    log.info(title);
    const end = await container.run(
      { ...command, env: { ...command.env, ...more }, alone: true },
      async (stream, text) => {
        if (stream === "stdout") return;
        stderr = (stderr + text).slice(-64 * 1024);
        await lines.write(text);
      },
      facts.inputs.timeout,
    );
    await lines.end();
    if (end.timedOut) return missingModule(`go did not come to an end with \`${title}\` within the time limit`);
    const trouble = end.exitCode === 0 ? undefined : moduleTrouble(stderr);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}
