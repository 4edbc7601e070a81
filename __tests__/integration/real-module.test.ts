import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReport, runForOutputs } from "../support/cli.ts";
import { startLane } from "../support/engines.ts";
import { commitProject, temporaryFolder } from "../support/projects.ts";

const module = "github.com/BurntSushi/toml";
const release = "v1.5.0";

test("of a module of others, with 2,500 tests, counts and coverage are those of the plain go commands", async () => {
  const lane = await startLane("current");
  const project = join(await temporaryFolder(), "project");
  await mkdir(project);
  const golang = ["run", "--rm", "--volume", `${project}:/src`, "--workdir", "/src", "golang:1.27.3"];
  const fetch = `cd / && go mod download ${module}@${release} && cp -R /go/pkg/mod/*/*/toml@${release}/. /src && chmod -R u+w /src`;
  await lane.docker(...golang, "sh", "-c", fetch);
  const script = `go test -v -coverprofile=/tmp/c.out ./... && go tool cover -func=/tmp/c.out`;
  const plain = await lane.docker(...golang, "sh", "-c", script);
  await commitProject(project);

  const inputs = { "go-version": "1.27.3", steps: "test" };
  const { exitCode, outputs, stderr } = await runForOutputs({ project, env: lane.env, inputs });

  expect(exitCode, stderr).toBe(0);
  const ends = (word: string) => [...plain.matchAll(new RegExp(`^ *--- ${word}: `, "gm"))].length;
  const counted = { passed: ends("PASS"), failed: ends("FAIL"), skipped: ends("SKIP") };
  expect(counted.passed).toBeGreaterThan(500);
  expect((await readReport(project)).tests).toEqual({ ...counted, flaky: 0 });
  const [, total] = /^total:\s+\(statements\)\s+([\d.]+)%$/m.exec(plain) ?? [];
  expect(outputs.coverage).toBe(total);
});
