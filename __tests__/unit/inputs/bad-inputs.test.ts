import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { inputNames } from "../../../src/inputs/input-table.ts";
import { parseInputs, type RawInputs } from "../../../src/inputs/inputs.ts";
import { contradictions } from "../../../src/inputs/rules.ts";
import { probeProblems } from "../../../src/project/probe.ts";
import { inspectWorkspace } from "../../../src/project/workspace.ts";
import { missingLogins } from "../../../src/publish/missing-logins.ts";
import { facts, rootModule } from "../../support/facts.ts";

/**
 * The bad inputs that every user meets sooner or later, by number, with the whole message that answers each, and notes
 * where the value is accepted. The inputs of 72 and 73 do not exist yet: they are unknown.
 */
const table: readonly (readonly [number, RawInputs, string, readonly string[]])[] = [
  [
    2,
    { "go-version": "1.2x" },
    'input \'go-version\' ("1.2x"): not a Go version. Write for instance "1.27", "1.27.3", "1.8.1", "1.27-alpine" or "stable".',
    [],
  ],
  [
    3,
    { "go-version": "1.2" },
    'input \'go-version\' ("1.2"): Go 1.2 is older than 1.8, the oldest that works. If you meant "1.20", quote it: YAML reads 1.20 as a number.',
    [],
  ],
  [
    6,
    { "go-version": "latest; rm -rf /" },
    'input \'go-version\' ("latest; rm -rf /"): ";" at column 7 does not belong in a Go version. Write for instance "1.27.3".',
    [],
  ],
  [
    7,
    { "go-version": "-v" },
    'input \'go-version\' ("-v"): a version may not begin with "-". Write for instance "1.27.3".',
    [],
  ],
  [
    9,
    { "go-image": "golang:1.27@sha256:zz" },
    'input \'go-image\' ("golang:1.27@sha256:zz"): a digest is "sha256:" and 64 hex digits in lower case. Copy it whole, or leave out everything from the "@".',
    [],
  ],
  [
    10,
    { "go-image": "GOLANG:1.27" },
    'input \'go-image\' ("GOLANG:1.27"): repository names are lower case. Write "golang:1.27".',
    [],
  ],
  [
    11,
    { "go-version": "1.27\n::error::x" },
    'input \'go-version\' ("1.27\\n::error::x"): "\\n" at column 5 does not belong in a Go version. Write for instance "1.27.3".',
    [],
  ],
  [
    12,
    { "go-version": "../../x" },
    'input \'go-version\' ("../../x"): "/" at column 3 does not belong in a Go version. Write for instance "1.27.3".',
    [],
  ],
  [
    13,
    { "go-version": "1".repeat(5000) },
    'input \'go-version\' ("111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111..."): too long for a Go version. Write for instance "1.27.3".',
    [],
  ],
  [
    14,
    { "go-version": "1.27-windowsservercore" },
    "input 'go-version' (\"1.27-windowsservercore\"): this image is for Windows. Use a Linux one.",
    [],
  ],
  [
    16,
    { targets: "linux" },
    'input \'targets\' ("linux"): a target is written GOOS/GOARCH or GOOS/GOARCH/variant, and there is no "all". Write for instance "linux/amd64".',
    [],
  ],
  [17, { targets: "linux/amd64," }, "", ["targets: item 2 is empty and left out"]],
  [
    18,
    { targets: "linx/amd64" },
    'input \'targets\' ("linx/amd64"): unknown GOOS "linx"; did you mean "linux"? Run "go tool dist list" for all.',
    [],
  ],
  [
    19,
    { targets: "amd64/linux" },
    'input \'targets\' ("amd64/linux"): the two parts are swapped. Write "linux/amd64".',
    [],
  ],
  [
    20,
    { targets: "linux/arm/v9" },
    'input \'targets\' ("linux/arm/v9"): arm has no variant "v9". Use one of v5, v6, v7.',
    [],
  ],
  [22, { targets: "linux/amd64, linux/amd64" }, "", ["targets: item 2 is there already and left out"]],
  [
    23,
    { targets: "LINUX/AMD64" },
    'input \'targets\' ("LINUX/AMD64"): targets are lower case. Write "linux/amd64".',
    [],
  ],
  [
    24,
    { targets: '{"include":[' },
    'input \'targets\' ("{\\"include\\":["): the JSON breaks off or is wrong at line 1, column 13. Mend it, or write the items by comma or line.',
    [],
  ],
  [
    25,
    { targets: '{"a":1}' },
    'input \'targets\' ("{\\"a\\":1}"): expected a list of strings. Write for instance ["a", "b"], or the items by comma or line.',
    [],
  ],
  [
    26,
    { targets: "&a [*a,*a]" },
    'input \'targets\' ("&a [*a,*a]"): "&a" is an anchor or alias of YAML, which is not followed. Write each item out.',
    [],
  ],
  [
    27,
    { targets: Array.from({ length: 10_000 }, (_, i) => `linux/${i}`).join() },
    "input 'targets' (\"linux/0,linux/1,linux/2,linux/3,linux/4,linux/5,linux/6,linux/7,linux/8,linux/9,linux/10,linux/11,linux/12,linux/13,l...\"): 10000 items are more than the limit of 64. Split the run.",
    [],
  ],
  [
    28,
    { targets: "linux/amd64 $(id)" },
    'input \'targets\' ("linux/amd64 $(id)"): " " at column 12 does not belong in a target. Write for instance "linux/amd64".',
    [],
  ],
  [
    29,
    { targets: "all" },
    'input \'targets\' ("all"): a target is written GOOS/GOARCH or GOOS/GOARCH/variant, and there is no "all". Write for instance "linux/amd64".',
    [],
  ],
  [
    30,
    { targets: "darwin/arm64", cgo: "true" },
    "input 'targets' (\"darwin/arm64\"): with `cgo` it needs a C compiler for that system, and the golang image has none. Set `cgo: false`.",
    [],
  ],
  [
    31,
    { "working-directory": "../../etc" },
    "input 'working-directory' (\"../../etc\"): the path is outside the workspace. Write a path below it.",
    [],
  ],
  [
    32,
    { "working-directory": "/etc" },
    "input 'working-directory' (\"/etc\"): the path is absolute. Write it relative to the workspace.",
    [],
  ],
  [
    33,
    { packages: "-exec=sh" },
    'input \'packages\' ("-exec=sh"): a package pattern may not begin with "-". Flags go to `test-args` or `build-flags`.',
    [],
  ],
  [
    35,
    { packages: "./cmd/a b" },
    "input 'packages' (\"./cmd/a b\"): a package pattern has no spaces. Divide patterns by commas or new lines.",
    [],
  ],
  [
    41,
    { output: "{{name}}" },
    'input \'output\' ("{{name}}"): the binaries would lie among the sources. Write a folder, for instance "dist/{{name}}".',
    [],
  ],
  [
    42,
    { output: ".git/{{name}}" },
    "input 'output' (\".git/{{name}}\"): `.git` is not touched. Choose another folder.",
    [],
  ],
  [
    43,
    { output: "~/x/{{name}}" },
    "input 'output' (\"~/x/{{name}}\"): `~` is not expanded. Write a path relative to the workspace.",
    [],
  ],
  [
    45,
    { output: "dist/a\u0000b" },
    'input \'output\' ("dist/a\\u0000b"): "\\u0000" at column 7 is a control character. Remove it.',
    [],
  ],
  [
    46,
    { output: "dist/x", targets: "linux/amd64,linux/arm64" },
    "input 'output' (\"dist/x (one for linux/amd64, one for linux/arm64)\"): several binaries would have the same path. Add {{name}}, {{os}}, {{arch}} or {{variant}}.",
    [],
  ],
  [
    47,
    { packages: "**/**/**/**/*" },
    'input \'packages\' ("**/**/**/**/*"): "*" at column 1 does not belong in a package pattern. "..." stands for any text, as in "./cmd/...".',
    [],
  ],
  [
    48,
    { output: "dist/CON" },
    'input \'output\' ("dist/CON"): Windows does not take the name "CON". Choose another.',
    [],
  ],
  [48, { output: "dist/a." }, 'input \'output\' ("dist/a."): Windows does not take the name "a.". Choose another.', []],
  [
    49,
    { output: "dist/{{.Os" },
    'input \'output\' ("dist/{{.Os"): unclosed tag at 10 of the template. Close every "{{" with "}}".',
    [],
  ],
  [
    50,
    { output: "dist/{{oss}}" },
    'input \'output\' ("dist/{{oss}}"): unknown key "{{oss}}"; did you mean "{{os}}"? Use {{name}}, {{os}}, {{arch}}, {{variant}}, {{version}}.',
    [],
  ],
  [
    51,
    { "build-flags": "-toolexec=x" },
    "input 'build-flags' (\"-toolexec=x\"): -toolexec is managed by the action: it would run another program.",
    [],
  ],
  [
    52,
    { "build-flags": "-o /tmp/x" },
    "input 'build-flags' (\"-o /tmp/x\"): -o is managed by the action: use `output`.",
    [],
  ],
  [
    53,
    { ldflags: "-X 'main.v=a" },
    "input 'ldflags' (\"-X 'main.v=a\"): the quote at column 4 is not closed. Quotes go around the whole word: -X 'main.version=a b'.",
    [],
  ],
  [
    54,
    { ldflags: "-X main.v=a b" },
    "input 'ldflags' (\"-X main.v=a b\"): \"b\" at column 13 belongs to no flag. Quotes go around the whole word: -X 'main.version=a b'.",
    [],
  ],
  [
    55,
    { "build-tags": "a,b;c" },
    'input \'build-tags\' (item 2: "b;c"): ";" at column 2 does not belong in a build tag. Divide tags by commas or new lines.',
    [],
  ],
  [
    56,
    { timeout: "10" },
    'input \'timeout\' ("10"): expected a time with its unit. Write for instance "30m" or "1h30m".',
    [],
  ],
  [57, { timeout: "-5m" }, 'input \'timeout\' ("-5m"): a time is positive. Write for instance "30m".', []],
  [58, { timeout: "10h" }, "", ["timeout: 10h is more than the 6 h that a job has on GitHub's own runners"]],
  [
    59,
    { timeout: "1e9s" },
    'input \'timeout\' ("1e9s"): expected between "1s" and "24h". Write for instance "30m".',
    [],
  ],
  [
    60,
    { memory: "lots" },
    'input \'memory\' ("lots"): expected an amount of memory with its unit. Write for instance "4g".',
    [],
  ],
  [
    61,
    { memory: "1k" },
    'input \'memory\' ("1k"): that is less than the 64m that Go needs. Write for instance "4g".',
    [],
  ],
  [
    62,
    { cpus: "0" },
    'input \'cpus\' ("0"): expected a number of processors, 0.1 at least. Write for instance "2" or "0.5".',
    [],
  ],
  [
    63,
    { env: "F-O" },
    "input 'env': expected NAME=value, or NAME to pass on the caller's value. Write for instance \"CI=true\".",
    [],
  ],
  [
    64,
    { env: "A=1\nGITHUB_TOKEN=x" },
    "input 'env' (item 2: \"GITHUB_TOKEN\"): GITHUB_TOKEN is reserved: it is the runner's, and must not reach the code under test. Leave it out, or use another name.",
    [],
  ],
  [
    65,
    { env: "LD_PRELOAD=/x\nNODE_OPTIONS=y" },
    "2 inputs need a change:\n  - input 'env' (item 1: \"LD_PRELOAD\"): LD_PRELOAD is reserved: it would load code into every program of its kind in the container. Leave it out, or use another name.\n  - input 'env' (item 2: \"NODE_OPTIONS\"): NODE_OPTIONS is reserved: it would load code into every program of its kind in the container. Leave it out, or use another name.",
    [],
  ],
  [
    66,
    { ldflags: "-s ".repeat(45_000) },
    "input 'ldflags' (\"-s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s -s ...\"): the value has 134999 bytes. An input holds 130048 (127 KiB) at most.",
    [],
  ],
  [67, { race: "yes" }, 'input \'race\' ("yes"): expected a boolean. Write "true" or "false".', []],
  [67, { race: "1" }, 'input \'race\' ("1"): expected a boolean. Write "true" or "false".', []],
  [
    68,
    { "coverage-threshold": "101" },
    'input \'coverage-threshold\' ("101"): expected a number from 0 to 100 without a sign. Write for instance "80".',
    [],
  ],
  [
    68,
    { "coverage-threshold": "abc" },
    'input \'coverage-threshold\' ("abc"): expected a number from 0 to 100 without a sign. Write for instance "80".',
    [],
  ],
  [
    68,
    { "coverage-threshold": "80%" },
    'input \'coverage-threshold\' ("80%"): expected a number from 0 to 100 without a sign. Write for instance "80".',
    [],
  ],
  [
    69,
    { image: "ghcr.io/Org/App" },
    'input \'image\' ("ghcr.io/Org/App"): repository names are lower case. Write "ghcr.io/org/app".',
    [],
  ],
  [
    70,
    { image: "a:b:c" },
    'input \'image\' ("a:b:c"): a tag is made of letters, digits and "_.-", and does not begin with "." or "-". Change the tag.',
    [],
  ],
  [
    70,
    { image: "acme/-x" },
    'input \'image\' ("acme/-x"): a repository is lower-case letters and digits, divided by "/", ".", "_", "__" or "-". Write for instance "ghcr.io/acme/app".',
    [],
  ],
  [
    70,
    { image: `a:${"x".repeat(129)}` },
    "input 'image' (\"a:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\"): the tag has 129 characters. Shorten it to 128.",
    [],
  ],
  [72, { dockerfile: "-" }, `input 'dockerfile' ("-"): a path may not begin with "-". Write "./" before it.`, []],
  [
    73,
    { "image-build-args": "NPM_TOKEN=x" },
    `input 'image-build-args' ("NPM_TOKEN"): NPM_TOKEN sounds like a secret, and the image would show it. Give it by \`image-secrets\`.`,
    [],
  ],
  [
    74,
    { password: "s3cret\n" },
    "input 'username': `password` is given without it. Give both or neither.",
    ["password: the white space around it is left out"],
  ],
  [
    75,
    { "artifact-name": "a/b:c" },
    'input \'artifact-name\' ("a/b:c"): "/" at column 2 does not belong in an artifact name: none of " : < > | * ? \\ / does. Choose another.',
    [],
  ],
  [
    75,
    { "retention-days": "0" },
    'input \'retention-days\' ("0"): expected a whole number from 1 to 400. Write for instance "1".',
    [],
  ],
  [
    75,
    { "retention-days": "401" },
    'input \'retention-days\' ("401"): expected a whole number from 1 to 400. Write for instance "1".',
    [],
  ],
  [76, { go_version: "1.27" }, "input 'go_version': there is no such input. Did you mean \"go-version\"?", []],
];

const event = { ref: "", sha: "", name: "", defaultBranch: "", repositoryUrl: "", base: "", baseRef: "" };

describe("a bad input is answered with its name, the item, the reason and the remedy", () => {
  it.each(table)("%i", (_, raw, message, notes) => {
    const parsed = parseInputs(raw);
    const problems = [...parsed.problems, ...contradictions(parsed.inputs)];
    expect(problems.length === 0 ? "" : new InputError(problems).message).toBe(message);
    expect(parsed.notes).toEqual(notes);
  });

  it.each([
    [4, "v1.27", "1.27"],
    [5, "go1.27.3", "1.27.3"],
    [8, "1.99", "1.99"],
    [15, "stable", "latest"],
  ])("%i: %s is taken as it is meant; whether there is such an image, only a registry knows", (_, given, version) => {
    expect(parseInputs({ "go-version": given }).inputs.goVersion).toBe(version);
  });

  it.each<[number, Readonly<Record<string, string | null>>, RawInputs, string]>([
    [1, {}, {}, `input 'go-version': `],
    [
      36,
      { link: null },
      { "working-directory": "link" },
      "input 'working-directory' (\"link\"): it is a link that leads outside the workspace. Name a directory below it.",
    ],
    [
      37,
      { "cmd/go.mod": "module m" },
      { "working-directory": "cmdd" },
      "input 'working-directory' (\"cmdd\"): there is no such directory. Beside it: cmd.",
    ],
    [
      38,
      { "go.mod": "module m" },
      { "working-directory": "go.mod" },
      "input 'working-directory' (\"go.mod\"): it is not a directory. Name the directory that holds the go.mod.",
    ],
    [
      39,
      { "a/b/go.mod": "module m", "a/x": "" },
      { "working-directory": "a" },
      "input 'working-directory' (\"a\"): there is no go.mod in it. Nearest: a/b.",
    ],
    [
      44,
      { "go.mod": "module m", dist: "" },
      {},
      "input 'output' (\"dist\"): there is a file of that name. Choose another folder.",
    ],
  ])("%i: %j %j", async (number, files, given, message) => {
    const root = await mkdtemp(join(tmpdir(), "gda-bad-"));
    onTestFinished(() => rm(root, { recursive: true }));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await (content === null ? symlink("/", join(root, name)) : writeFile(join(root, name), content));
    }
    await chmod(root, 0o755);
    const { inputs } = parseInputs(number === 1 ? given : { "go-version": "1.27", ...given });
    const { problems } = await inspectWorkspace(root, inputs, event, undefined, new AbortController().signal);
    const text = new InputError(problems).message;
    if (number === 1) expect(text).toContain(message);
    else expect(text).toBe(message);
  });

  it.each([
    [
      21,
      { packages: ["./..."], pairs: ["windows/ppc64"], race: false },
      "input 'targets' (\"windows/ppc64\"): Go 1.27.3 does not compile for it. It knows windows/386, windows/amd64.",
    ],
    [
      34,
      { packages: ["./nosuch/..."], pairs: [], race: false },
      "input 'packages' (\"./nosuch/...\"): no packages match in the workspace. Check `packages` and `working-directory`.",
    ],
    [
      40,
      { packages: ["./..."], pairs: [], race: false },
      "input 'packages' (\"./...\"): no packages match in the workspace. Check `packages` and `working-directory`.",
    ],
  ])("%i: as the golang image says", (number, wanted, message) => {
    const { go } = facts({}, { go: { pairs: ["windows/386", "windows/amd64", "linux/ppc64"] } }).project;
    const module = { ...rootModule, packages: number === 21 ? rootModule.packages : [] };
    expect(new InputError(probeProblems(go, [module], { ...wanted, coverage: false })).message).toBe(message);
  });

  it.each<[RawInputs, boolean, number]>([
    [{ image: "ghcr.io/acme/app", push: "true" }, false, 1],
    [{ image: "ghcr.io/acme/app", push: "true" }, true, 0],
    [{ image: "ghcr.io/acme/app", push: "true", username: "u", password: "p" }, false, 0],
    [{ image: "ghcr.io/acme/app, quay.io/acme/app", push: "true", username: "u", password: "p" }, false, 1],
    [{ image: "ghcr.io/acme/app" }, false, 0],
    [{ image: "127.0.0.1:5000/acme/app", push: "true" }, false, 0],
  ])("71: %j, logged in before: %s", async (raw, before, count) => {
    const stored = () => Promise.resolve(before ? { username: "u", password: "p" } : undefined);
    const problems = await missingLogins(parseInputs(raw).inputs, stored);
    expect(problems).toHaveLength(count);
    if (count > 0) expect(new InputError(problems).message).toContain("nobody is logged in there");
  });

  it("all at once, each in a line, whatever stands in them; nothing is echoed at length, and no secret", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(...table.flatMap(([, raw]) => Object.values(raw))),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...inputNames, "nosuch\n::error::x"), value, { maxKeys: 6 }), (raw) => {
        const secret = "s3cret-canary";
        const parsed = parseInputs({ ...raw, password: `${secret}\u0007` });
        const message = new InputError(parsed.problems).message;
        const lines = message.split("\n");
        expect(lines).toHaveLength(parsed.problems.length === 1 ? 1 : parsed.problems.length + 1);
        for (const line of lines) {
          expect(line.length).toBeLessThan(2_000);
          expect(line).not.toMatch(/\p{Cc}/u);
          expect(line).not.toContain(secret);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
