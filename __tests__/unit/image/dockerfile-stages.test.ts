import { describe, expect, it } from "vitest";
import { forgiving, stageNames, withExtract } from "../../../src/image/dockerfile-stages.ts";

const dockerfile = `# syntax=docker/dockerfile:1
FROM --platform=$BUILDPLATFORM golang:1 AS Base
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN <<EOF
FROM heredoc AS none
EOF
from base as test
RUN echo \\
  FROM continued AS neither
Shell ["/bin/ash", \\
  "-c"]
RUN a | b
FROM test
FROM scratch AS last
`;

const forgivingLine = (shell: string) => `SHELL ["/bin/sh","-c","${shell} \\"$0\\" || :"]`;

describe("the stages of a Dockerfile", () => {
  it("have names, and what only looks like one has none", () => {
    expect(stageNames(dockerfile)).toEqual(["base", "test", "last"]);
    expect(stageNames("FROM scratch\n")).toEqual([]);
  });

  it.each([
    ["/src/cover.out", '["/src/cover.out","/0"]'],
    ["/a b", '["/a b","/0"]'],
    ["/src/*.xml", '["/src/*.xml","/0/"]'],
  ])("give %s to a stage that holds nothing else", (path, words) => {
    expect(withExtract(dockerfile, "test", path)).toBe(
      `${dockerfile}\nFROM scratch AS gda-extract\nCOPY --from=test ${words}\n`,
    );
  });
});

describe("a stage whose commands may fail", () => {
  it("has the shell of the stage below it, and each of its own; the other stages are as they were", () => {
    const lines = dockerfile.split("\n");
    const expected = [
      ...lines.slice(0, 7),
      forgivingLine("'/bin/bash' '-o' 'pipefail' '-c'"),
      ...lines.slice(7, 9),
      forgivingLine("'/bin/ash' '-c'"),
      ...lines.slice(11),
    ];
    expect(forgiving(dockerfile, "TEST").split("\n")).toEqual(expected);
  });

  it("has the usual shell where no other is named", () => {
    expect(forgiving("FROM alpine AS test\nRUN false", "test")).toBe(
      `FROM alpine AS test\n${forgivingLine("'/bin/sh' '-c'")}\nRUN false`,
    );
  });
});
