import { describe, expect, it } from "vitest";
import { mirrorConfig, readSettings, type Setting } from "../../../src/git/mirror-config.ts";

const programs: readonly Setting[] = [
  ["core.fsmonitor", "/x"],
  ["core.sshcommand", "/x"],
  ["core.pager", "/x"],
  ["core.hookspath", "/x"],
  ["core.worktree", "/x"],
  ["core.attributesfile", "/x"],
  ["core.autocrlf", "true\n[core]\n\tfsmonitor = /x"],
  ["extensions.worktreeconfig", "true"],
  ["extensions.partialclone", "origin"],
  ["include.path", "/x"],
  ["includeif.gitdir:/.path", "/x"],
  ["filter.lfs.clean", "/x"],
  ["filter.lfs.process", "/x"],
  ["diff.external", "/x"],
  ["diff.x.textconv", "/x"],
  ["gpg.program", "/x"],
  ["alias.status", "!/x"],
  ["credential.helper", "!/x"],
  ["remote.origin.url", "ext::/x"],
  ["remote.origin.uploadpack", "/x"],
  ["submodule.sub.ignore", "none"],
  ["url.ext::.insteadof", "https://"],
];

describe("the configuration of a mirror", () => {
  it.each(programs)("takes nothing of %s", (...setting) => {
    expect(mirrorConfig([setting], "")).toBe(mirrorConfig([], ""));
  });

  it("keeps how files and references are read", () => {
    const config = mirrorConfig(
      [
        ["core.autocrlf", "input"],
        ["core.filemode", "false"],
        ["extensions.objectformat", "sha256"],
      ],
      "https://github.com/acme/hello",
    );
    expect(config).toContain('[core]\n\tautocrlf = "input"\n');
    expect(config).toContain('[core]\n\tfilemode = "false"\n');
    expect(config).toContain('[core]\n\trepositoryformatversion = "1"\n');
    expect(config).toContain('[extensions]\n\tobjectformat = "sha256"\n');
    expect(config).toContain('[remote "origin"]\n\turl = "https://github.com/acme/hello"\n');
  });

  it("reads git's list, with line feeds in values, and names alone", () => {
    expect(readSettings("core.bare\nfalse\0a.b\nc\nd\0core.x\0")).toEqual([
      ["core.bare", "false"],
      ["a.b", "c\nd"],
      ["core.x", "true"],
    ]);
  });
});
