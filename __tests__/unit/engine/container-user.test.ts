import { expect, it } from "vitest";
import { containerUser } from "../../../src/engine/container-user.ts";

const owner = { uid: 1000, gid: 1001 };

it.each([
  ["docker", "rootful", { ...owner, userns: "" }],
  ["docker", "remapped", { ...owner, userns: "host" }],
  ["docker", "rootless", { uid: 0, gid: 0, userns: "" }],
  ["podman", "rootful", { ...owner, userns: "" }],
  ["podman", "remapped", { ...owner, userns: "host" }],
  ["podman", "rootless", { ...owner, userns: "keep-id" }],
] as const)("%s, %s: files belong to the owner of the workspace", (name, rights, expected) => {
  expect(containerUser({ name, rights }, { ...owner, path: "/w" } as typeof owner)).toEqual(expected);
});
