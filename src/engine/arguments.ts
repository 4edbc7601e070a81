import type { Command, ContainerSpec, ImageBuild, ManifestListEntry, Mount } from "./engine.ts";

/**
 * The first process of the run's container waits for the end of its standard input, which the action holds open:
 * whatever ends the action ends the container, and with it all that was started inside. Not `exec cat`: as the
 * container's init, the shell also reaps orphans.
 */
const waitForEof = ["sh", "-c", "echo ready; cat >/dev/null; exit 0"];

/**
 * Writes the command's exit code beside passing it on. The code is believed only if both ways agree, so that an engine
 * which dies or errs under a command never looks like the command's own end.
 */
const recordExit = 'status=$1; shift; "$@"; code=$?; echo "$code" >"$status"; exit "$code"';

/** `docker run …`: the arguments that start the run's container. */
export function containerArguments(spec: ContainerSpec): readonly string[] {
  return [
    "run",
    "--rm",
    "--interactive",
    ...["--name", spec.name],
    ...pairs(spec.labels).flatMap((label) => ["--label", label]),
    ...["--user", `${spec.uid}:${spec.gid}`],
    ...["--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--log-driver", "none"],
    ...spec.mounts.flatMap((mount) => ["--mount", mountValue(mount)]),
    ...pairs(spec.env).flatMap((variable) => ["--env", variable]),
    ...spec.inheritedEnv.flatMap((name) => ["--env", name]),
    ...["--workdir", spec.workdir],
    ...["--entrypoint", ""],
    spec.image,
    ...waitForEof,
  ];
}

/** `docker exec …`: one command in that container. `statusPath` is in the container. */
export function execArguments(container: string, command: Command, statusPath: string): readonly string[] {
  return [
    "exec",
    ...["--workdir", command.workdir],
    ...pairs(command.env).flatMap((variable) => ["--env", variable]),
    container,
    ...["sh", "-c", recordExit, "gda", statusPath],
    ...command.command,
  ];
}

/** `docker buildx build …`: BuildKit, several platforms at once where the engine can. */
export function buildxArguments({ context, platforms, refs, push }: ImageBuild): readonly string[] {
  return [
    ...["buildx", "build", "--progress", "plain"],
    // Said explicitly: an attestation would turn every image into an index with an unknown platform.
    ...["--provenance", "false", "--sbom", "false"],
    ...["--platform", platforms.join(",")],
    ...refs.flatMap((ref) => ["--tag", ref]),
    push ? "--push" : "--load",
    context,
  ];
}

/**
 * `docker build …`: one platform, by an engine or client without buildx. The legacy builder would take another
 * platform's stage out of its cache, and then refuse it.
 */
export function buildArguments({ context, platforms, refs }: ImageBuild, legacy: boolean): readonly string[] {
  return [
    "build",
    ...(legacy ? ["--no-cache"] : []),
    "--platform",
    platforms.join(","),
    ...refs.flatMap((ref) => ["--tag", ref]),
    context,
  ];
}

/** The three `docker manifest …` calls that publish a list, in order. */
export function manifestListArguments(
  ref: string,
  entries: readonly ManifestListEntry[],
  insecure: boolean,
): readonly (readonly string[])[] {
  const flags = insecure ? ["--insecure"] : [];
  return [
    ["manifest", "create", ...flags, ref, ...entries.map((entry) => entry.ref)],
    ...entries.map((entry) => {
      const [os = "", arch = "", variant = ""] = entry.platform.split("/");
      const platform = ["--os", os, "--arch", arch, ...(variant === "" ? [] : ["--variant", variant])];
      return ["manifest", "annotate", ...platform, ref, entry.ref];
    }),
    ["manifest", "push", ...flags, "--purge", ref],
  ];
}

function pairs(record: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(record).map(([name, value]) => `${name}=${value}`);
}

/** The value of `--mount` is a CSV record: a field with a comma or a quote is quoted. */
function mountValue({ source, target, readonly }: Mount): string {
  const fields = ["type=bind", `source=${source}`, `target=${target}`, ...(readonly ? ["readonly"] : [])];
  return fields.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}
