import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { attackFile } from "../../support/attack.ts";
import { readReport, runCli } from "../../support/cli.ts";
import { type Lane, lanesWithPodman, startLane } from "../../support/engines.ts";
import { commitProject, git, makeProject, temporaryFolder } from "../../support/projects.ts";
import { setTrap, type Trap, trapSettings } from "../../support/trap.ts";

const attributes = { ".gitattributes": "* filter=trap diff=trap\n" };
/** The password is what the program that git starts must not see, and is refused before anything is built. */
const noEngine = { PATH: process.env["PATH"] ?? "", DOCKER_HOST: "unix:///nonexistent", INPUT_PASSWORD: "canary" };

/** Makes a repository at `$dir` by hand, so that no git is needed: with the trap's settings. */
function plant(dir: string, settings: string, head = "ref: refs/heads/main\n"): string {
  const files = { HEAD: head, config: `[core]\n\tbare = false\n${settings}` };
  const writes = Object.entries(files).map(
    ([name, text]) => `os.WriteFile("${dir}/${name}", []byte(${JSON.stringify(text)}), 0o644)`,
  );
  const folders = ["objects", "refs/heads", "info", "hooks"].map((name) => `os.MkdirAll("${dir}/${name}", 0o755)`);
  return [...folders, ...writes].map((line) => `\t${line}`).join("\n");
}

/** Copies a project into a folder of its own. */
async function copyInto(project: string, folder: string): Promise<void> {
  const aside = join(await temporaryFolder(), "copy");
  await cp(project, aside, { recursive: true });
  await rename(aside, folder);
}

/** Whatever git the workspace's owner runs afterwards, no program of the project's starts. */
async function userRunsGit(project: string): Promise<void> {
  const env = { PATH: process.env["PATH"], HOME: "/nonexistent", GIT_CONFIG_COUNT: "1" };
  const safe = { GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: "*" };
  await new Promise((resolve) => {
    execFile("git", ["status", "--porcelain"], { cwd: project, env: { ...env, ...safe } }, resolve);
  });
}

describe("what others committed is no repository of the host's git", () => {
  let trap: Trap;
  beforeAll(async () => {
    trap = await setTrap();
  });

  /** A project in `sub` that is a repository without a `.git`, with a changed file. */
  async function bare(): Promise<string> {
    const made = await makeProject("hello", { files: attributes });
    await appendFile(join(made, "main.go"), "\n// changed\n");
    const sub = join(await temporaryFolder(), "sub");
    await cp(made, sub, { recursive: true });
    for (const name of await readdir(join(sub, ".git"))) await rename(join(sub, ".git", name), join(sub, name));
    await rm(join(sub, ".git"), { recursive: true });
    await writeFile(join(sub, "config"), `[core]\n\tbare = false\n\tworktree = .\n${trap.settings}`);
    await mkdir(join(sub, "..", "top"));
    await rename(sub, join(sub, "..", "top/sub"));
    await commitProject(join(sub, "..", "top"));
    return join(sub, "..", "top");
  }

  test("the trap works: a plain git springs it", async () => {
    const armed = await setTrap();
    const project = await makeProject("hello", { files: attributes });
    await appendFile(join(project, ".git/config"), armed.settings);
    await appendFile(join(project, "main.go"), "\n// changed\n");
    await userRunsGit(project);
    expect(await armed.sprung()).toBe(true);
  });

  test.each([
    ["a bare repository, as the workspace", "sub", {}],
    ["a bare repository, as the working directory", ".", { "working-directory": "sub" }],
  ])("%s", async (_, workspace, inputs) => {
    const project = join(await bare(), workspace);
    const { exitCode, stderr } = await runCli({
      project,
      env: noEngine,
      inputs: { "go-version": "1.27.3", ...inputs },
    });
    expect(exitCode, stderr).toBe(3);
    expect(stderr).toContain("No container engine answers");
    expect(await trap.sprung()).toBe(false);
  });

  test.each<[string, (project: string) => Promise<void>]>([
    ["a repository's own settings", (project) => appendFile(join(project, ".git/config"), trap.settings)],
    [
      "settings that it includes",
      async (project) => {
        await writeFile(join(project, ".git/more"), trap.settings);
        await appendFile(join(project, ".git/config"), "[include]\n\tpath = more\n");
      },
    ],
    [
      "settings of its work tree",
      async (project) => {
        await appendFile(join(project, ".git/config"), "[extensions]\n\tworktreeConfig = true\n");
        await writeFile(join(project, ".git/config.worktree"), trap.settings);
      },
    ],
    [
      "settings of another repository, which it names as its own",
      async (project) => {
        await cp(join(project, ".git"), join(project, "other"), { recursive: true });
        await appendFile(join(project, "other/config"), trap.settings);
        await writeFile(join(project, ".git/commondir"), "../other\n");
      },
    ],
    [
      "a file that leads to a repository in the workspace",
      async (project) => {
        await rename(join(project, ".git"), join(project, "other"));
        await appendFile(join(project, "other/config"), `${trap.settings}[core]\n\tworktree = ..\n`);
        await writeFile(join(project, ".git"), "gitdir: other\n");
      },
    ],
    [
      "a submodule's",
      async (project) => {
        const sub = join(project, "sub");
        await copyInto(project, sub);
        const sha = await git(sub, "rev-parse", "HEAD");
        await git(project, "update-index", "--add", "--cacheinfo", `160000,${sha},sub`);
        await appendFile(join(sub, ".git/config"), trap.settings);
        await appendFile(join(sub, "main.go"), "\n// changed\n");
      },
    ],
  ])("%s name a program that nobody starts, and the version is still told", async (_, change) => {
    const project = await makeProject("hello", { files: attributes, tag: "v1.2.3" });
    await change(project);
    await appendFile(join(project, "main.go"), "\n// changed\n");
    const { exitCode, stderr } = await runCli({ project, env: noEngine, inputs: { "go-version": "1.27.3" } });
    expect(exitCode, stderr).toBe(3);
    expect(await trap.sprung()).toBe(false);
  });

  test("a link in the place of .git is refused", async () => {
    const project = await makeProject("hello");
    await rename(join(project, ".git"), join(project, "other"));
    await symlink("other", join(project, ".git"));
    const { exitCode, stderr } = await runCli({ project, env: noEngine, inputs: { "go-version": "1.27.3" } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("input 'working-directory' (\".git\"): it is a link, which cannot be locked.");
  });
});

describe.each(lanesWithPodman)("code under test and the host's git, on the %s engine", (name) => {
  let lane: Lane;
  let trap: Trap;
  beforeAll(async () => {
    lane = await startLane(name);
    trap = await setTrap();
  });
  const inputs = { "go-version": "1.27.3", steps: "test, build", coverage: "false", "test-args": "-count=1" };

  test.each<[string, string, (project: string) => Promise<void>]>([
    ["in the workspace, where there is none", ".git", (project) => rm(join(project, ".git"), { recursive: true })],
    [
      "in the place of a submodule that is not checked out",
      "sub/.git",
      async (project) => {
        await mkdir(join(project, "sub"));
        const sha = await git(project, "rev-parse", "HEAD");
        await git(project, "update-index", "--add", "--cacheinfo", `160000,${sha},sub`);
      },
    ],
    [
      "in a checkout that lies in a folder",
      "sub/.git",
      async (project) => {
        const own = join(project, "sub");
        await copyInto(project, own);
        await rm(join(project, ".git"), { recursive: true });
      },
    ],
  ])("a repository %s: none can be made or changed", async (_, place, prepare) => {
    const attack = `${plant(place, trap.settings)}
	if b, err := os.ReadFile("${place}/config"); err == nil && strings.Contains(string(b), "trap") { t.Fatal("planted") }`;
    const files = { ...attributes, "attack_test.go": attackFile("main", attack, ["os", "strings"]) };
    const project = await makeProject("hello", { files });
    await prepare(project);
    const before = await readdir(join(project, place)).catch(() => []);

    const first = await runCli({ project, env: lane.env, inputs });
    await userRunsGit(project);
    const second = await runCli({ project, env: noEngine, inputs });

    expect(first.exitCode, first.stderr).toBe(0);
    expect(second.exitCode, second.stderr).toBe(3);
    expect(await readdir(join(project, place)).catch(() => [])).toEqual(before);
    expect(await trap.sprung()).toBe(false);
  });

  test.each<[string, string, string, string, number]>([
    ["in the place of a submodule whose folder is missing", "sub", "", "", 3],
    ["of which another submodule's index knows", "made/inner", "", "", 0],
    [
      "while the run is brought to an end",
      "away/x",
      '\tos.Rename("away", "aside")',
      '\texec.Command("sh", "-c", "kill -KILL -1").Run()\n',
      3,
    ],
  ])("a repository %s: no program of it is started afterwards", async (_, place, before, more, expected) => {
    const attack = `	os.Chtimes("main.go", time.Now(), time.Now())
${before}
${plant(`${place}/.git`, trap.settings)}
	os.WriteFile("${place}/.gitattributes", []byte("* filter=trap\\n"), 0o644)
	os.WriteFile("${place}/file", nil, 0o644)
	exec.Command("git", "-C", "${place}", "add", "file").Run()
${more}`;
    const files = { "attack_test.go": attackFile("main", attack, ["os", "os/exec", "time"]) };
    const project = await makeProject("hello", { files });
    const sha = await git(project, "rev-parse", "HEAD");
    for (const link of ["sub", "made", "away/x"])
      await git(project, "update-index", "--add", "--cacheinfo", `160000,${sha},${link}`);
    await copyInto(project, join(project, "made"));
    await mkdir(join(project, "made/inner"));
    await mkdir(join(project, "away/x"), { recursive: true });

    const { exitCode, stderr } = await runCli({ project, env: lane.env, inputs: { ...inputs, packages: "." } });
    await userRunsGit(project);

    expect(await trap.sprung()).toBe(false);
    expect(exitCode, stderr).toBe(expected);
  });

  test("a folder of a submodule that is moved away: what takes its place is found, and removed", async () => {
    const attack = `	os.Rename("sub", "away")\n${plant("sub/.git", trap.settings)}`;
    const project = await makeProject("hello", {
      files: { ...attributes, "sub/x": "", "attack_test.go": attackFile("main", attack) },
    });
    await rm(join(project, "sub/x"));
    await git(project, "rm", "--quiet", "--cached", "sub/x");
    const sha = await git(project, "rev-parse", "HEAD");
    await git(project, "update-index", "--add", "--cacheinfo", `160000,${sha},sub`);

    const { exitCode, stderr } = await runCli({ project, env: lane.env, inputs });

    expect(exitCode, stderr).toBe(3);
    expect(stderr).toContain("The code under test has replaced sub/.git");
    await userRunsGit(project);
    expect(await trap.sprung()).toBe(false);
  });
});

describe("the git that go itself starts, for its version stamp", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("old");
  });
  const inputs = { "go-version": "1.27.3", steps: "test, build", coverage: "false", "test-args": "-count=1" };
  /** In the container: what it starts leaves a mark in the workspace, and replaces what go has built. */
  const program = "/src/program.sh";
  /** Git looks into a file again whose time is another. */
  const arm = `	os.Chmod("${program}", 0o755)\n	os.Chtimes("/src/surroundings.go", time.Now(), time.Now())\n`;
  const files = {
    ...attributes,
    ".gitignore": "/sprung\n/dist/\n/reports/\n",
    "program.sh": "#!/bin/sh\ntouch /src/sprung\nfor f in $(find /gda/out -type f); do echo evil >$f; done\ncat\n",
    "go.mod": "module example.org/acme/hello\n\ngo 1.21\n",
  };

  test.each<[string, string, (project: string) => Promise<void>]>([
    [
      "a configuration in the home folder",
      `${arm}	home, _ := os.UserHomeDir()
	os.Remove(home + "/.gitconfig")
	os.WriteFile(home + "/.gitconfig", []byte(${JSON.stringify(`[safe]\n\tdirectory = *\n${trapSettings(program)}`)}), 0o644)
	os.MkdirAll(home + "/.config/git", 0o755)
	os.WriteFile(home + "/.config/git/config", []byte(${JSON.stringify(trapSettings(program))}), 0o644)`,
      () => Promise.resolve(),
    ],
    [
      "the repository's own settings",
      arm,
      (project) => appendFile(join(project, ".git/config"), trapSettings(program)),
    ],
    [
      "a submodule's settings",
      `${arm}${plant("sub/.git", trapSettings(program))}\n${plant("sub/x/.git", trapSettings(program))}`,
      async (project) => {
        await mkdir(join(project, "sub/x"), { recursive: true });
        await writeFile(
          join(project, ".gitmodules"),
          '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n\tignore = none\n',
        );
        await git(project, "add", ".gitmodules");
        const sha = await git(project, "rev-parse", "HEAD");
        await git(project, "update-index", "--add", "--cacheinfo", `160000,${sha},sub`);
      },
    ],
    [
      "a repository of another kind",
      `${arm}	os.MkdirAll(".hg", 0o755)
	os.WriteFile(".hg/hgrc", []byte("[hooks]\\npre-status = /src/program.sh\\n"), 0o644)`,
      () => Promise.resolve(),
    ],
  ])("does not start what %s name", async (_, attack, prepare) => {
    const project = await makeProject("surroundings", {
      files: {
        ...files,
        "attack_test.go": attackFile("surroundings", attack, ["os", "time"]),
        "cmd/app/main.go": honest,
      },
    });
    await prepare(project);

    const { exitCode, stderr } = await runCli({ project, env: lane.env, inputs });

    expect(exitCode, stderr).toBe(0);
    expect(await readdir(project)).not.toContain("sprung");
    expect((await readFile(join(project, "dist/app-linux-amd64"))).subarray(1, 4).toString()).toBe("ELF");
  });

  test("does not enter a submodule that was put in another's place", async () => {
    const attack = `${arm}\tos.Rename("sub", "away")\n${plant("sub/.git", trapSettings(program))}`;
    const project = await makeProject("surroundings", {
      files: {
        ...files,
        "attack_test.go": attackFile("surroundings", attack, ["os", "time"]),
        "cmd/app/main.go": honest,
      },
    });
    await mkdir(join(project, "sub"));
    await writeFile(join(project, ".gitmodules"), '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n\tignore = none\n');
    await git(project, "add", ".gitmodules");
    const sha = await git(project, "rev-parse", "HEAD");
    await git(project, "update-index", "--add", "--cacheinfo", `160000,${sha},sub`);

    const { exitCode, stderr } = await runCli({ project, env: lane.env, inputs });

    expect(exitCode, stderr).toBe(3);
    expect(await readdir(project)).not.toContain("sprung");
  });

  /** A project in a folder, as a checkout with `path` makes it. */
  async function inFolder(attack: string, more: string): Promise<string> {
    const imports = ["os", "os/exec", "time"];
    const project = await makeProject("surroundings", {
      files: {
        ...files,
        "attack_test.go": attackFile("surroundings", attack, imports),
        "cmd/app/main.go": honest,
        "program.sh": `#!/bin/sh\ntouch /src/sprung\n${more}\n`,
      },
    });
    const top = await temporaryFolder();
    await rename(project, join(top, "sub"));
    return top;
  }
  const copies = `	if out, err := exec.Command("sh", "-ec", script).CombinedOutput(); err != nil { t.Fatal(err, string(out)) }
	os.Chtimes("/src/sub/surroundings.go", time.Now(), time.Now())
	os.Chmod("/src/sub/program.sh", 0o755)`;

  test.each<[string, string, string, number]>([
    [
      "a repository that takes a checkout's place, and would put it back",
      "mv /src/sub /src/away; cp -r /src/away /src/sub; chmod -R u+w /src/sub/.git; mv /src/sub/trap /src/sub/.git/config",
      "mv /src/sub /src/evil; mv /src/away /src/sub",
      3,
    ],
    [
      "one above the folder to which the module's place leads",
      "mkdir -p /src/x; mv /src/sub /src/x/sub; ln -s x/sub /src/sub; git init -q /src/x; mv /src/sub/trap /src/x/.git/config",
      "",
      3,
    ],
  ])("does not start what %s names", async (_, script, more, expected) => {
    const project = await inFolder(`\tscript := ${JSON.stringify(script)}\n${copies}`, more);
    await writeFile(join(project, "sub/trap"), trapSettings("/src/sub/program.sh"));
    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, "working-directory": "sub" },
    });
    expect(await readdir(project)).not.toContain("sprung");
    expect(exitCode, stderr).toBe(expected);
  });

  test("does not start what stands above a folder that became a link, though the user wants a stamp", async () => {
    const script =
      "mkdir -p /src/x; mv /src/mod /src/x/mod; ln -s x/mod /src/mod; git init -q /src/x; git -C /src/x add mod/main.go; mv /src/x/mod/trap /src/x/.git/config; chmod +x /src/x/mod/program.sh; touch /src/x/mod/main.go";
    const attack = `	if out, err := exec.Command("sh", "-ec", ${JSON.stringify(script)}).CombinedOutput(); err != nil { t.Fatal(err, string(out)) }`;
    const project = await makeProject("surroundings", {
      files: {
        ".gitignore": files[".gitignore"],
        "mod/go.mod": "module example.org/acme/mod\n\ngo 1.21\n",
        "mod/main.go": honest,
        "mod/main_test.go": attackFile("main", attack, ["os/exec"]),
        "mod/program.sh": "#!/bin/sh\ntouch /src/sprung\n",
        "mod/trap": trapSettings("/src/x/mod/program.sh"),
      },
    });
    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, "working-directory": "mod", "build-flags": "-buildvcs=true" },
    });
    expect(await readdir(project)).not.toContain("sprung");
    expect(exitCode, stderr).toBe(0);
  });

  test("still gives honest binaries their commit, also where the checkout lies in a folder", async () => {
    const project = await inFolder("", "");
    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, steps: "build", "working-directory": "sub" },
    });
    expect(exitCode, stderr).toBe(0);
    const binary = (await readFile(join(project, "dist/app-linux-amd64"))).toString("latin1");
    expect(binary).toContain(`vcs.revision=${await git(join(project, "sub"), "rev-parse", "HEAD")}`);
    expect(binary).toContain("vcs.modified=false");
  });

  test("still gives honest binaries their commit", async () => {
    const project = await makeProject("surroundings", { files: { ...files, "cmd/app/main.go": honest } });
    const { exitCode, stderr } = await runCli({ project, env: lane.env, inputs: { ...inputs, steps: "build" } });
    expect(exitCode, stderr).toBe(0);
    const binary = (await readFile(join(project, "dist/app-linux-amd64"))).toString("latin1");
    expect(binary).toContain(`vcs.revision=${await git(project, "rev-parse", "HEAD")}`);
    expect(binary).toContain("vcs.modified=false");
    expect((await readReport(project)).notes).toEqual([]);
  });
});

const honest = 'package main\n\nfunc main() { println("honest") }\n';
