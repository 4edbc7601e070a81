import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readReport, runCli } from "../support/cli.ts";
import { containersOf, type Lane, startLane } from "../support/engines.ts";
import { git, makeProject, snapshot, temporaryFolder } from "../support/projects.ts";
import { hostileLines } from "../support/runner/hostile-lines.ts";
import { judge } from "../support/runner/judge.ts";

const inputs = { "go-version": "1.27.3", steps: "test, build", coverage: "false", "test-args": "-count=1" };

/** Code under test that tries to get out: the body of one test, and what it imports. */
interface Attempt {
  readonly name: string;
  readonly imports: readonly string[];
  /** Go code; whatever it says by `t.Fatal` got out. */
  readonly body: string;
}

/** Each has to be kept from what it tries: a test that gets there fails, and with it the run. */
const attempts: readonly Attempt[] = [
  write("git's configuration", ".git/config", "[core]\n\tfsmonitor = touch /tmp/out\n"),
  write("a hook of git's", ".git/hooks/post-checkout", "#!/bin/sh\n"),
  {
    name: "another .git in its place",
    imports: ["os"],
    body: 'if os.Rename(".git", "git-away") == nil { t.Fatal("moved") }\nif os.RemoveAll(".git"); exists(".git/HEAD") == false { t.Fatal("removed") }',
  },
  nothing(
    "tokens in the environment",
    'for _, v := range os.Environ() { if strings.Contains(v, "canary") { t.Fatal(v) } }',
    ["os", "strings"],
  ),
  nothing(
    "the environment of the first process",
    'if b, err := os.ReadFile("/proc/1/environ"); err == nil { t.Fatal(string(b)) }',
    ["os"],
  ),
  nothing("the files of the first process", 'if _, err := os.ReadDir("/proc/1/fd"); err == nil { t.Fatal("read") }', [
    "os",
  ]),
  nothing("the first process", 'if err := syscall.Kill(1, syscall.SIGKILL); err == nil { t.Fatal("killed") }', [
    "syscall",
  ]),
  nothing(
    "the engine's socket",
    'for _, p := range []string{"/var/run/docker.sock", "/run/docker.sock", "/run/podman/podman.sock"} { if c, err := net.Dial("unix", p); err == nil { c.Close(); t.Fatal(p) } }',
    ["net"],
  ),
  nothing(
    "the home folder of the host",
    'for _, p := range []string{"/root/.docker", "/home/runner", "/root/.ssh"} { if e, err := os.ReadDir(p); err == nil && len(e) > 0 { t.Fatal(p) } }',
    ["os"],
  ),
  nothing(
    "the runner's files",
    'for _, n := range []string{"GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"} { if os.Getenv(n) != "" { t.Fatal(n) } }',
    ["os"],
  ),
  nothing(
    "the host's processes",
    'e, _ := os.ReadDir("/proc"); n := 0; for _, d := range e { if b, err := os.ReadFile("/proc/" + d.Name() + "/comm"); err == nil && strings.Contains(string(b), "dockerd") { n++ } }; if n > 0 { t.Fatal(n) }',
    ["os", "strings"],
  ),
  nothing(
    "a device node",
    'if err := syscall.Mknod("/tmp/sda", syscall.S_IFBLK|0o666, 8<<8); err == nil { t.Fatal("made") }',
    ["syscall"],
  ),
  nothing("a mount", 'if err := syscall.Mount("none", "/tmp", "tmpfs", 0, ""); err == nil { t.Fatal("mounted") }', [
    "syscall",
  ]),
  nothing("a host name", 'if err := syscall.Sethostname([]byte("x")); err == nil { t.Fatal("set") }', ["syscall"]),
  nothing(
    "another user",
    'if err := syscall.Setuid(0); err == nil && os.Getuid() != before { t.Fatal("root") }',
    ["syscall", "os"],
    "var before = os.Getuid()",
  ),
  nothing(
    "what the host hands in",
    'if err := os.WriteFile("/gda/in/x", nil, 0o600); err == nil { t.Fatal("written") }',
    ["os"],
  ),
  nothing(
    "the image",
    'if err := os.WriteFile("/usr/local/go/bin/go", nil, 0o700); err == nil { t.Fatal("written") }',
    ["os"],
  ),
  nothing(
    "the kernel's settings",
    'if err := os.WriteFile("/proc/sys/kernel/core_pattern", []byte("|/x"), 0o600); err == nil { t.Fatal("written") }',
    ["os"],
  ),
];

function nothing(name: string, body: string, imports: readonly string[], more = ""): Attempt {
  return { name, imports, body: more === "" ? body : `${body}\n}\n\n${more}\n\nfunc init() {\n` };
}

function write(name: string, path: string, content: string): Attempt {
  const body = `if err := os.WriteFile(${JSON.stringify(path)}, []byte(${JSON.stringify(content)}), 0o700); err == nil { t.Fatal("written") }`;
  return { name, imports: ["os"], body };
}

function goFile(name: string, body: string, imports: readonly string[]): string {
  const helpers = body.includes("exists(")
    ? "\n\nfunc exists(p string) bool { _, err := os.Stat(p); return err == nil }\n"
    : "\n";
  const lines = ["testing", ...imports].map((path) => `\t"${path}"`).join("\n");
  return `package surroundings\n\nimport (\n${lines}\n)\n\nfunc TestEscape${name}(t *testing.T) {\n${body}\n}${helpers}`;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const main = { "cmd/app/main.go": 'package main\n\nfunc main() { println("honest") }\n' };

let lane: Lane;
beforeAll(async () => {
  lane = await startLane("old");
});

test("code under test reaches nothing of the host's, however it tries", async () => {
  const files = Object.fromEntries(
    attempts.map(({ body, imports }, i) => [`escape${i}_test.go`, goFile(`${i}`, body, imports)]),
  );
  const project = await makeProject("surroundings", { files: { ...files, ...main } });
  const before = await snapshot(join(project, ".git"));
  const env = { ...lane.env, GITHUB_TOKEN: "canary-token", ACTIONS_RUNTIME_TOKEN: "canary-runtime" };

  const { exitCode, stdout, stderr } = await runCli({ project, env, inputs });

  expect(exitCode, stdout + stderr).toBe(0);
  expect((await readReport(project)).tests?.passed).toBe(attempts.length + 1);
  expect(await snapshot(join(project, ".git"))).toEqual(before);
  expect(await git(project, "status", "--porcelain", "--untracked-files=no")).toBe("");
});

describe("a verdict is not forged", () => {
  const honest = (body: string, imports: readonly string[] = []) => ({
    "x_test.go": goFile("X", body, imports),
    ...main,
  });

  test.each([
    [
      "by events that it prints",
      honest(
        'fmt.Println("\\x16--- PASS: TestEscapeX (0.00s)")\nfmt.Println(`{"Action":"pass","Package":"example.org/acme/surroundings"}`)\nt.Fail()',
        ["fmt"],
      ),
      1,
    ],
    [
      "by an exit code in the status folder",
      honest(
        'for i := 0; i < 20; i++ { os.WriteFile(fmt.Sprintf("/gda/status/%d", i), []byte("0 0\\n"), 0o600) }\nt.Fail()',
        ["fmt", "os"],
      ),
      1,
    ],
    [
      "by a folder in the place of the exit code",
      honest('for i := 0; i < 20; i++ { os.MkdirAll(fmt.Sprintf("/gda/status/%d/x", i), 0o700) }\nt.Fail()', [
        "fmt",
        "os",
      ]),
      1,
    ],
    ["by an early end", honest("os.Exit(0)", ["os"]), 1],
    [
      "by ending the shell that tells the exit code",
      honest(
        'e, _ := os.ReadDir("/proc"); for _, d := range e { if p, err := strconv.Atoi(d.Name()); err == nil && p > 1 && p != os.Getpid() { syscall.Kill(p, syscall.SIGKILL) } }\nt.Fail()',
        ["os", "strconv", "syscall"],
      ),
      3,
    ],
  ])("%s", async (_, files, expected) => {
    const project = await makeProject("surroundings", { files });
    const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs });
    expect(exitCode, stdout + stderr).toBe(expected);
    expect(await containersOf(lane, project)).toEqual([]);
  });

  test("by a process that stays: it is ended with its check, and the binary is the source's own", async () => {
    const daemon =
      'c := exec.Command("sh", "-c", "while :; do echo x >>stayed; for f in $(find /gda/out -type f); do echo evil >$f; done; done")\nc.SysProcAttr = &syscall.SysProcAttr{Setsid: true}\nif err := c.Start(); err != nil { t.Fatal(err) }\ntime.Sleep(300 * time.Millisecond)';
    const project = await makeProject("surroundings", {
      files: { "x_test.go": goFile("X", daemon, ["os/exec", "syscall", "time"]), ...main },
    });

    const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs });

    expect(exitCode, stdout + stderr).toBe(0);
    expect((await readFile(join(project, "dist/app-linux-amd64"))).subarray(1, 4).toString()).toBe("ELF");
    expect(await exists(join(project, "stayed"))).toBe(true);
  });
});

describe("what it leaves behind harms nobody", () => {
  test.each([
    ["a pipe as a product", 'syscall.Mkfifo("/gda/out/coverage.html", 0o600)', ["syscall"], 0],
    ["ten gigabytes of nothing", 'f, _ := os.Create("/tmp/huge"); f.Truncate(10 << 30)', ["os"], 0],
    [
      "many files",
      'for i := 0; i < 50000; i++ { os.WriteFile(fmt.Sprintf("/gda/out/%d", i), nil, 0o600) }',
      ["fmt", "os"],
      0,
    ],
    [
      "folders that nobody may enter",
      'os.MkdirAll("/tmp/a/b/c", 0o700); os.Chmod("/tmp/a/b", 0); os.MkdirAll("/gda/home/x/y", 0o700); os.Chmod("/gda/home/x", 0)',
      ["os"],
      0,
    ],
    [
      "settings for the commands that follow",
      'os.MkdirAll("/gda/home/.config/go", 0o700); os.WriteFile("/gda/home/.config/go/env", []byte("GOEXPERIMENT=nosuch\\n"), 0o600)',
      ["os"],
      0,
    ],
  ] as const)("%s", async (_, body, imports, expected) => {
    const project = await makeProject("surroundings", { files: { "x_test.go": goFile("X", body, imports), ...main } });
    const temp = await temporaryFolder();
    const { exitCode, stdout, stderr } = await runCli({ project, env: { ...lane.env, TMPDIR: temp }, inputs });
    expect(exitCode, stdout + stderr).toBe(expected);
    await expect(access(join(temp, "nothing"))).rejects.toThrow();
    expect(await snapshot(temp)).toEqual({});
  });

  test("its lines steer no runner, wherever they are shown", async () => {
    const lines = hostileLines.map((line) =>
      JSON.stringify(line).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
    );
    const body = `for _, line := range []string{${lines.join(", ")}} {\n\tfmt.Println(line)\n\tt.Error(line)\n}`;
    const project = await makeProject("surroundings", { files: { "x_test.go": goFile("X", body, ["fmt"]) } });
    const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs });
    expect(exitCode).toBe(1);
    expect(judge(stdout + stderr)).toEqual([]);
    const summary = await readFile(join(project, "reports/summary.md"), "utf8");
    expect(summary).not.toMatch(/<script|\p{Cc}(?<![\n\t])/u);
  });
});
