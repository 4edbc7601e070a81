import { expect, it } from "vitest";
import { ownContainer } from "../../../src/engine/own-mounts.ts";

const id = "0f".repeat(32);

it.each([
  ["docker", `601 590 254:1 /var/lib/docker/containers/${id}/hostname /etc/hostname rw - ext4 /dev/vda1 rw`, id],
  [
    "docker with a disk of its own",
    `601 590 8:1 /containers/${id}/resolv.conf /etc/resolv.conf rw - ext4 /dev/sdb rw`,
    id,
  ],
  ["podman", `7 6 0:2 /containers/storage/overlay-containers/${id}/userdata/hosts /etc/hosts rw - tmpfs tmpfs rw`, id],
  [
    "no container",
    "25 1 254:1 / / rw - ext4 /dev/vda1 rw\n601 590 254:1 /srv/hosts /etc/hosts rw - ext4 /dev/vda1 rw",
    undefined,
  ],
  [
    "a mount of an engine's folder elsewhere",
    `1 2 8:1 /var/lib/docker/containers/${id}/x /mnt rw - ext4 /dev/sda rw`,
    undefined,
  ],
])("the container that we are in, by %s", (_, mountinfo, expected) => {
  expect(ownContainer(mountinfo)).toBe(expected);
});
