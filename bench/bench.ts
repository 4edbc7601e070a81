import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The figures P1, P4, P5 and P6 of the design, as ratios and differences of medians in one run:
 * `npm run bench [rounds [figure …]]`.
 * Needs an engine with golang:1.27.3 (`script/engine any`, `script/golang-image 1.27.3`) and a built `dist/`; P4 a
 * current one (`eval "$(script/engine current env)"`), a registry and a base in it (`script/registry start 5000`,
 * `script/stand-in-base 127.0.0.1:5000`).
 */
const rounds = Number(process.argv[2] ?? 3);
const wanted = process.argv.slice(3);
const cli = resolve("dist/cli/index.js");
const goVersion = "1.27.3";
/** Real Go code, through the module proxy: three commands and 2,508 tests. */
const project = {
  module: "github.com/BurntSushi/toml",
  version: "v1.5.0",
  edited: "decode_edited.go",
  package: "toml",
};
const targets = ["linux/amd64", "linux/arm64"];

const root = mkdtempSync(join(tmpdir(), "gda-bench-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

function startUp(): void {
  const bare = measure(10, () => run([process.execPath, "-e", "0"]));
  const help = measure(10, () => run([process.execPath, cli, "--help"]));
  const work = clone("hello", resolve("examples/hello"));
  const first = median(Array.from({ length: 5 }, () => untilFirstContainer(work)));
  print("P5 --help above bare node", `${seconds(help - bare)} (goal 0.1 s)`);
  print("P5 start to first container above bare node", `${seconds(first - bare)} (goal 0.5 s)`);
}

/** From our start until the engine is told to run a container: a recording `docker` in front of the real one. */
function untilFirstContainer(work: string): number {
  const bin = join(root, "bin");
  const stamp = join(root, "stamp");
  mkdirSync(bin, { recursive: true });
  const docker = execFileSync("sh", ["-c", "command -v docker"], { encoding: "utf8" }).trim();
  writeFileSync(join(bin, "docker"), `#!/bin/sh\n[ "$1" = run ] && date +%s%N >"${stamp}"\nexec "${docker}" "$@"\n`);
  chmodSync(join(bin, "docker"), 0o755);
  const started = Date.now();
  run([process.execPath, cli, "run", "--go-version", goVersion, "--steps", "fmt"], {
    cwd: work,
    env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` },
  });
  return Number(readFileSync(stamp, "utf8")) / 1e6 - started;
}

function wholeRun(): void {
  const go = { GOTOOLCHAIN: `go${goVersion}`, GOFLAGS: "" };
  const info = execFileSync("go", ["mod", "download", "-json", `${project.module}@${project.version}`], {
    encoding: "utf8",
    env: { ...process.env, ...go },
  });
  const work = clone("project", (JSON.parse(info) as { Dir: string }).Dir);
  const caches = { hand: join(root, "hand"), ours: join(root, "ours") };
  const byHand = () => handMade(work, { ...process.env, ...go, GOCACHE: caches.hand });
  const ours = () =>
    run([process.execPath, cli, "run", "--go-version", goVersion, "--targets", targets.join(",")], {
      cwd: work,
      env: { ...process.env, GO_DOCKER_ACTION_CACHE: caches.ours },
    });
  // Modules are downloaded once by each, so that the network is not what is measured.
  byHand();
  ours();
  const buildCache = join(caches.ours, String(process.getuid?.() ?? 0), "build");
  const rows: readonly [string, string, () => ReturnType<typeof pairs>][] = [
    ["warm", "1.15", () => pairs(rounds * 2, byHand, ours)],
    [
      "one package changed",
      "1.15",
      () =>
        pairs(
          rounds,
          () => edit(work, byHand),
          () => edit(work, ours),
        ),
    ],
    [
      "cold",
      "1.0",
      () =>
        pairs(
          rounds,
          () => fresh(caches.hand, byHand),
          () => fresh(buildCache, ours),
        ),
    ],
  ];
  for (const [name, goal, timed] of rows) {
    const { hand, own, ratio } = timed();
    print(`P1 ${name}: ours ÷ by hand`, `${ratio.toFixed(2)} (${seconds(own)} ÷ ${seconds(hand)}; goal ≤ ${goal})`);
  }
}

function handMade(cwd: string, env: NodeJS.ProcessEnv): void {
  const gofmt = join(execFileSync("go", ["env", "GOROOT"], { cwd, env, encoding: "utf8" }).trim(), "bin/gofmt");
  run([gofmt, "-l", "."], { cwd, env });
  run(["go", "vet", "./..."], { cwd, env });
  run(["go", "test", `-coverprofile=${join(root, "hand.out")}`, "./..."], { cwd, env });
  for (const target of targets) {
    const [GOOS, GOARCH] = target.split("/");
    const out = join(root, `hand-${GOARCH}`);
    // As in CI, where no output of an earlier run spares the linker.
    rmSync(out, { recursive: true, force: true });
    const cross = { ...env, GOOS, GOARCH, CGO_ENABLED: "0" };
    run(["go", "build", "-trimpath", "-o", `${out}/`, "./cmd/..."], { cwd, env: cross });
  }
}

const registry = "127.0.0.1:5000";
const ko = "github.com/google/ko@v0.19.1";

/** The image alone, for two platforms, pushed: what a run with one takes longer than the same run without. */
function images(): void {
  const work = clone("image", resolve("examples/hello"));
  const env = { ...process.env, GO_DOCKER_ACTION_CACHE: join(root, "ours") };
  const build = ["run", "--go-version", goVersion, "--steps", "build", "--targets", targets.join(",")];
  const image = ["--image", `${registry}/bench/hello`, "--image-tags", "x", "--push", "true"];
  const ours = (...more: readonly string[]) => run([process.execPath, cli, ...build, ...more], { cwd: work, env });
  const prune = () => run(["docker", "builder", "prune", "--all", "--force"]);
  run(["go", "install", ko], { env: { ...process.env, GOFLAGS: "", GOTOOLCHAIN: `go${goVersion}`, GOBIN: root } });
  const base = { KO_DEFAULTBASEIMAGE: `${registry}/stand-in/alpine`, KO_DOCKER_REPO: `${registry}/bench/ko` };
  const koEnv = { ...process.env, ...base, GOTOOLCHAIN: `go${goVersion}`, GOFLAGS: "", CGO_ENABLED: "0" };
  const byKo = () =>
    run([join(root, "ko"), "build", "--bare", `--platform=${targets.join(",")}`, "--sbom=none", "."], {
      cwd: work,
      env: koEnv,
    });
  ours(...image);
  byKo();
  const rows = Array.from({ length: rounds }, () => {
    const without = time(() => ours());
    prune();
    const copied = time(() => ours(...image)) - without;
    prune();
    const compiled = time(() => ours(...image, "--image-build", "source")) - without;
    return { copied, compiled, ko: time(byKo) };
  });
  const of = (pick: (row: (typeof rows)[number]) => number) => median(rows.map(pick));
  const own = seconds(of(({ copied }) => copied));
  const compiled = of((row) => row.compiled / row.copied).toFixed(1);
  const byThem = of((row) => row.ko / row.copied).toFixed(1);
  print("P4 multistage compile ÷ ours", `${compiled} (${seconds(of((row) => row.compiled))} ÷ ${own}; goal ≥ 10)`);
  print("P4 ko, warm ÷ ours", `${byThem} (${seconds(of((row) => row.ko))} ÷ ${own}; goal ≥ 1)`);
}

/** Ten thousand failures, each with ten kilobytes of output. */
function muchOutput(): void {
  const work = clone("many", resolve("__tests__/fixtures/projects/many"));
  const usage = join(root, "usage");
  const teller = `data:text/javascript,import{writeFileSync}from"node:fs";
process.on("exit",()=>writeFileSync(process.env.USAGE_FILE,JSON.stringify(process.resourceUsage())))`;
  const ours = () =>
    run([process.execPath, "--import", teller, cli, "run", "--go-version", goVersion, "--steps", "test"], {
      cwd: work,
      env: { ...process.env, USAGE_FILE: usage, GO_DOCKER_ACTION_CACHE: join(root, "ours") },
      status: 1,
    });
  const test = ["run", "--rm", "--volume", `${work}:/src`, "--workdir", "/src", `golang:${goVersion}`];
  const byHand = () => run(["docker", ...test, "sh", "-c", "go test -json -count=1 ./... >/dev/null"], { status: 1 });
  ours();
  byHand();
  const peaks: number[] = [];
  const speeds: number[] = [];
  const { hand, own, ratio } = pairs(rounds, byHand, () => {
    ours();
    const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
    peaks.push(maxRSS / 1024);
    speeds.push(statSync(join(work, "reports/test.jsonl")).size / (userCPUTime + systemCPUTime));
  });
  print("P6 peak memory of node", `${median(peaks).toFixed(0)} MiB (goal ≤ 200)`);
  print("P6 events read, per second of our processor time", `${median(speeds).toFixed(0)} MB (goal ≥ 50)`);
  print("P6 ours ÷ by hand, without a cache", `${ratio.toFixed(2)} (${seconds(own)} ÷ ${seconds(hand)})`);
}

function clone(name: string, from: string): string {
  const to = join(root, name);
  cpSync(from, to, { recursive: true });
  run(["chmod", "-R", "u+w", to]);
  for (const args of [
    ["init", "-q"],
    ["add", "."],
    ["-c", "user.name=b", "-c", "user.email=b@example.org", "commit", "-qm", "one"],
  ]) {
    run(["git", ...args], { cwd: to });
  }
  return to;
}

function fresh(cache: string, work: () => void): void {
  rmSync(cache, { recursive: true, force: true });
  work();
}

let edits = 0;
function edit(work: string, then: () => void): void {
  writeFileSync(
    join(work, project.edited),
    `package ${project.package}\n\n// Edited is not the same twice.\nconst Edited = ${++edits}\n`,
  );
  then();
}

/** The two in turn, so that a change of the machine's speed meets both. */
function pairs(count: number, hand: () => void, own: () => void) {
  const times = Array.from({ length: count }, () => ({ hand: time(hand), own: time(own) }));
  return {
    hand: median(times.map((pair) => pair.hand)),
    own: median(times.map((pair) => pair.own)),
    ratio: median(times.map((pair) => pair.own / pair.hand)),
  };
}

function run(argv: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv; status?: number } = {}): void {
  const { status: expected = 0, ...others } = options;
  const { status, stderr, stdout } = spawnSync(argv[0] ?? "", argv.slice(1), {
    ...others,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== expected)
    throw new Error(`${argv.join(" ")}: ${status}\n${stdout?.slice(-3000)}\n${stderr?.slice(-3000)}`);
}

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function measure(count: number, work: () => void): number {
  return median(Array.from({ length: count }, () => time(work)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function print(name: string, value: string): void {
  console.log(`${name.padEnd(46)} ${value}`);
}

console.log(`node ${process.version}, ${rounds} rounds, medians`);
const figures: readonly (readonly [string, () => void])[] = [
  ["P5", startUp],
  ["P1", wholeRun],
  ["P4", images],
  ["P6", muchOutput],
];
for (const [name, take] of figures) if (wanted.length === 0 || wanted.includes(name)) take();
