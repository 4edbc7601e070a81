import { access, chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startCli } from "../../support/cli.ts";
import { makeProject, temporaryFolder } from "../../support/projects.ts";

/** Fakes of docker and git that answer as the run needs it, and hang at one call, whatever signal comes. */
async function hanging(at: string) {
  const folder = await temporaryFolder();
  const [bin, mark] = [join(folder, "bin"), join(folder, "hangs")];
  await mkdir(bin);
  const hang = `case "$name $*" in ${at}) trap '' INT TERM HUP; echo $$ >${mark}; while :; do sleep 1; done ;; esac`;
  const docker = `#!/bin/sh
name=docker
${hang}
case "$*" in
  info*) echo '{"ServerVersion":"28.0.0","OSType":"linux","Architecture":"x86_64"}' ;;
  "image inspect"*) echo '{"Id":"sha256:1"}' ;;
  run*)
    for word; do case $word in
      *target=/gda/status*) status=\${word#*source=}; status=\${status%%,*} ;;
      *target=/src) work=\${word#*source=}; work=\${work%%,*} ;;
    esac; done
    echo "ready $(cat "$status/canary") $(stat -c %i "$work")"; exec cat >/dev/null ;;
  ps* | "image ls"* | rm*) ;;
  *) exit 1 ;;
esac
`;
  await writeFile(join(bin, "docker"), docker);
  await writeFile(join(bin, "git"), `#!/bin/sh\nname=git\n${hang}\nexec /usr/bin/git "$@"\n`);
  for (const name of ["docker", "git"]) await chmod(join(bin, name), 0o755);
  const hangs = () =>
    access(mark).then(
      () => true,
      () => false,
    );
  return { env: { PATH: `${bin}:${process.env["PATH"]}` }, hangs };
}

describe("a signal ends a run that hangs", () => {
  test.each([
    ["at git's first answer", "git*ls-files*"],
    ["at git's last answer", "git*tag\\ --list*"],
    ["in search of an engine", "docker\\ info*"],
    ["at the engine's plugin", "docker\\ buildx*"],
    ["at what earlier runs have left", "docker\\ ps*"],
    ["at the image", "docker\\ image\\ inspect*"],
    ["at the start of the container", "docker\\ run*"],
    ["at the question to go", "docker\\ exec*"],
    ["at the removal of the container", "docker\\ exec*|docker\\ rm*"],
  ])("%s", async (_, at) => {
    const project = await makeProject("hello");
    const temp = await temporaryFolder();
    const { env, hangs } = await hanging(at);
    const { process, ended } = await startCli({
      project,
      env: { ...env, TMPDIR: temp },
      inputs: { "go-version": "1.27.3" },
    });
    await expect.poll(hangs, { timeout: 60_000 }).toBe(true);

    process.kill("SIGINT");
    const { exitCode, stderr } = await ended;

    expect(stderr).toContain("The run was cancelled by SIGINT.");
    expect(exitCode).toBe(130);
    expect(await readdir(project)).not.toContain("reports");
    await expect.poll(() => readdir(temp), { timeout: 60_000 }).toEqual([]);
  });
});
