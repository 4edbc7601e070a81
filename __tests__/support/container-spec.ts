import type { ContainerSpec } from "../../src/engine/engine.ts";

/** A container as small as can be, with what the test says. */
export function containerOf(parts: Partial<ContainerSpec>): ContainerSpec {
  return {
    name: "gda-1",
    image: "golang",
    labels: {},
    user: { uid: 1, gid: 1, userns: "" },
    mounts: [],
    memory: 0,
    cpus: undefined,
    network: "full",
    socket: undefined,
    selinux: false,
    env: {},
    declaredEnv: {},
    inheritedEnv: [],
    workdir: "/src",
    ...parts,
  };
}
