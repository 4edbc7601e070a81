import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Credentials } from "./engine.ts";
import { dockerFolder } from "./private-config.ts";
import { runProcess } from "./process.ts";

interface DockerConfig {
  readonly auths?: Readonly<Record<string, { readonly auth?: string }>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
}

/** Docker Hub is kept under the address of its first registry. */
const hub = "https://index.docker.io/v1/";

/** What an earlier `docker login` left for a registry: by its credential helper, else in docker's configuration. */
export async function storedCredentials(registry: string, folder = dockerFolder()): Promise<Credentials | undefined> {
  const config = parse<DockerConfig>(await readFile(join(folder, "config.json"), "utf8").catch(() => "{}"));
  const name = registry === "docker.io" ? hub : registry;
  const helper = config.credHelpers?.[name] ?? config.credsStore;
  return helper === undefined ? decoded(config.auths?.[name]?.auth) : fromHelper(helper, name);
}

async function fromHelper(helper: string, name: string): Promise<Credentials | undefined> {
  if (!/^[\w.-]+$/.test(helper)) return undefined;
  const end = await runProcess([`docker-credential-${helper}`, "get"], { input: name, deadlineMs: 10_000 });
  const { Username, Secret } = parse<{ readonly Username?: string; readonly Secret?: string }>(
    end.exitCode === 0 ? end.stdout : "{}",
  );
  return Username === undefined || Secret === undefined ? undefined : { username: Username, password: Secret };
}

function decoded(auth: string | undefined): Credentials | undefined {
  const [, username, password] = /^([^:]+):(.*)$/s.exec(Buffer.from(auth ?? "", "base64").toString()) ?? [];
  return username === undefined || password === undefined ? undefined : { username, password };
}

function parse<T>(json: string): Partial<T> {
  try {
    return JSON.parse(json) as Partial<T>;
  } catch {
    return {};
  }
}
