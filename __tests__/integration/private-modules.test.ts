import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { secretForms } from "../../src/host/secrets.ts";
import { runCli } from "../support/cli.ts";
import { lanes, startLane } from "../support/engines.ts";
import { startPrivateGit } from "../support/private-git.ts";
import { makeProject, temporaryFolder } from "../support/projects.ts";
import { recordingDocker } from "../support/recording-docker.ts";

/** Its tests look for the token wherever they can. */
const nosy = `package surroundings

import (
	"io/ioutil"
	"os"
	"os/exec"
	"strings"
	"testing"

	lib "MODULE"
)

func TestNosy(t *testing.T) {
	if lib.Word() != "private" {
		t.Fatal(lib.Word())
	}
	token := strings.Join([]string{"tok", "En"}, "/")
	found, _ := exec.Command("grep", "-rls", token, "/gda", "/tmp", "/go/pkg", "/src").CombinedOutput()
	answer, err := ioutil.ReadFile("/gda/in/git-credential")
	if err == nil || len(found) > 0 {
		t.Fatalf("%s %s", found, answer)
	}
	for _, variable := range os.Environ() {
		if strings.Contains(variable, token) {
			t.Fatal(variable)
		}
	}
}
`;

test.each(lanes)(
  "a private module is fetched with the token, and nothing of the project sees it (%s)",
  async (name) => {
    const lane = await startLane(name);
    const docker = await recordingDocker(lane);
    const { module, token, root } = await startPrivateGit(lane);
    const files = {
      "go.mod": `module example.org/acme/needy\n\ngo 1.16\n\nrequire ${module} v1.0.0\n`,
      "needy_test.go": nosy.replace("MODULE", module),
      "roots.pem": root,
    };
    const inputs = {
      "go-version": "1.27.3",
      steps: "vet, test",
      "ca-certificates": "roots.pem",
      env: "GOFLAGS=-mod=mod",
    };
    // Each with caches of its own: a module that is there needs no token.
    const run = async (more: Readonly<Record<string, string>>, given?: string) => {
      const temp = await temporaryFolder();
      const env = { ...docker.env, XDG_CACHE_HOME: await temporaryFolder(), TMPDIR: temp };
      const secret: Readonly<Record<string, string>> = given === undefined ? {} : { GO_DOCKER_ACTION_GIT_TOKEN: given };
      const project = await makeProject("surroundings", { files });
      const end = await runCli({ project, env: { ...env, ...secret }, inputs: { ...inputs, ...more } });
      expect(await readdir(temp)).toEqual([]);
      return end;
    };
    const goprivate = `${module.split("/")[0]}/*`;

    const good = await run({ goprivate, network: "modules" }, token);
    const open = await run({ goprivate, steps: "fmt" }, token);
    const wrong = await run({ goprivate }, "wr0ng");
    const without = await run({ goprivate });

    expect(
      [good, open].map(({ exitCode }) => exitCode),
      good.stdout + open.stdout,
    ).toEqual([0, 0]);
    for (const { exitCode, stderr } of [wrong, without]) {
      expect(exitCode, stderr).toBe(3);
      expect(stderr).toMatch(
        /A module could not be downloaded: .*\n→ Where the module is private, name it in `goprivate`/,
      );
    }
    const forms = secretForms(token, "x-access-token");
    const logs = [good, open, wrong, without].map(({ stdout, stderr }) => stdout + stderr);
    const said = [...logs, ...(await docker.calls()).flat()];
    expect(said.filter((text) => forms.some((form) => text.includes(form)))).toEqual([]);
  },
);
