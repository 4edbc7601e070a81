import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Lane } from "../__tests__/support/engines.ts";

/** Engines do not ask loopback for a certificate, and containers cannot reach ours: the bridge's own address is as near. */
export async function bridge(lane: Lane): Promise<string> {
  const format = '{{index .Options "com.docker.network.bridge.name"}}';
  const name = (await lane.docker("network", "inspect", "bridge", "--format", format)).trim();
  const { stdout } = await promisify(execFile)("ip", ["-4", "-oneline", "address", "show", "dev", name]);
  const [, address = ""] = / inet ([\d.]+)/.exec(stdout) ?? [];
  return address;
}
