import { stat } from "node:fs/promises";
import { InputError } from "../errors.ts";
import type { EngineSocket } from "./engine.ts";

/** The socket at that address (`unix:///…` or a path), with the group that may use it. */
export async function inspectSocket(address: string): Promise<EngineSocket> {
  const path = address.replace(/^unix:\/\//, "");
  const found = path.startsWith("/") ? await stat(path).catch(() => undefined) : undefined;
  if (found?.isSocket() === true) return { path, gid: found.gid };
  const message = `the engine listens at ${address || "an unknown place"}, where there is no socket to hand in. Use an engine on this machine (podman's is a service of its own, podman.socket), or leave it out.`;
  throw new InputError([{ input: "docker-socket", message }]);
}
