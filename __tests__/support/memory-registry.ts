import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterwards } from "./afterwards.ts";
import { freePort, startProcess, untilAnswers } from "./child-process.ts";
import { devTool } from "./dev-tool.ts";
import { type Lane, removeImages } from "./engines.ts";
import { accept } from "./registry.ts";
import { tempFolder } from "./temp-project.ts";

export interface MemoryRegistry {
  readonly host: string;
  repositories(): Promise<readonly string[]>;
  /** The digest that the registry gives for a tag. */
  digest(repository: string, tag: string): Promise<string | null>;
}

/** An empty registry of the test's own. What is pushed to it goes with it, out of the engine, too. */
export async function startMemoryRegistry(lane: Lane): Promise<MemoryRegistry> {
  const [binary, folder, port] = await Promise.all([devTool("docker-registry"), tempFolder(), freePort()]);
  const host = `127.0.0.1:${port}`;
  const config = { version: "0.1", log: { level: "warn" }, storage: { inmemory: {} }, http: { addr: host } };
  await writeFile(join(folder, "registry.yml"), JSON.stringify(config));
  await untilAnswers(`http://${host}/v2/`, startProcess(binary, ["serve", join(folder, "registry.yml")]));
  afterwards(() => removeImages(lane, `${host}/`));
  return {
    host,
    repositories: async () => {
      const answer = await fetch(`http://${host}/v2/_catalog`);
      return ((await answer.json()) as { readonly repositories: readonly string[] }).repositories;
    },
    digest: async (repository, tag) => {
      const url = `http://${host}/v2/${repository}/manifests/${tag}`;
      return (await fetch(url, { method: "HEAD", headers: { accept } })).headers.get("docker-content-digest");
    },
  };
}
