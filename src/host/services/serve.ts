import { subscribe } from "node:diagnostics_channel";
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import type { ClientRequest, IncomingMessage } from "node:http";
import { delimiter, join } from "node:path";
import type { RestoreRequest, SaveRequest, ServiceAnswer, ServiceRequest, UploadRequest } from "./request.ts";
import { takeFaults } from "./take-faults.ts";
import { unpack } from "./unpack.ts";

/**
 * Asks the runner's service, by its own library. Runs in a process of its own: the libraries wait for minutes, print
 * commands, unpack over what is there, and throw where nobody can catch it.
 */
export async function serve(request: ServiceRequest): Promise<ServiceAnswer> {
  try {
    if (request.kind === "upload") return await upload(request);
    process.chdir(request.temp);
    process.env["GITHUB_WORKSPACE"] = request.temp;
    // Archives, too: what a process that is ended leaves of them is removed with the folder.
    process.env["RUNNER_TEMP"] = request.aside;
    const cache = await import("@actions/cache");
    if (!cache.isFeatureAvailable()) return { fault: "this runner has no cache service" };
    return request.kind === "restore" ? await restore(request, cache) : await save(request, cache);
  } catch (error) {
    return classified(error instanceof Error ? error.message : String(error));
  }
}

type CacheLibrary = typeof import("@actions/cache");

async function restore({ key, prefixes, path, aside }: RestoreRequest, cache: CacheLibrary): Promise<ServiceAnswer> {
  const archive = join(aside, "archive");
  await standInTar(join(aside, "bin"), archive);
  const found = await takeFaults(() => cache.restoreCache([path], key, [...prefixes]));
  if (found === undefined) return {};
  await mkdir(join(aside, "content"));
  return unpack(archive, path, join(aside, "content")).then(
    () => ({ found }),
    ({ message }: Error) => ({ fault: `its archive is not used: ${message}`, damaged: true }),
  );
}

/** The library unpacks over what is there, with absolute names: instead, the archive is moved to where we judge it. */
async function standInTar(bin: string, archive: string): Promise<void> {
  await mkdir(bin);
  const script = '#!/bin/sh\nwhile [ $# -gt 0 ]; do [ "$1" = -xf ] && exec mv -- "$2" "$GDA_ARCHIVE"; shift; done\n';
  await writeFile(join(bin, "tar"), script);
  await chmod(join(bin, "tar"), 0o700);
  process.env["GDA_ARCHIVE"] = archive;
  process.env["PATH"] = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;
}

async function save({ key, path }: SaveRequest, cache: CacheLibrary): Promise<ServiceAnswer> {
  await takeFaults(() => cache.saveCache([path], key));
  return { found: key };
}

async function upload({ name, files, root, retentionDays, again }: UploadRequest): Promise<ServiceAnswer> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const client = new DefaultArtifactClient();
  if (again) await client.deleteArtifact(name).catch(() => undefined);
  const options = retentionDays === undefined ? {} : { retentionDays };
  const creation = watchCreation();
  try {
    const { id, size } = await client.uploadArtifact(name, [...files], root, options);
    return { artifact: { id: String(id ?? ""), size: size ?? 0 } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const created = creation.succeeded && !message.includes("CreateArtifact");
    return { ...classified(message), ours: again || created };
  }
}

/** The library does not tell how far it came. */
function watchCreation(): { readonly succeeded: boolean } {
  const creation = { succeeded: false };
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    creation.succeeded ||= request.path.endsWith("/CreateArtifact") && response.statusCode === 200;
  });
  return creation;
}

/**
 * A service that says no is not broken: pull requests of strangers may read and not write, and others not even that.
 * But what it let us begin, it has to let us end.
 */
function classified(message: string): ServiceAnswer {
  const refused = /denied|\((403|409)\)|forbidden|already exists|another job may be creating/i.test(message);
  return refused && !message.includes("to Finalize") ? { refusal: message } : { fault: message };
}

/** Makes the folder that was unpacked the cache's own. */
export async function takeOver({ path, aside }: Pick<RestoreRequest, "path" | "aside">, folder: string): Promise<void> {
  await rename(join(aside, "content", path), folder);
}
