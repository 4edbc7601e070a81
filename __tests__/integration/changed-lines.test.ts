import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReport, runForOutputs } from "../support/cli.ts";
import { startLane } from "../support/engines.ts";
import { makeProject } from "../support/projects.ts";

const before = `package sign

func Of(n int) int {
	return n
}
`;
const after = `package sign

import "strings"

func Of(n int) int {
	if n > 9 {
		// Never by the test.
		n = 9
		n++
	} else if n < 0 {
		n = 0
	}
	defer func() {
		n = 1
	}()
	switch {
	case n == 7:
		return 7
	default:
		return n
	}
}

func Long() string {
	return strings.Join([]string{
		"never",
	}, "")
}
`;
const tests = 'package sign\n\nimport "testing"\n\nfunc TestOf(t *testing.T) { Of(1) }\n';

test.each(["1.27.3", "1.8.1"])("of changed lines the run tells which the tests reach (Go %s)", async (version) => {
  const lane = await startLane("current");
  const files = { "go.mod": "module example.org/acme/sign\n", "sign/sign.go": before, "sign/sign_test.go": tests };
  const project = await makeProject("waiting", { files });
  for (const name of ["waiting_test.go", ...(version === "1.8.1" ? ["go.mod"] : [])])
    await rm(join(project, name), { force: true });
  await writeFile(join(project, "sign/sign.go"), after);
  const gopath = version === "1.8.1" ? { "import-path": "example.org/acme/sign" } : {};
  const inputs = { "go-version": version, steps: "test", packages: "./sign", "changed-since": "HEAD", ...gopath };

  const { exitCode, stderr } = await runForOutputs({ project, env: lane.env, inputs });

  expect(exitCode, stderr).toBe(0);
  expect((await readReport(project)).changed?.coverage).toEqual({
    ...{ lines: 13, covered: 6 },
    files: [
      {
        ...{ file: "sign/sign.go", lines: 13, covered: 6 },
        uncovered: [
          { first: 8, last: 9 },
          { first: 11, last: 11 },
          { first: 18, last: 18 },
          { first: 25, last: 27 },
        ],
      },
    ],
  });
});
