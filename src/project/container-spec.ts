import { join } from "node:path";
import { containerUser } from "../engine/container-user.ts";
import {
  type ContainerSpec,
  type EngineFacts,
  type EngineSocket,
  type Mount,
  ownerLabel,
  runLabel,
} from "../engine/engine.ts";
import { layout } from "../engine/layout.ts";
import type { Lock } from "../git/locks.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Workspace } from "./project.ts";

/** The host's folders that the container sees; what it may write belongs to the user it runs as. */
export interface HostFolders {
  /** Made for this run, removed after it. */
  readonly scratch: string;
  /** Go's build cache and modules, kept from run to run. */
  readonly cache: string;
}

/** In the scratch folder: `ca-certificates` as they were when the run began, whatever the code under test writes over them. */
export const rootsFile = "roots.pem";

/** Which run a container belongs to. */
export interface RunMark {
  readonly id: string;
  /** The process whose run it is, as text. */
  readonly owner: string;
}

/** Of the engine's memory; the rest is for the engine and for us. */
const memoryShare = 0.9;

/** The one container of the run: which folders it sees, as whom it runs, its limits, and what its environment says. */
export function containerSpec(
  workspace: Workspace,
  inputs: Inputs,
  engine: EngineFacts,
  folders: HostFolders,
  run: RunMark,
  socket: EngineSocket | undefined,
): ContainerSpec {
  const user = containerUser(engine, workspace);
  const given = new Set(inputs.env.map(({ name }) => name));
  const declared = inputs.env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return {
    name: `gda-${run.id}`,
    image: workspace.goImage,
    labels: { [runLabel]: run.id, [ownerLabel]: run.owner },
    user,
    mounts: mounts(workspace, inputs, folders, user.uid),
    memory: inputs.memory ?? Math.floor(engine.memory * memoryShare),
    cpus: inputs.cpus,
    network: inputs.network === "none" ? "none" : "full",
    socket,
    selinux: engine.selinux,
    // What the user says of a variable counts.
    env: Object.fromEntries(Object.entries(goEnv(workspace, inputs)).filter(([name]) => !given.has(name))),
    declaredEnv: Object.fromEntries(declared),
    inheritedEnv: inputs.env.filter(({ value }) => value === undefined).map(({ name }) => name),
    workdir: workspace.containerPath,
  };
}

function mounts(workspace: Workspace, inputs: Inputs, { scratch, cache }: HostFolders, uid: number): readonly Mount[] {
  const writable = (source: string, target: string): Mount => ({ source, target, readonly: false });
  const locked = (source: string, target: string): Mount => ({ source, target, readonly: true });
  return [
    writable(workspace.path, workspace.containerPath),
    ...workspace.locks.flatMap((lock) => gitMounts(lock, workspace)),
    // Of the scratch folder the container sees these alone: what the host writes, no code under test can redirect.
    locked(join(scratch, "in"), layout.in),
    writable(join(scratch, "out"), layout.out),
    writable(join(scratch, "home"), layout.home),
    writable(join(scratch, "status"), layout.status),
    ...layout.temp.map((target) => writable(join(scratch, "tmp"), target)),
    writable(join(cache, "build"), layout.buildCache),
    ...(workspace.mode === "module"
      ? [
          writable(join(cache, "pkg"), layout.modules),
          // Git obeys configurations in there, and it has the token for private modules: none of another run's.
          writable(join(scratch, "vcs"), `${layout.modules}/mod/cache/vcs`),
        ]
      : []),
    ...(inputs.caCertificates === undefined ? [] : [locked(join(scratch, rootsFile), `${layout.roots}/roots.pem`)]),
    // A user without an entry has no name, and Go's os/user, git and ssh stumble over that.
    ...(uid === 0 ? [] : [locked(join(scratch, "passwd"), "/etc/passwd")]),
  ];
}

/** The host's git obeys what stands in a `.git`, and go's version stamp needs to read one only. */
function gitMounts({ path, kind }: Lock, { path: root, containerPath, gitMirror }: Workspace): readonly Mount[] {
  const target = `${containerPath}/${path}`;
  if (kind !== "mirror" || gitMirror === undefined) return [{ source: join(root, path), target, readonly: true }];
  return [
    { source: gitMirror.folder, target, readonly: true },
    { source: gitMirror.objects, target: `${target}/objects`, readonly: true },
  ];
}

function goEnv({ mode }: Workspace, inputs: Inputs): Readonly<Record<string, string>> {
  return {
    HOME: layout.home,
    USER: "gda",
    GOPATH: "/go",
    GOCACHE: layout.buildCache,
    // Settings that code under test leaves in Go's own file are not for the commands that follow.
    GOENV: "off",
    // Neither a proxy nor the checksum database is asked for these. Go knows it since 1.13.
    ...(inputs.goprivate.length === 0 ? {} : { GOPRIVATE: inputs.goprivate.join(",") }),
    // The image is the toolchain: go.mod does not bring in another one unseen.
    GOTOOLCHAIN: "local",
    GO111MODULE: mode === "module" ? "on" : "off",
    // Go adds this directory's certificates to the image's own bundle.
    ...(inputs.caCertificates === undefined ? {} : { SSL_CERT_DIR: `${layout.roots}:/etc/ssl/certs` }),
  };
}
