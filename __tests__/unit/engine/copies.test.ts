import { expect, it } from "vitest";
import { planCopies } from "../../../src/engine/copies.ts";
import { containerOf } from "../../support/container-spec.ts";

it("a container with copies has volumes for our folders, and what to copy is told", () => {
  const mounts = [
    { source: "/w", target: "/src", readonly: false },
    { source: "/w/.git", target: "/src/.git", readonly: true },
    { source: "/s/in", target: "/gda/in", readonly: true },
    { source: "/s/tmp", target: "/tmp", readonly: false },
    { source: "/c/build", target: "/gda-cache/build", readonly: false },
    { source: "/c/pkg", target: "/go/pkg", readonly: false },
    { source: "/w/roots.pem", target: "/gda-roots/roots.pem", readonly: true },
    { source: "/s/passwd", target: "/etc/passwd", readonly: true },
  ];

  const { spec, copies, owned } = planCopies(containerOf({ mounts }), new Set(["/w/roots.pem", "/s/passwd"]));

  const targets = ["/src", "/gda/in", "/tmp", "/gda-cache/build", "/go/pkg", "/gda-roots", "/etc"];
  expect(spec.mounts).toEqual(targets.map((target) => ({ source: "", target, readonly: false })));
  expect(copies).toEqual([
    { source: "/w/.", target: "/src" },
    { source: "/s/in/.", target: "/gda/in" },
    { source: "/s/tmp/.", target: "/tmp" },
    { source: "/w/roots.pem", target: "/gda-roots/roots.pem" },
    { source: "/s/passwd", target: "/etc/passwd" },
  ]);
  expect(owned).toEqual(["/src", "/tmp", "/gda-cache/build", "/go/pkg"]);
});
