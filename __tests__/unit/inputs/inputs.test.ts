import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { inputNames } from "../../../src/inputs/input-table.ts";
import { parseInputs } from "../../../src/inputs/inputs.ts";
import { contradictions } from "../../../src/inputs/rules.ts";

const problemsOf = (raw: Record<string, string>) => {
  const { inputs, problems } = parseInputs(raw);
  return [...problems, ...contradictions(inputs)].map(({ input, item }) =>
    item === undefined ? input : `${input}: ${item}`,
  );
};

describe("inputs", () => {
  it("read lists by comma and line, with comments, each item once", () => {
    const { inputs, problems } = parseInputs({
      targets: "linux/amd64, linux/arm64 # small ones\n# none here\nlinux/amd64,\n",
    });
    expect(problems).toEqual([]);
    expect(inputs.targets.map(({ arch }) => arch)).toEqual(["amd64", "arm64"]);
  });

  it.each([
    ["30m", 1_800_000],
    ["1h30m", 5_400_000],
    ["90s", 90_000],
  ])("timeout %s", (timeout, milliseconds) => {
    expect(parseInputs({ timeout }).inputs.timeout).toBe(milliseconds);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["an unknown name", { go_version: "1.27" }, ["go_version"]],
    [
      "each wrong item of a list",
      { targets: "linx/amd64, linux/amd64, linux/arm/v9" },
      ["targets: linx/amd64", "targets: linux/arm/v9"],
    ],
    ["an unknown step", { steps: "fmt, vett" }, ["steps: vett"]],
    ["two inputs at once", { push: "true", steps: "build, lint" }, ["steps: lint", "push"]],
    ["push without image", { push: "true" }, ["push"]],
    ["a word that is no boolean", { race: "yes" }, ["race: yes"]],
    ["a timeout without its unit", { timeout: "10" }, ["timeout: 10"]],
    ["a timeout below zero", { timeout: "-5m" }, ["timeout: -5m"]],
    ["a percentage over 100", { "coverage-threshold": "101" }, ["coverage-threshold: 101"]],
    ["a percentage with its sign", { "coverage-threshold": "80%" }, ["coverage-threshold: 80%"]],
    ["a path out of the workspace", { "working-directory": "../../etc" }, ["working-directory: ../../etc"]],
    ["an absolute path", { "working-directory": "/etc" }, ["working-directory: /etc"]],
    ["a path into .git", { output: ".git/{{name}}" }, ["output: .git/{{name}}"]],
    ["a tilde", { output: "~/x/{{name}}" }, ["output: ~/x/{{name}}"]],
    ["binaries among the sources", { output: "{{name}}" }, ["output: {{name}}"]],
    ["a device of Windows", { output: "dist/CON" }, ["output: dist/CON"]],
    ["a template that is not closed", { output: "dist/{{name" }, ["output: dist/{{name"]],
    ["an unknown key of a template", { output: "dist/{{oss}}" }, ["output: dist/{{oss}}"]],
    [
      "an output that is the same for two targets",
      { targets: "linux/amd64,linux/arm64", output: "dist/x-{{os}}" },
      ["output: dist/x-linux (one for linux/amd64, one for linux/arm64)"],
    ],
    ["a flag as a package", { packages: "-exec=sh" }, ["packages: -exec=sh"]],
    ["packages outside the module", { packages: "../..." }, ["packages: ../..."]],
    ["a flag that the action manages", { "build-flags": "-o /tmp/x" }, ["build-flags: -o /tmp/x"]],
    ["a program in the tests' place", { "test-args": "-exec=sh -c id" }, ["test-args: -exec=sh -c id"]],
    ["a reserved variable", { env: "A=1\nGITHUB_TOKEN=x" }, ["env: GITHUB_TOKEN"]],
    ["a preloaded library", { env: "LD_PRELOAD=/x.so" }, ["env: LD_PRELOAD"]],
    ["a named user of the image", { "image-user": "nobody" }, ["image-user: nobody"]],
    ["a tag in the image's name", { image: "acme/app:1" }, ["image: 1"]],
    ["an upper-case image", { image: "ghcr.io/Acme/App" }, ["image: ghcr.io/Acme/App"]],
    ["an image without a linux target", { image: "acme/app", targets: "darwin/arm64" }, ["image"]],
    ["an image without a build", { image: "acme/app", steps: "test" }, ["image"]],
    [
      "a platform that is not built",
      { image: "acme/app", targets: "linux/amd64", "image-platforms": "linux/arm64" },
      ["image-platforms: linux/arm64"],
    ],
    ["a password alone", { password: "secret" }, ["username"]],
    ["none beside others", { artifacts: "none, reports" }, ["artifacts: none"]],
    ["a pattern that takes files in", { "coverage-exclude": "!a.go" }, ["coverage-exclude: !a.go"]],
    ["a pattern that leads out", { "coverage-exclude": "../a" }, ["coverage-exclude: ../a"]],
    ["a token that belongs nowhere", { "git-token": "t" }, ["git-token"]],
    ["a token for any host", { "git-token": "t", goprivate: "*.example.org/*" }, ["goprivate: *.example.org/*"]],
    ["a token without a network", { "git-token": "t", goprivate: "a.org/*", network: "none" }, ["git-token"]],
    ["a private address", { goprivate: "https://github.com/acme" }, ["goprivate: https://github.com/acme"]],
    ["reruns with -failfast", { "rerun-fails": "1", "test-args": "-failfast" }, ["rerun-fails: -failfast"]],
    ["more reruns than ten", { "rerun-fails": "11" }, ["rerun-fails: 11"]],
    ["a threshold without coverage", { coverage: "false", "coverage-threshold": "80" }, ["coverage-threshold"]],
    ["a control character", { version: "1\u001b[31m" }, ["version: 1\u001b[31m"]],
    [
      "more items than 64",
      { packages: Array.from({ length: 65 }, (_, i) => `./p${i}`).join(",") },
      [`packages: ${Array.from({ length: 65 }, (_, i) => `./p${i}`).join(",")}`],
    ],
  ])("report %s", (_, raw, expected) => {
    expect(problemsOf(raw)).toEqual(expected);
  });

  it("never show the password", () => {
    const { problems } = parseInputs({ password: "s3cret\u0007" });
    expect(problems).toHaveLength(1);
    expect(new InputError(problems).message).not.toContain("s3cret");
  });

  it("answer any text with values or with problems of one line, without control characters", () => {
    fc.assert(
      fc.property(fc.constantFrom(...inputNames), fc.string({ unit: "binary", maxLength: 200 }), (name, value) => {
        const { problems } = parseInputs({ [name]: value });
        if (problems.length === 0) return;
        const lines = new InputError(problems).message.split("\n");
        expect(lines).toHaveLength(problems.length === 1 ? 1 : problems.length + 1);
        expect(lines.join("")).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 3000 },
    );
  });
});
