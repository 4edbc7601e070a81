import { join } from "node:path";
import type { ContainerSpec, Mount } from "../engine/engine.ts";
import { layout } from "../engine/layout.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Workspace } from "./project.ts";

/** The host's folders that the container writes to; all belong to the user it runs as. */
export interface HostFolders {
  /** Made for this run, removed after it. */
  readonly scratch: string;
  /** Go's build cache and modules, kept from run to run. */
  readonly cache: string;
}

/** The one container of the run: which folders it sees, as whom it runs, and what its environment says. */
export function containerSpec(
  workspace: Workspace,
  inputs: Inputs,
  folders: HostFolders,
  runId: string,
): ContainerSpec {
  const declared = inputs.env.filter(({ value }) => value !== undefined);
  return {
    name: `gda-${runId}`,
    image: workspace.goImage,
    labels: { "go-docker-action.run": runId },
    uid: workspace.uid,
    gid: workspace.gid,
    mounts: mounts(workspace, inputs, folders),
    env: {
      ...goEnv(workspace, inputs),
      ...Object.fromEntries(declared.map(({ name, value }) => [name, value ?? ""])),
    },
    inheritedEnv: inputs.env.filter(({ value }) => value === undefined).map(({ name }) => name),
    workdir: workspace.containerPath,
  };
}

function mounts(workspace: Workspace, inputs: Inputs, { scratch, cache }: HostFolders): readonly Mount[] {
  const writable = (source: string, target: string): Mount => ({ source, target, readonly: false });
  const locked = (source: string, target: string): Mount => ({ source, target, readonly: true });
  return [
    writable(workspace.path, workspace.containerPath),
    // The host's git obeys what stands in there; the version stamp needs to read only.
    ...(workspace.gitDir === "directory"
      ? [locked(join(workspace.path, ".git"), `${workspace.containerPath}/.git`)]
      : []),
    // Of the scratch folder the container sees these alone: what the host writes, no code under test can redirect.
    locked(join(scratch, "in"), layout.in),
    writable(join(scratch, "out"), layout.out),
    writable(join(scratch, "home"), layout.home),
    writable(join(scratch, "status"), layout.status),
    writable(join(cache, "build"), layout.buildCache),
    ...(workspace.mode === "module" ? [writable(join(cache, "pkg"), layout.modules)] : []),
    ...(inputs.caCertificates === undefined
      ? []
      : [locked(join(workspace.path, inputs.caCertificates), `${layout.roots}/roots.pem`)]),
    // A user without an entry has no name, and Go's os/user, git and ssh stumble over that.
    ...(workspace.uid === 0 ? [] : [locked(join(scratch, "passwd"), "/etc/passwd")]),
  ];
}

function goEnv({ mode }: Workspace, inputs: Inputs): Readonly<Record<string, string>> {
  return {
    HOME: layout.home,
    USER: "gda",
    GOPATH: "/go",
    GOCACHE: layout.buildCache,
    // The image is the toolchain: go.mod does not bring in another one unseen.
    GOTOOLCHAIN: "local",
    GO111MODULE: mode === "module" ? "on" : "off",
    // Go adds this directory's certificates to the image's own bundle.
    ...(inputs.caCertificates === undefined ? {} : { SSL_CERT_DIR: `${layout.roots}:/etc/ssl/certs` }),
  };
}
