import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { type LaneName, lanes, startLane } from "../__tests__/support/engines.ts";
import { certificates } from "./catalogue/certificates.ts";
import { code } from "./catalogue/code.ts";
import { daemonFaults } from "./catalogue/daemon.ts";
import { engines } from "./catalogue/engines.ts";
import { machine } from "./catalogue/machine.ts";
import { places } from "./catalogue/places.ts";
import { registryFaults } from "./catalogue/registry.ts";
import { runnerFaults } from "./catalogue/runner.ts";
import { services } from "./catalogue/services.ts";
import { signals } from "./catalogue/signals.ts";
import type { Fault, Random } from "./fault.ts";
import { type Result, table } from "./table.ts";

/**
 * Lets every fault of the catalogue happen to real runs on real engines, and looks at what is left: `npm run faults`.
 * Wants root, and a built `dist/`. Ends with 1 when an invariant was broken.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    /** How many trials where chance decides: 1 is the whole. */
    scale: { type: "string", default: "1" },
    engine: { type: "string", multiple: true, default: [...lanes] },
    only: { type: "string", multiple: true },
    out: { type: "string", default: "reports/faults" },
  },
});

const catalogue: readonly Fault[] = [
  ...signals,
  ...daemonFaults,
  ...engines,
  registryFaults,
  certificates,
  ...machine,
  ...places,
  ...services,
  ...runnerFaults,
  ...code,
];

const unknown = values.only?.filter((id) => !catalogue.some((fault) => fault.id === id)) ?? [];
if (unknown.length > 0)
  throw new Error(`the catalogue has no ${unknown.join(", ")}; give each by an --only of its own`);

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function onEngine(name: LaneName): Promise<readonly Result[]> {
  const lane = await startLane(name);
  const results: Result[] = [];
  for (const fault of catalogue.filter(({ id }) => values.only === undefined || values.only.includes(id))) {
    if (fault.withoutEngine === true && name !== values.engine[0]) continue;
    if (fault.needsDaemon === true && name === "podman") continue;
    const random = seeded(Number(values.seed) + Number(fault.id.slice(1)));
    for (const { variant, play } of fault.trials(random, Number(values.scale))) {
      const began = performance.now();
      const played = await play(lane);
      const seconds = Math.round(performance.now() - began) / 1000;
      results.push({ fault: fault.id, title: fault.title, engine: name, variant, seconds, ...played });
      for (const { invariant, found } of played.broken)
        console.error(`${name} ${fault.id} ${variant}: ${invariant}: ${found}`);
    }
    console.error(`${name} ${fault.id}: ${results.filter(({ fault: id }) => id === fault.id).length} runs`);
  }
  return results;
}

// The engines side by side; on each, one run after the other.
const results = (await Promise.all(values.engine.map((name) => onEngine(name as LaneName)))).flat();
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(
  `${values.out}.json`,
  `${JSON.stringify({ seed: values.seed, scale: values.scale, results }, null, 1)}\n`,
);
writeFileSync(`${values.out}.md`, `${table(results)}\n`);
console.log(table(results));
process.exitCode = results.some(({ broken, accepted = 0 }) => broken.length > 0 || accepted > 0) ? 1 : 0;
