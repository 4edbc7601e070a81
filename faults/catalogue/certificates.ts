import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Lane } from "../../__tests__/support/engines.ts";
import { bridge } from "../bridge.ts";
import { certificate, type Flaw, flaws } from "../certificates.ts";
import type { Ground } from "../ground.ts";
import { needy } from "../needy.ts";
import { type Condition, conditions } from "./single.ts";

/** A server that is asked in vain: nobody gets beyond its certificate. With `trusted`, its root is handed over. */
async function server(lane: Lane, ground: Ground, flaw: Flaw, trusted = false): Promise<string> {
  const address = await bridge(lane);
  const folder = join(ground.aside, "tls");
  await mkdir(folder);
  const pair = await certificate(address, flaw, folder);
  if (trusted) await writeFile(join(ground.workspace, "roots.pem"), pair.cert);
  const listening = createServer(pair, (_, answer) => void answer.writeHead(404).end("nothing here"));
  listening.unref().listen(0, address);
  await once(listening, "listening");
  return `${address}:${(listening.address() as AddressInfo).port}`;
}

const proxy = (lane: Lane, ground: Ground, flaw: Flaw, trusted = false) =>
  server(lane, ground, flaw, trusted).then((host) => ({ inputs: { env: `GOPROXY=https://${host}\nGONOSUMDB=*` } }));

const all = conditions("F15", "certificates: of nobody's, expired, another host's", [
  ...flaws.map(
    (flaw): Condition => ({
      variant: `module proxy, ${flaw}`,
      project: { fixture: "surroundings", files: needy },
      call: { inputs: { steps: "vet, test" } },
      before: (ground, lane) => proxy(lane, ground, flaw),
      expected: { exit: [3], says: ["x509: ", "`ca-certificates`"] },
    }),
  ),
  ...flaws.map(
    (flaw): Condition => ({
      variant: `registry, ${flaw}`,
      project: { fixture: "hello" },
      call: { inputs: { steps: "build", push: "true", "image-base": "scratch" } },
      before: async (ground, lane) => ({ inputs: { image: `${await server(lane, ground, flaw)}/fault/hello` } }),
      expected: { exit: [3], says: ["certificate", "certs.d"] },
    }),
  ),
  {
    variant: "module proxy, its root given",
    project: { fixture: "surroundings", files: needy },
    call: { inputs: { steps: "vet, test", "ca-certificates": "roots.pem" } },
    before: (ground, lane) => proxy(lane, ground, "unknown", true),
    expected: { exit: [1], says: ["404 Not Found"], skip: ["git", "owners"] },
  },
]);

export const certificates = { ...all, needsDaemon: true };
