import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Lane, repository } from "../../__tests__/support/engines.ts";
import { accept, registry } from "../../__tests__/support/registry.ts";
import type { Fault, Played, Trial } from "../fault.ts";
import { type Ended, FaultyRun } from "../faulty-run.ts";
import { onGround } from "../ground.ts";
import { type Broken, brokenInvariants } from "../invariants.ts";
import { type Accident, accidents, type Kind, kinds, startRegistryProxy } from "../registry-proxy.ts";

interface Row {
  readonly kind: Kind;
  readonly accident: Accident;
  readonly count: number;
}

const rows: readonly Row[] = kinds.flatMap((kind) =>
  accidents
    .filter((accident) => accident !== "swapped" || kind === "manifest GET")
    .flatMap((accident) => [1, 3, Number.POSITIVE_INFINITY].map((count) => ({ kind, accident, count }))),
);

/** What passes by itself when it is tried again. */
const transient: readonly Accident[] = ["429", "500", "502", "503", "reset", "hang", "truncated"];

export const registryFaults: Fault = {
  id: "F13",
  title: "a registry that stumbles, refuses or lies; F14: another manifest than was pushed",
  trials: (random, scale) =>
    rows
      .filter(() => random() < Math.max(scale, 0.05))
      .map(
        (row): Trial => ({ variant: `${row.accident} × ${row.count}, ${row.kind}`, play: (lane) => pushed(row, lane) }),
      ),
};

async function pushed(row: Row, lane: Lane): Promise<Played> {
  await promisify(execFile)(join(repository, "script/registry"), ["start"]);
  const proxy = await startRegistryProxy(registry, row.kind, row.accident, row.count);
  const tag = `t${Math.random().toString(36).slice(2)}`;
  try {
    return await onGround({ fixture: "hello" }, async (ground) => {
      // Another binary each time, so that there is something to push.
      const ldflags = `-X main.version=${tag}`;
      const image = { image: `${proxy.host}/fault/hello`, "image-tags": `type=raw,value=${tag}`, push: "true" };
      const inputs = { "go-version": "1.27.3", steps: "build", ldflags, ...image, "image-base": "scratch" };
      const run = new FaultyRun(lane, ground, { inputs, words: ["--json"], patience: 300_000 });
      const ended = await run.ended;
      const exit = row.count < 4 && transient.includes(row.accident) ? [0] : [0, 3];
      const { broken } = await brokenInvariants(lane, run, ended, { exit });
      return { broken: [...broken, ...(await digests(ended, tag, row, proxy.hits()))] };
    });
  } finally {
    await proxy.close();
    const ref = `${proxy.host}/fault/hello:${tag}`;
    await lane.docker("image", "rm", "--force", ref).catch(() => undefined);
  }
}

/** A digest is told only when it is the registry's own; a registry that fails for ever is never a success. */
async function digests(
  { exitCode, log }: Ended,
  tag: string,
  { count }: Row,
  hits: number,
): Promise<readonly Broken[]> {
  const told = /"image-digest":"([^"]*)"/.exec(log)?.[1] ?? "";
  const answer = await fetch(`http://${registry}/v2/fault/hello/manifests/${tag}`, {
    method: "HEAD",
    headers: { accept },
  });
  const held = answer.headers.get("docker-content-digest") ?? "";
  const wrong = (found: string): Broken => ({ invariant: "exit", found });
  return [
    ...(told !== "" && told !== held ? [wrong(`told ${told}, the registry holds ${held}`)] : []),
    ...(exitCode !== 0 && told !== "" ? [wrong(`told ${told} although it ended with ${exitCode}`)] : []),
    ...(exitCode === 0 && told === "" ? [wrong("told no digest")] : []),
    ...(exitCode === 0 && hits > 3 && count > 3 ? [wrong(`passed although ${hits} requests failed`)] : []),
    ...(exitCode === 3 && !log.includes("→ ") ? [wrong(`no remedy: ${log.slice(-300)}`)] : []),
  ];
}
