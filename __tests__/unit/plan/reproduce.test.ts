import { expect, it } from "vitest";
import { reproductions } from "../../../src/plan/reproduce.ts";
import type { Task } from "../../../src/plan/step.ts";
import { build } from "../../../src/plan/steps/build.ts";
import { fmt } from "../../../src/plan/steps/fmt.ts";
import { test } from "../../../src/plan/steps/test.ts";
import type { TestCase } from "../../../src/reading/reading.ts";
import { facts } from "../../support/facts.ts";

const failed = (...names: readonly string[]) => ({
  findings: [],
  tests: {
    cases: names.map((name): TestCase => ({ package: "m/p", name, result: "failed", seconds: 0, output: "" })),
    packages: [],
  },
});
const user = '--user "$(id -u):$(id -g)" --env HOME=/tmp';
const first = ([task]: readonly Task[]) => task as Task;

it.each<[string, Task, ReturnType<typeof failed>, Parameters<typeof facts>, readonly string[]]>([
  [
    "a check, with what its environment lacks",
    first(fmt.tasks(facts())),
    failed(),
    [{ env: "SECRET=s3\nNAME" }],
    [
      `docker run --rm --env SECRET --env NAME --workdir /src ${user} --volume "$PWD":/src golang:1 gofmt -d main.go main_test.go greet/greet.go`,
    ],
  ],
  [
    "the failed tests alone, without what reads and measures them",
    first(test.tasks(facts({ steps: "test" }))),
    failed("TestB/it's", "TestB", "TestA"),
    [{ steps: "test" }],
    [
      `docker run --rm --workdir /src ${user} --volume "$PWD":/src golang:1 go test -timeout=1800s m/p -count=1 '-run=^TestA$'`,
      `docker run --rm --workdir /src ${user} --volume "$PWD":/src golang:1 go test -timeout=1800s m/p -count=1 '-run=^TestB$/^it'\\''s$'`,
    ],
  ],
  [
    "a build for another target, on podman",
    first(build.tasks(facts({ targets: "linux/arm/v7" }))),
    failed(),
    [{ targets: "linux/arm/v7" }, { engine: { name: "podman" } }],
    [
      'podman run --rm --env GOOS=linux --env GOARCH=arm --env GOARM=7 --env CGO_ENABLED=0 --workdir /src --volume "$PWD":/src golang:1 go build -trimpath -o /dev/null example.org/acme/hello',
    ],
  ],
])("%s", (_, task, reading, given, expected) => {
  expect(reproductions(task, reading, facts(...given), "golang:1")).toEqual(expected);
});
