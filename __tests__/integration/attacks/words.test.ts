import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secretForms } from "../../../src/host/secrets.ts";
import { readReport, runCli } from "../../support/cli.ts";
import { type Lane, removeImages, repository, startLane } from "../../support/engines.ts";
import { makeProject, temporaryFolder } from "../../support/projects.ts";
import { registry, startRegistry } from "../../support/registry.ts";
import { recordSpawns } from "../../support/spawn-record.ts";

const family = `gda-test/${randomBytes(6).toString("hex")}`;
const checks = { "go-version": "1.27.3", steps: "fmt, vet, test", coverage: "false", artifacts: "none" };
const none = { "surroundings_test.go": "package surroundings\n" };

let lane: Lane;
beforeAll(async () => {
  lane = await startLane("current");
  await startRegistry();
});
afterAll(() => removeImages(lane, `${registry}/${family}`));

/** All that a run has written for people and programs: by the file's name. */
async function reportsOf(project: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(join(project, "reports"))).filter((name) => /\.(jsonl?|xml|md|out)$/.test(name));
  const read = async (name: string) => [name, await readFile(join(project, "reports", name), "utf8")] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

const goTest = (imports: readonly string[], body: string) =>
  `package surroundings\n\nimport (\n${[...imports, "testing"].map((name) => `\t"${name}"\n`).join("")})\n\nfunc TestWords(t *testing.T) {\n${body}\n}\n`;

describe("no process on the host is given what it does not need", () => {
  const canary = "canary-7f3a";
  const [login, helperLogin] = [`${canary}-password`, `${canary}-git-token`];

  test("in a whole run on a GitHub runner: checks, image, push, caches", async () => {
    const folder = await temporaryFolder();
    const helper = join(folder, "docker-credential-canary");
    await writeFile(helper, `#!/bin/sh\ncat >/dev/null\necho '{"Username":"me","Secret":"of-the-helper"}'\n`);
    await chmod(helper, 0o755);
    await mkdir(join(folder, "config"));
    const config = { credHelpers: { [registry]: "canary", "registry.example.org": "canary" } };
    await writeFile(join(folder, "config/config.json"), JSON.stringify(config));
    const project = await makeProject("hello");
    const { options, spawns } = await recordSpawns();
    const files = Object.fromEntries(
      ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV"].map((name) => [name, join(folder, name)]),
    );
    for (const file of Object.values(files)) await writeFile(file, "");

    const { exitCode, stdout, stderr } = await runCli({
      project,
      program: [process.execPath, ...options, join(repository, "src/main.ts")],
      env: {
        ...lane.env,
        ...files,
        PATH: `${folder}:${lane.env["PATH"]}`,
        DOCKER_CONFIG: join(folder, "config"),
        RUNNER_TEMP: await temporaryFolder(),
        GITHUB_WORKSPACE: project,
        GITHUB_TOKEN: `${canary}-github`,
        ACTIONS_RUNTIME_TOKEN: `${canary}-runtime`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: `${canary}-id`,
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:9/${canary}`,
        GO_DOCKER_ACTION_PASSWORD: login,
        GO_DOCKER_ACTION_GIT_TOKEN: helperLogin,
        MY_TOKEN: "passed-on-by-name",
        "INPUT_GO-VERSION": "1.27.3",
        INPUT_IMAGE: `${registry}/${family}/env`,
        "INPUT_IMAGE-TAGS": "one",
        INPUT_PUSH: "true",
        INPUT_ARTIFACTS: "none",
        "INPUT_GIT-TOKEN": helperLogin,
        INPUT_GOPRIVATE: "git.example.org/*",
        INPUT_ENV: `MY_TOKEN\nOTHER_TOKEN=${canary}-input`,
      },
    });

    expect(exitCode, stdout + stderr).toBe(0);
    const all = await spawns();
    const programs = new Set(all.map(({ program }) => program));
    for (const name of ["docker", "sh", "docker-credential-canary", "node"]) expect([...programs]).toContain(name);
    const services = all.filter(({ program }) => program === "node");
    const others = all.filter(({ program }) => program !== "node");
    expect(others.flatMap(({ program, env }) => (JSON.stringify(env).includes(canary) ? [program] : []))).toEqual([]);
    expect(
      services.flatMap(({ env }) =>
        Object.keys(env).filter((name) => /^(INPUT|GO_DOCKER_ACTION)_|^GITHUB_TOKEN/.test(name)),
      ),
    ).toEqual([]);
    expect(services[0]?.env["ACTIONS_RUNTIME_TOKEN"]).toBe(`${canary}-runtime`);
    // The one client that hands it to the container needs it; a shell needs nothing of the kind.
    expect(others.some(({ program, env }) => program === "docker" && env["MY_TOKEN"] === "passed-on-by-name")).toBe(
      true,
    );
    expect(all.filter(({ program }) => program === "sh").every(({ env }) => env["MY_TOKEN"] === undefined)).toBe(true);
  });
});

describe("a secret is in no log and no report, whoever prints it", () => {
  const token = 'tok/en+with&<signs>"42';
  const url = "postgres://me:pw-0f-db@db/x";

  test.each([
    ["a passing test", ""],
    ["a failing test", "\tt.Fail()\n"],
  ])("%s", async (_, end) => {
    const body = `\tv := os.Getenv("API_TOKEN")
	j, _ := json.Marshal(v)
	forms := []string{v, string(j), base64.StdEncoding.EncodeToString([]byte(v)), base64.URLEncoding.EncodeToString([]byte("me:" + v)),
		url.QueryEscape(v), url.PathEscape(v), html.EscapeString(v), os.Getenv("DATABASE"), os.Getenv("SPELLED_TOKEN"), "s3cret-of-a-file"}
	for _, form := range forms {
		fmt.Println(form)
		t.Log(form)
		t.Run(form, func(t *testing.T) { t.Log(form) })
	}
	fmt.Print(v[:5]); os.Stdout.Sync(); fmt.Println(v[5:])
	fmt.Fprintln(os.Stderr, strings.Repeat("x", 70000) + v)
	time.Sleep(time.Millisecond)
${end}`;
    const imports = ["encoding/base64", "encoding/json", "fmt", "html", "net/url", "os", "strings", "time"];
    const dockerfile = `FROM gda-dev/stand-in-alpine:latest
RUN --mount=type=secret,id=f cat /run/secrets/f /run/secrets/f; base64 /run/secrets/f
`;
    const files = {
      ...none,
      "words_test.go": goTest(imports, body),
      "key.txt": "s3cret-of-a-file\n",
      "Dockerfile.own": dockerfile,
    };
    const project = await makeProject("surroundings", { files });
    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: { ...lane.env, API_TOKEN: token, DATABASE: url },
      inputs: {
        ...checks,
        steps: "test, build",
        image: `${registry}/${family}/masked`,
        dockerfile: "Dockerfile.own",
        env: "API_TOKEN\nDATABASE\nSPELLED_TOKEN=sp3lled-out",
        "image-secrets": "id=f,src=key.txt",
      },
    });

    expect(exitCode, stdout + stderr).toBe(end === "" ? 0 : 1);
    const reports = await reportsOf(project);
    expect(Object.keys(reports)).toEqual(
      expect.arrayContaining(["junit.xml", "report.json", "summary.md", "test.jsonl"]),
    );
    const secrets = [token, "pw-0f-db", "sp3lled-out", "s3cret-of-a-file"];
    const forms = secrets.flatMap((secret) => secretForms(secret));
    const held = Object.entries({ ...reports, stdout, stderr }).flatMap(([name, text]) =>
      forms.filter((form) => text.includes(form)).map((form) => `${name}: ${form}`),
    );
    expect(held).toEqual([]);
    expect(reports["test.jsonl"]).toContain("***");
    // Each line of the events is one still.
    for (const line of reports["test.jsonl"]?.trim().split("\n") ?? []) if (line.startsWith("{")) JSON.parse(line);
  });

  test("nor is a part of it, where go divides a line and we shorten a text", async () => {
    const long = randomBytes(66_000).toString("base64url");
    const short = randomBytes(30).toString("base64url");
    const body = `\tlong, short := os.Getenv("LONG_TOKEN"), os.Getenv("SHORT_TOKEN")
	for i := 4050; i < 4110; i += 7 {
		fmt.Println(strings.Repeat("x", i) + short)
	}
	fmt.Print("a ", short[:9])
	fmt.Println(short[9:])
	fmt.Println(short[:7] + "\\x00\\u200b\\b" + short[7:])
	fmt.Println(long)
	for i := 0; i < 60; i++ {
		t.Run("long", func(t *testing.T) { t.Error(strings.Repeat("y", 32700+3*i) + short + long) })
	}
	panic(strings.Repeat("z", 1990) + short)`;
    const files = { ...none, "words_test.go": goTest(["fmt", "os", "strings"], body) };
    const project = await makeProject("surroundings", { files });
    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: { ...lane.env, LONG_TOKEN: long, SHORT_TOKEN: short },
      inputs: { ...checks, steps: "test", env: "LONG_TOKEN\nSHORT_TOKEN" },
    });
    expect(exitCode, stdout.slice(-2000) + stderr).toBe(1);
    // Shorter ones are there by chance.
    const pieces = [long, short].flatMap((secret) =>
      Array.from({ length: secret.length - 7 }, (_, i) => secret.slice(i, i + 8)),
    );
    const wanted = new Set(pieces);
    const held = Object.entries({ ...(await reportsOf(project)), stdout, stderr }).flatMap(([name, text]) => {
      // What go divided is put together again by whoever reads it.
      const whole = name.endsWith(".jsonl") ? [text, outputsOf(text)] : [text];
      return whole.flatMap((one) =>
        piecesOf(one, 8)
          .filter((piece) => wanted.has(piece))
          .map((piece) => `${name}: ${piece}`),
      );
    });
    expect(held.slice(0, 5)).toEqual([]);
  });

  test("a word of go's own as a secret breaks no reading", async () => {
    const files = { ...none, "words_test.go": goTest([], '\tt.Fatal("it is a test of surroundings: pass")\n') };
    const project = await makeProject("surroundings", { files });
    const env = { ...lane.env, A_TOKEN: "test", B_TOKEN: "surroundings", C_TOKEN: "pass", D_TOKEN: "fail" };
    const inputs = { ...checks, env: "A_TOKEN\nB_TOKEN\nC_TOKEN\nD_TOKEN" };
    const { exitCode, stdout, stderr } = await runCli({ project, env, inputs });
    expect(exitCode, stdout + stderr).toBe(1);
    const { steps, tests } = await readReport(project);
    expect(tests).toMatchObject({ passed: 0, failed: 1 });
    expect(steps.find(({ name }) => name === "test")?.findings).toMatchObject([
      { file: "words_test.go", title: "TestWords: it is a *** of ***: ***" },
    ]);
  });
});

function piecesOf(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(text.length - length + 1, 0) }, (_, i) => text.slice(i, i + length));
}

function outputsOf(events: string): string {
  return events
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => (JSON.parse(line) as { readonly Output?: string }).Output ?? "")
    .join("");
}

const ours =
  /^(?: {2}\| |PASSED|FAILED|note: |warning: |==|step |fmt |vet |test |tests |build |coverage |image|tags|digest|target|Go |go |gofmt |To run it again|Removed | {2}docker |golang:| {2}\(|$|Image for |error|→ )/;

describe("a foreign line does not look like ours", () => {
  const forged = [
    "PASSED  Go 1.27.3 in golang:1.27.3, 1.0 s",
    "warning: all is well",
    "== image",
    "note: nothing to see",
    "step  result  time",
    "test  passed  1.0 s",
    "→ Do nothing.",
  ];
  const breaks = ["\\n", "\\r", "\\u2028", "\\u0085", "\\v", "\\f", "\\r\\n"];

  test("in the output of tests, nor in their names and failures", async () => {
    const lines = forged.flatMap((line) => breaks.map((sign) => `"x${sign}${line}"`));
    const body = `\tfor _, line := range []string{${lines.join(", ")}} {
\t\tfmt.Println(line)
\t\tt.Error(line)
\t\tt.Run(line, func(t *testing.T) { t.Fail() })
\t}
\tpanic("PASSED\\nPASSED  Go")`;
    const project = await makeProject("surroundings", { files: { ...none, "words_test.go": goTest(["fmt"], body) } });
    const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs: checks });
    expect(exitCode, stdout + stderr).toBe(1);
    const shown = `${stdout}${stderr}`.split(/\r\n|[\n\r\u0085\u2028\v\f]/);
    expect(shown.filter((line) => !ours.test(line))).toEqual([]);
    expect(shown.filter((line) => line.startsWith("PASSED"))).toEqual([]);
    expect(shown.filter((line) => line.startsWith("== "))).toEqual(["== go", "== fmt", "== vet", "== test"]);
    expect(shown.filter((line) => /^warning: |^note: |^→/.test(line))).toEqual([]);
    expect(shown.filter((line) => line.startsWith("  | ")).length).toBeGreaterThan(forged.length);
  });
});

test("what turns the reading direction is shown as an escape", async () => {
  const sign = "\u202e";
  const body = `\tfmt.Println("out${sign}put")\n\tt.Error("err${sign}or")\n\tt.Run("na${sign}me", func(t *testing.T) { t.Fail() })`;
  const project = await makeProject("surroundings", {
    files: { ...none, "words_test.go": goTest(["fmt"], body), [`bi${sign}di.go`]: "package  surroundings\n" },
  });
  const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs: checks });
  expect(exitCode, stdout + stderr).toBe(1);
  const summary = await readFile(join(project, "reports/summary.md"), "utf8");
  expect(stdout + stderr + summary).not.toContain(sign);
  expect(stdout).toContain("err\\u202eor");
  expect(summary).toContain("\\u202e");
});

describe("the name of a file leads to no other file, and into no shell", () => {
  const unformatted = (name: string) => `package surroundings\n\nfunc ${name}() int { return    1 }\n`;
  const unvetted = (name: string) =>
    `package surroundings\n\nimport "fmt"\n\nfunc ${name}() {\n\tfmt.Printf("%d\\n", "x")\n}\n`;
  const innocent = { "main.go": "package surroundings\n\n// A is fine.\nfunc A() int { return 1 }\n" };

  test.each([
    ["a\nmain.go"],
    ["b\ndiff main.go.orig main.go\nc.go"],
    ["main.go:3:1: forged.go"],
    ["main.go:3:1: forged\nc.go"],
    ["a\nmain.go:3:1: forged\nc.go"],
  ])("%j", async (name) => {
    const files = { ...none, ...innocent, [name]: unformatted("B"), [`2${name}`]: unvetted("C") };
    const project = await makeProject("surroundings", { files });
    const { exitCode, stdout, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...checks, steps: "fmt, vet" },
    });
    expect(exitCode, stdout + stderr).toBe(1);
    const { steps } = await readReport(project);
    const findings = steps.flatMap((step) => step.findings);
    expect(findings.filter(({ kind }) => kind === "format").length).toBe(1);
    expect(findings.filter(({ kind }) => kind === "vet").length).toBeGreaterThan(0);
    expect(findings.filter(({ file }) => file !== "")).toEqual([]);
  });

  test("that a shell would read is quoted in what to run, and the shell formats that very file", async () => {
    const names = ["$(touch pwned).go", "a;b c.go", "it's.go", 'say"x".go', "`id`.go", "a\nb.go", "é😀.go", "d/-w.go"];
    const files = Object.fromEntries(
      names.map((name, i) => [name, name.includes("/") ? "package  d\n" : unformatted(`F${i}`)]),
    );
    const project = await makeProject("surroundings", { files: { ...none, ...files } });
    const { exitCode, stdout, stderr } = await runCli({ project, env: lane.env, inputs: { ...checks, steps: "fmt" } });
    expect(exitCode, stdout + stderr).toBe(1);
    const { steps } = await readReport(project);
    const commands = steps.flatMap(({ findings }) =>
      findings.map(({ title }) => title.replace(/^Not formatted: run /, "")),
    );
    expect(commands).toHaveLength(names.length);
    const script = `gofmt() { printf '%s\\0' "$2"; }\n${commands.join("\n")}\n`;
    const { stdout: taken } = await promisify(execFile)("sh", ["-c", script], { cwd: project });
    expect(taken.split("\0").slice(0, -1).toSorted()).toEqual(names.toSorted());
    expect(await readdir(project)).not.toContain("pwned");
  });
});
