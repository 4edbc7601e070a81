import { describe, expect, test } from "vitest";
import type { GitContext } from "../../../src/image/git-context.ts";
import { parseFlavorLine, tagFlavor } from "../../../src/image/tag-flavor.ts";
import { parseTagRules } from "../../../src/image/tag-rules.ts";
import { imageTags } from "../../../src/image/tags.ts";
import { isTag } from "../../../src/inputs/image-ref.ts";
import { ItemProblems } from "../../../src/inputs/parse.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";

function git(ref: string, gitTags: readonly string[] = [], more: Partial<GitContext> = {}): GitContext {
  const dates = { now: "2026-11-25T22:05:09Z", commitDate: "2026-03-01T23:59:58+02:00" };
  const event = { eventName: "push", baseRef: "" };
  const repository = { defaultBranch: "main", repositoryUrl: "", description: "", license: "", gitTags };
  return { ref, sha, ...dates, ...event, ...repository, ...more };
}

function tagsOf(rules: string, context: GitContext): string {
  return imageTags(parseTagRules(rules), context).tags.join(" ");
}

describe("parseTagRules", () => {
  test("fills in what is not said", () => {
    const texts = { value: "", pattern: "", match: "", branch: "", event: "", format: "" };
    const common = { enable: "true", prefix: undefined, suffix: undefined, group: 0, ...texts };
    expect(parseTagRules("type=sha\ntype=ref,event=pr\nedge\ntype=semver,pattern={{version}}")).toEqual([
      { ...common, type: "sha", priority: 100, prefix: "sha-", format: "short" },
      { ...common, type: "ref", priority: 600, prefix: "pr-", event: "pr" },
      { ...common, type: "raw", priority: 200, value: "edge" },
      { ...common, type: "semver", priority: 900, pattern: "{{version}}" },
    ]);
  });

  test("takes attributes in any case, quoted fields and spaces", () => {
    expect(
      parseTagRules(
        '  TYPE=raw , "Value=a,b" , Prefix= , suffix=-x , priority=-5 , enable=false # why\n# only a comment\n',
      ),
    ).toMatchObject([{ type: "raw", enable: "false", priority: -5, prefix: "", suffix: "-x", value: "a,b" }]);
  });

  test("an empty prefix takes the default prefix away", () => {
    expect(tagsOf("type=sha,prefix=", git(""))).toBe("0123456");
  });

  test.each([
    ["type=semvr,pattern={{version}}", /unknown type "semvr"; did you mean "semver"\? Use one of/],
    ["type=nothing", /unknown type "nothing"\. Use one of schedule, semver, match, edge, ref, raw, sha/],
    ["type=match", /needs "pattern"\. Add pattern=/],
    ["type=match,pattern=(", /Write a regular expression/],
    ["type=match,pattern=/x/q", /Write a regular expression/],
    ["type=match,pattern=x,group=first", /"first" is no group\. Write its number/],
    ["type=semver,pattern={{version}},match=[", /Write a regular expression/],
    ["type=edge,pattern=x", /no attribute "pattern"/],
    ["type=pep440,pattern={{version}}", /for versions of Python\. Use type=semver/],
    ["type=raw", /needs "value"\. Add value=/],
    ["type=raw,value=", /needs "value"/],
    ["type=semver", /needs "pattern"\. Add pattern=\{\{version\}\}/],
    ["type=ref", /needs "event"\. Add event=branch\|tag\|pr/],
    ["type=ref,event=push", /"push" is no event\. Write event=branch or event=tag/],
    ["type=sha,format=medium", /"medium" is no format/],
    ["type=sha,formt=long", /no attribute "formt"; did you mean "format"\? It takes enable/],
    ["type=raw,value=a,pattern={{version}}", /no attribute "pattern"/],
    ["type=semver,pattern={{majr}}", /majr.*did you mean.*major/],
    ["type=semver,pattern={{major", /Close every/],
    ["type=raw,value={{brnch}}", /unknown expression \{\{brnch\}\}; did you mean \{\{branch\}\}\?/],
    ["type=raw,value={{date}}", /lacks its format\. Write for instance \{\{date 'YYYYMMDD'\}\}/],
    ["type=raw,value={{date 'YYYY' tz='Mars/Base'}}", /"Mars\/Base" is no time zone/],
    ["type=raw,value={{date YYYY}}", /is no expression/],
    ["type=raw,value={{branch", /Close every/],
    ["type=schedule,pattern={{version}}", /unknown expression \{\{version\}\}/],
    ["type=sha,prefix={{x}}", /unknown expression/],
    ["type=sha,enable={{branch}}", /is no enable\. Write enable=true, enable=false or enable=\{\{is_default_branch/],
    ["type=sha,enable=yes", /"yes" is no enable\. Write enable=true, enable=false or/],
    ["type=sha,priority=high", /"high" is no priority/],
    ["latest, v1", /"value" is given twice\. Write one tag a line/],
    ['"open', /quotes do not fit/],
  ])("refuses %s", (line, message) => {
    expect(() => parseTagRules(line)).toThrow(message);
  });

  test("tells every bad line", () => {
    const problems = (() => {
      try {
        return parseTagRules("type=sha\ntype=edge,x=1\ntype=ref");
      } catch (error) {
        return error instanceof ItemProblems ? error.items.map(({ item }) => item) : error;
      }
    })();
    expect(problems).toEqual(["type=edge,x=1", "type=ref"]);
  });
});

describe("metadata-action's golden examples", () => {
  const twoPatterns = "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}";

  test.each([
    [twoPatterns, "refs/tags/v1.2.3", "1.2.3 1.2 latest"],
    ["type=semver,pattern={{major}}", "refs/tags/v2.0.8-beta.67", "2.0.8-beta.67"],
    [twoPatterns, "refs/tags/v2.0.8-beta.67", "2.0.8-beta.67"],
    ["type=semver,pattern={{raw}}", "refs/tags/v2.0.8-beta.67", "v2.0.8-beta.67"],
    ["type=semver,pattern=v{{major}}-{{minor}}-{{patch}}", "refs/tags/v1.2.3", "v1-2-3 latest"],
    ["type=ref,event=branch", "refs/heads/my/branch", "my-branch"],
    ["type=ref,event=pr", "refs/pull/2/merge", "pr-2"],
    ["type=ref,event=pr", "refs/heads/main", ""],
    ["type=ref,event=branch", "refs/tags/v1", ""],
    ["type=ref,event=tag", "refs/tags/v1.2.3", "v1.2.3 latest"],
    ["type=ref,event=tag", "refs/heads/v1.2.3", ""],
    ["type=semver,pattern={{version}}", "refs/heads/main", ""],
    ["type=semver,pattern={{version}},value=v3.1.4", "refs/heads/main", "3.1.4 latest"],
    ["type=sha", "refs/heads/main", "sha-0123456"],
    ["type=sha,format=long", "refs/heads/main", `sha-${sha}`],
    ["type=raw,value=nightly", "refs/heads/main", "nightly"],
    ["type=raw,value=nightly,enable=false\ntype=sha", "refs/heads/main", "sha-0123456"],
    ["type=semver,pattern={{version}},prefix=go-,suffix=-alpine", "refs/tags/v1.2.3", "go-1.2.3-alpine latest"],
  ])("%s on %s", (rules, ref, expected) => {
    expect(tagsOf(rules, git(ref))).toBe(expected);
  });

  const onSchedule = { eventName: "schedule" };
  test.each<[string, string, Partial<GitContext>, string]>([
    ["type=schedule", "refs/heads/main", onSchedule, "nightly"],
    ["type=schedule", "refs/heads/main", {}, ""],
    ["type=schedule,pattern={{date 'YYYYMMDD'}}", "refs/heads/main", onSchedule, "20261125"],
    ["type=schedule,pattern={{date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}", "refs/heads/x", onSchedule, "20261126-070509"],
    ["type=edge", "refs/heads/main", {}, "edge"],
    ["type=edge", "refs/heads/other", {}, ""],
    ["type=edge,branch=dev", "refs/heads/dev", {}, "edge"],
    ["type=edge,branch=dev", "refs/heads/main", {}, ""],
    ["type=edge", "refs/tags/v1.0.0", {}, ""],
    ["type=match,pattern=v(.*),group=1", "refs/tags/v1.2.3", {}, "1.2.3 latest"],
    ["type=match,pattern=\\d.\\d", "refs/tags/v1.2.3", {}, "1.2"],
    ["type=match,pattern=/V(\\d+)/i,group=1", "refs/tags/v10.2", {}, "10"],
    ["type=match,pattern=v(.*),group=1", "refs/heads/main", {}, ""],
    ["type=match,pattern=v(.*),group=1,value=v9.9", "refs/heads/main", {}, "9.9"],
    ["type=match,pattern=p1-v(.*),group=1", "refs/tags/p1/v0.2.3", {}, "0.2.3 latest"],
    ["type=match,pattern=p1-v(.*),group=1", "refs/tags/p1/v0.2.3", { gitTags: ["p2/v9.0.0"] }, "0.2.3 latest"],
    ["type=match,pattern=p1-v(.*),group=1", "refs/tags/p1/v0.2.3", { gitTags: ["p1/v0.3.0"] }, "0.2.3"],
    ["type=match,pattern=nope\ntype=sha", "refs/tags/v1", {}, "sha-0123456"],
    ["type=match,pattern=v,group=3\ntype=sha", "refs/tags/v1", {}, "sha-0123456"],
    ["type=semver,pattern={{version}},match=p1-v(.*)", "refs/tags/p1/v1.4.0", {}, "1.4.0 latest"],
    ["type=semver,pattern={{version}},match=p1-v(.*)", "refs/tags/p1/v1.4.0", { gitTags: ["p1/v2.0.0"] }, "1.4.0"],
    ["type=semver,pattern={{major}}.{{minor}},match=\\d+\\.\\d.*", "refs/tags/p1/v1.4.0", {}, "1.4 latest"],
    ["type=semver,pattern={{version}},match=x(.*)", "refs/tags/v1.4.0", {}, "1.4.0 latest"],
    ["type=raw,value={{branch}}-{{sha}}", "refs/heads/my/branch", {}, "my-branch-0123456"],
    ["type=raw,value={{tag}}-x", "refs/tags/v1", {}, "v1-x"],
    ["type=raw,value={{base_ref}}", "refs/pull/2/merge", { baseRef: "main" }, "main"],
    ["type=raw,value={{base_ref}}", "refs/heads/main", {}, ""],
    ["type=raw,value={{commit_date 'YYYYMMDDHHmm'}}", "refs/heads/main", {}, "202603012159"],
    ["type=raw,value={{commit_date 'YYYY-[W]WW' tz=\"Europe/Berlin\"}}", "refs/heads/main", {}, "2026-W09"],
    ["type=raw,value=dev,enable={{is_default_branch}}", "refs/heads/main", {}, "dev"],
    ["type=raw,value=dev,enable={{is_default_branch}}", "refs/heads/x", {}, ""],
    ["type=raw,value=dev,enable={{is_default_branch}}", "refs/heads/x", onSchedule, "dev"],
    ["type=raw,value=dev,enable={{ is_not_default_branch }}", "refs/heads/x", {}, "dev"],
    ["type=sha,prefix={{branch}}-", "refs/heads/main", {}, "main-0123456"],
    ["type=sha,suffix=-{{date 'YYYY'}}", "refs/heads/main", {}, "sha-0123456-2026"],
  ])("%s on %s, %j", (rules, ref, more, expected) => {
    expect(tagsOf(rules, git(ref, [], more))).toBe(expected);
  });

  test.each<[string, string, string, string]>([
    ["latest=false", "type=semver,pattern={{version}}", "refs/tags/v1.2.3", "1.2.3"],
    ["latest=true", "type=sha", "refs/heads/main", "sha-0123456 latest"],
    ["latest=true", "type=semver,pattern={{version}}", "refs/tags/v1.2.3-rc.1", "1.2.3-rc.1 latest"],
    ["latest=true", "type=semver,pattern={{version}}", "refs/tags/v1.2.3", "1.2.3"],
    ["latest=auto", "type=raw,value=x", "refs/tags/v1.2.3", "x"],
    ["prefix=go-", "type=semver,pattern={{version}}", "refs/tags/v3.0.0", "go-3.0.0 latest"],
    ["prefix=go-,onlatest=true", "type=semver,pattern={{version}}", "refs/tags/v3.0.0", "go-3.0.0 go-latest"],
    [
      "suffix=-alpine,onlatest=true",
      "type=semver,pattern={{version}}",
      "refs/tags/v3.0.0",
      "3.0.0-alpine latest-alpine",
    ],
    ["suffix=-alpine", "type=raw,value=x,suffix=", "refs/heads/main", "x"],
    ["prefix=go-\nsuffix=-alpine", "type=sha", "refs/heads/main", "sha-0123456-alpine"],
    ["prefix={{branch}}-", "x", "refs/heads/main", "main-x"],
    ["latest=false\nlatest=true", "x", "refs/heads/main", "x latest"],
  ])("with the flavor %j, %s on %s", (flavor, rules, ref, expected) => {
    const all = tagFlavor(flavor.split("\n").map(parseFlavorLine));
    expect(imageTags(parseTagRules(rules), git(ref, ["v2.0.0"]), all).tags.join(" ")).toBe(expected);
  });

  test.each([
    ["latest=maybe", /"maybe" is no choice for latest/],
    ["lastest=true", /expected latest=, prefix= or suffix=/],
    ["prefix=x,onlast=true", /"onlast=true" is not known there/],
    ["suffix={{x}}", /unknown expression/],
    ["latest=true,onlatest=true", /expected latest=/],
  ])("a flavor is not %s", (line, message) => {
    expect(() => parseFlavorLine(line)).toThrow(message);
  });

  test("higher priorities come first, equal ones stay in order, and the first is the version", () => {
    const rules = parseTagRules("type=sha\none\ntwo\nlast,priority=1\ntype=ref,event=branch\nfirst,priority=1000");
    const { tags, version } = imageTags(rules, git("refs/heads/main"));
    expect(tags).toEqual(["first", "main", "one", "two", "sha-0123456", "last"]);
    expect(version).toBe("first");
  });

  test("only the first tag decides about latest", () => {
    expect(tagsOf("type=raw,value=x,priority=1000\ntype=semver,pattern={{version}}", git("refs/tags/v1.2.3"))).toBe(
      "x 1.2.3",
    );
  });

  test("a tag is given once", () => {
    expect(tagsOf("latest\nlatest\ntype=semver,pattern={{version}}", git("refs/tags/v1.2.3"))).toBe("1.2.3 latest");
  });
});

describe("latest", () => {
  const rules = "type=semver,pattern={{version}}";

  test.each([
    ["v1.9.4", ["v2.0.0", "v1.9.3", "v1.9.4"], "1.9.4", "v2.0.0 is higher than 1.9.4"],
    ["v1.10.0", ["v1.9.0", "v1.10.0", "unrelated"], "1.10.0 latest", ""],
    ["v2.0.0", ["v3.0.0-rc.1"], "2.0.0 latest", ""],
    ["v2.0.0", ["2.0.0"], "2.0.0 latest", ""],
    ["v3.0.0-rc.1", ["v2.0.0"], "3.0.0-rc.1", ""],
    ["v1.0.0", ["v2.0.0", "v10.0.0", "v9.0.0"], "1.0.0", "v10.0.0 is higher"],
  ])("for %s among %j", (tag, gitTags, expected, note) => {
    const { tags, notes } = imageTags(parseTagRules(rules), git(`refs/tags/${tag}`, gitTags));
    expect(tags.join(" ")).toBe(expected);
    expect(notes.join("")).toContain(note);
    expect(notes).toHaveLength(note === "" ? 0 : 1);
  });

  test.each([
    ["v1.0.0", "v1.0.0"],
    ["v3.0.0", "v3.0.0 latest"],
    ["nightly", "nightly"],
  ])("type=ref follows the same order for %s", (tag, expected) => {
    expect(tagsOf("type=ref,event=tag", git(`refs/tags/${tag}`, ["v2.0.0"]))).toBe(expected);
  });
});

describe("the default rules", () => {
  test.each([
    ["refs/heads/main", "main"],
    ["refs/heads/feature/x", "feature-x"],
    ["refs/tags/v1.2.3", "1.2.3 1.2 1 latest"],
    ["refs/tags/v0.2.3", "0.2.3 0.2 latest"],
    ["refs/tags/v1.2.3-rc.1", "1.2.3-rc.1"],
    ["refs/tags/nightly-7", "nightly-7"],
    ["refs/pull/17/merge", "pr-17"],
    ["refs/pull/17/head", "pr-17"],
    ["", "sha-0123456"],
  ])("on %s", (ref, expected) => {
    expect(tagsOf("", git(ref))).toBe(expected);
    expect(tagsOf("# none", git(ref))).toBe(expected);
  });
});

test("the default rules of a scheduled run", () => {
  expect(tagsOf("", git("refs/heads/main", [], { eventName: "schedule" }))).toBe("nightly main");
});

describe("the OCI grammar", () => {
  test.each([
    ["refs/heads/a//b c+é", "a-b-c-"],
    ["refs/heads/.hidden", "hidden"],
    ["refs/heads/--x", "x"],
    ["refs/heads/_x", "_x"],
    [`refs/heads/${"x".repeat(200)}`, "x".repeat(128)],
  ])("%s", (ref, expected) => {
    expect(tagsOf("type=ref,event=branch", git(ref))).toBe(expected);
  });

  test("a long name is cut before its suffix", () => {
    const tag = tagsOf("type=ref,event=branch,suffix=-alpine", git(`refs/heads/${"x".repeat(200)}`));
    expect(tag).toBe(`${"x".repeat(121)}-alpine`);
    expect(isTag(tag)).toBe(true);
    expect(isTag(tagsOf(`type=raw,value=a,suffix=${"s".repeat(300)}`, git("")))).toBe(true);
  });

  test("what leaves nothing is told", () => {
    expect(imageTags(parseTagRules("type=ref,event=branch"), git("refs/heads/é"))).toEqual({
      tags: [],
      version: "",
      notes: [
        '"é" leaves no letter that a tag may have.',
        "No rule of `image-tags` gives a tag for refs/heads/é. Add one that does, for instance type=sha.",
      ],
    });
  });
});

test("a tag that is no semantic version is told once", () => {
  const rules = parseTagRules("type=semver,pattern={{version}}\ntype=semver,pattern={{major}}\ntype=sha");
  expect(imageTags(rules, git("refs/tags/v1.2"))).toEqual({
    tags: ["sha-0123456"],
    version: "sha-0123456",
    notes: ['"v1.2" is no semantic version, so type=semver gives no tag.'],
  });
});

test("without a ref and a commit there is no tag", () => {
  const { tags, notes } = imageTags([], { ...git(""), sha: "" });
  expect(tags).toEqual([]);
  expect(notes).toEqual([
    "No rule of `image-tags` gives a tag without a git ref. Add one that does, for instance type=sha.",
  ]);
});
