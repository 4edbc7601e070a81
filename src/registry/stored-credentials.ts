import { parseBoundedJson } from "../bounded-json.ts";
import type { Credentials } from "../engine/engine.ts";
import { type LoginFile, loginFiles, readLoginFile } from "../engine/login-files.ts";
import { runProcess } from "../engine/process.ts";

/** Some registries give a token in a password's place, for which the real one is to be had. */
export interface StoredCredentials extends Credentials {
  readonly identityToken?: string;
}

type Auth = NonNullable<LoginFile["auths"]>[string];

/** Docker Hub is kept under the address of its first registry; by podman under its name. */
const hubNames = ["https://index.docker.io/v1/", "docker.io"];

/** What an earlier `docker login` or `podman login` left for a registry: by its credential helper, else in a file. */
export async function storedCredentials(
  registry: string,
  files: readonly string[] = loginFiles(),
  signal?: AbortSignal,
): Promise<StoredCredentials | undefined> {
  for (const file of files) {
    const config = await readLoginFile(file);
    for (const name of registry === "docker.io" ? hubNames : [registry]) {
      const found = await credentialsIn(config, name, signal);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function credentialsIn(
  { auths, credHelpers, credsStore }: LoginFile,
  name: string,
  signal: AbortSignal | undefined,
): Promise<StoredCredentials | undefined> {
  const helper = credHelpers?.[name] ?? credsStore;
  return helper === undefined ? Promise.resolve(decoded(auths?.[name])) : fromHelper(helper, name, signal);
}

async function fromHelper(
  helper: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<StoredCredentials | undefined> {
  if (!/^[\w.-]+$/.test(helper)) return undefined;
  const end = await runProcess([`docker-credential-${helper}`, "get"], {
    ...{ input: name, deadlineMs: 10_000 },
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  const { Username, Secret } = parse<{ readonly Username: unknown; readonly Secret: unknown }>(
    end.exitCode === 0 ? end.stdout : "{}",
  );
  if (typeof Username !== "string" || typeof Secret !== "string") return undefined;
  // So docker's helpers say that it is no password.
  return Username === "<token>"
    ? { username: "", password: "", identityToken: Secret }
    : { username: Username, password: Secret };
}

function decoded({ auth, identitytoken }: Auth = {}): StoredCredentials | undefined {
  const [, username, password] = /^([^:]+):(.*)$/s.exec(Buffer.from(auth ?? "", "base64").toString()) ?? [];
  if (identitytoken) return { username: username ?? "", password: "", identityToken: identitytoken };
  return username === undefined || password === undefined ? undefined : { username, password };
}

function parse<T extends object>(json: string): Partial<T> {
  try {
    return { ...(parseBoundedJson(json) as Partial<T> | null) };
  } catch {
    return {};
  }
}
