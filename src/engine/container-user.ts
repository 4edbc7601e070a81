import type { ContainerUser, EngineFacts } from "./engine.ts";

type Rule = (owner: { readonly uid: number; readonly gid: number }) => ContainerUser;

/**
 * As whom commands run, so that what they write in a mount belongs to the owner. By the engine and its rights:
 * - docker and podman as root take the owner's numbers as they are;
 * - docker with shifted users (userns-remap) is told not to shift them for this container;
 * - rootless docker has its own user as the container's root, and that user is us;
 * - rootless podman can keep our number.
 */
const rules: Readonly<Record<EngineFacts["name"], Readonly<Record<EngineFacts["rights"], Rule>>>> = {
  docker: {
    rootful: (owner) => ({ ...owner, userns: "" }),
    remapped: (owner) => ({ ...owner, userns: "host" }),
    rootless: () => ({ uid: 0, gid: 0, userns: "" }),
  },
  podman: {
    rootful: (owner) => ({ ...owner, userns: "" }),
    remapped: (owner) => ({ ...owner, userns: "host" }),
    rootless: (owner) => ({ ...owner, userns: "keep-id" }),
  },
};

export function containerUser(
  { name, rights }: Pick<EngineFacts, "name" | "rights">,
  { uid, gid }: { readonly uid: number; readonly gid: number },
): ContainerUser {
  return rules[name][rights]({ uid, gid });
}
