import { describe, expect, it } from "vitest";
import { inheritedVariables } from "../../../src/engine/env-secrets.ts";
import { buildFlagProblems, goFlagsProblems, testFlagProblems } from "../../../src/inputs/go-flags.ts";

const words = (text: string) => text.split(" ");

describe("test-args", () => {
  it.each([
    ...["-c", "--c", "-c=true", "-n", "--n", "-n=1", "-i", "-list=.", "--list=.", "-list .", "-list .*"],
    ...["-test.list=.", "--test.list=.", "-test.list .", "-h", "--help", "-v=false", "-test.v=false", "--v=0"],
    ...["-exec=/bin/true", "--exec /bin/true", "-toolexec=x", "-json=false", "--json", "-o=x", "-o x"],
    ...["-test.timeout=1s", "-test.coverprofile=x", "-test.paniconexit0=false", "-test.fuzzworker"],
    ...["-args -test.list=.", "--args --test.list .", "-args -h", "-args x --help", "-args -test.v=false"],
    ...[
      "-args -test.paniconexit0=false",
      "-args -test.fuzzworker",
      "-args -test.timeout=1s",
      "-run=X -args -test.list=.",
    ],
  ])("%s is refused: a pass would say nothing", (text) => {
    const problems = testFlagProblems(words(text));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.item).toMatch(/^--?[a-z]/);
  });

  it.each([
    ...[
      "-run=^$",
      "-run ^TestX$",
      "-test.run=^$",
      "-skip=.",
      "-count=0",
      "-short",
      "-bench=.",
      "-fuzz=FuzzX",
      "-failfast",
    ],
    ...["-v", "-v=true", "-test.v=test2json", "-vet=off", "-p=1", "-parallel=2", "-shuffle=on", "-cpu=1,2", "-update"],
    ...["-mod=vendor", "-modfile=x.mod", "-overlay=o.json", "-cover", "-covermode=atomic", "-coverpkg=./...", "-msan"],
    ...[
      "-args -c -n -list=. -exec=x -v=false -o=x",
      "-args -config=c",
      "x -",
      "-test.paniconexit0",
      "-nosuch",
      "-cpuprofile=x",
    ],
  ])("%s is the user's own", (text) => {
    expect(testFlagProblems(words(text))).toEqual([]);
  });

  it("say which flag it is, why, and what to do", () => {
    expect(testFlagProblems(["-list=."])).toEqual([
      {
        input: "test-args",
        item: "-list=.",
        message:
          "with -list a pass would say nothing: it only lists the tests. Leave it out; where nothing is to be tested, leave `test` out of `steps`.",
      },
    ]);
  });
});

it.each(["-n", "--n=true", "-h", "-toolexec=x", "-o x", "-json"])("build-flags: %s is refused", (flag) => {
  expect(buildFlagProblems([flag])).toHaveLength(1);
});

it.each(["-a", "-gcflags=all=-N", "-buildmode=pie", "-v", "-c=4"])("build-flags: %s is the user's own", (flag) => {
  expect(buildFlagProblems([flag])).toEqual([]);
});

describe("GOFLAGS", () => {
  const refused = (value: string) => goFlagsProblems([{ name: "GOFLAGS", value }]).map(({ message }) => message);

  it.each([
    ...["-exec=/bin/true", "--exec=/bin/true", "-toolexec=x", "-n", "-c", "-list=.", "-test.list=.", "-json", "-i"],
    ...["-vettool=/bin/true", "-fix", "-v=false", "-mod=mod -n", "-mod=mod\t-n", "'-exec=sh -c true'", '"-n"'],
    ...["-tags=a -c -mod=vendor", "-flags", "--flags=true", "-V", "-V=full"],
  ])("%j is refused", (value) => {
    expect(refused(value)).toHaveLength(1);
  });

  it.each([
    ...[
      "",
      "-mod=vendor",
      "-mod=mod -tags=a,b",
      "-trimpath",
      "-run=^$",
      "-count=1",
      "-short",
      "-race",
      "-v",
      "-x",
      "-p=2",
    ],
    ...["-modfile=x.mod", "-overlay=o.json", "'-ldflags=-s -n -c'", "-vet=off", "-buildvcs=false", "-modcacherw"],
  ])("%j is the user's own", (value) => {
    expect(refused(value)).toEqual([]);
  });

  it("says where it is, why, and what to do, and no more of the value", () => {
    expect(goFlagsProblems([{ name: "GOFLAGS", value: "-ldflags=-X=a.token=s3cret -exec=/bin/true" }])).toEqual([
      {
        input: "env",
        item: "GOFLAGS",
        message:
          "with -exec in GOFLAGS a pass would say nothing: it would run another program. Take it out of GOFLAGS.",
      },
    ]);
  });

  it("is judged by the caller's own value where its name alone is given", () => {
    const named = [{ name: "GOFLAGS", value: undefined }];
    expect(goFlagsProblems(named)).toEqual([]);
    expect(goFlagsProblems(inheritedVariables(named, { GOFLAGS: "-n" }))).toHaveLength(1);
    expect(goFlagsProblems(inheritedVariables(named, {}))).toEqual([]);
  });
});
