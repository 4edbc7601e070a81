import { describe, expect, it } from "vitest";
import { translate } from "../../../src/engine/translate.ts";
import { containerOf } from "../../support/container-spec.ts";

const own = [
  { Source: "/home/runner/work", Destination: "/__w" },
  { Source: "/home/runner/work/_temp", Destination: "/__w/_temp" },
  { Source: "/var/lib/docker/volumes/v/_data/", Destination: "/data/" },
  { Source: "", Destination: "/__w/memory" },
];

describe("a path of ours, as the engine sees it through our own container's mounts,", () => {
  it.each([
    ["in a mount", "/__w/repo/repo", own, "/home/runner/work/repo/repo"],
    ["in a mount within a mount", "/__w/_temp/gda-1", own, "/home/runner/work/_temp/gda-1"],
    ["beside a mount of a similar name", "/__w/_temporary", own, "/home/runner/work/_temporary"],
    ["a mount itself", "/__w", own, "/home/runner/work"],
    ["in a volume", "/data/a", own, "/var/lib/docker/volumes/v/_data/a"],
    ["in memory", "/__w/memory/a", own, undefined],
    ["in our container alone", "/root/a", own, undefined],
    ["with a name that only begins alike", "/__web", own, undefined],
    ["everywhere", "/a", [{ Source: "/host", Destination: "/" }], "/host/a"],
    ["on the engine's root", "/host/a", [{ Source: "/", Destination: "/host" }], "/a"],
    ["in no container", "/a", [], undefined],
  ] as const)("%s: %s", (_, path, mounts, expected) => {
    const mount = { source: path, target: "/src", readonly: false };
    expect(translate(containerOf({ mounts: [mount] }), mounts)?.mounts[0]?.source).toBe(expected);
  });

  it("is of use only with all the others", () => {
    const mounts = ["/__w/a", "/root/b"].map((source) => ({ source, target: source, readonly: true }));
    expect(translate(containerOf({ mounts }), own)).toBeUndefined();
    expect(translate(containerOf({ mounts: mounts.slice(0, 1) }), own)?.mounts).toEqual([
      { source: "/home/runner/work/a", target: "/__w/a", readonly: true },
    ]);
  });

  it("goes for the engine's socket, too, which otherwise is where it is for us", () => {
    const moved = [{ Source: "/run/engine.sock", Destination: "/var/run/docker.sock" }];
    const socket = { path: "/var/run/docker.sock", gid: 1 };
    expect(translate(containerOf({ socket }), moved)?.socket).toEqual({ path: "/run/engine.sock", gid: 1 });
    expect(translate(containerOf({ socket }), own)?.socket).toEqual(socket);
  });
});
