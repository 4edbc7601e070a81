import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attackFile } from "../../support/attack.ts";
import { readReport, runCli } from "../../support/cli.ts";
import { type Lane, lanesWithPodman, removeImages, startLane } from "../../support/engines.ts";
import { makeProject, temporaryFolder } from "../../support/projects.ts";

const inputs = { "go-version": "1.27.3", steps: "test, build", "test-args": "-count=1" };
const main = { "cmd/app/main.go": 'package main\n\nfunc main() { println("honest") }\n' };
const module = "example.org/acme/surroundings";

/** Half of it is covered. */
const half = {
  "half.go": "package surroundings\n\nfunc Half(a bool) int {\n\tif a {\n\t\treturn 1\n\t}\n\treturn 2\n}\n",
  "half_test.go": 'package surroundings\n\nimport "testing"\n\nfunc TestHalf(t *testing.T) { Half(true) }\n',
};

describe.each(lanesWithPodman)("files that a test plants among the products, on the %s engine", (name) => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane(name);
  });
  const image = `gda-test/planted-${name}`;
  afterAll(() => removeImages(lane, name === "podman" ? `localhost/${image}` : image));

  /** Every file that the run makes in there later, as a file that cannot be written to. */
  const planted = ["ca-certificates.crt", "coverage.html", "zoneinfo.zip", "bin/linux-amd64/app"];
  const plant = planted
    .map(
      (path) =>
        `\tos.MkdirAll("/gda/out/bin/linux-amd64", 0o755)\n\tos.WriteFile("/gda/out/${path}", []byte("<script>planted</script>"), 0o444)`,
    )
    .join("\n");

  test("are none of them, also where the command that makes the real one fails", async () => {
    // Without roots and time zones, whose commands then fail.
    const bare = `gda-test/bare-${name}`;
    const context = await temporaryFolder();
    await writeFile(join(context, "Dockerfile"), "FROM golang:1.27.3\nRUN rm -rf /etc/ssl/certs\n");
    await lane.docker("build", "--tag", bare, context);
    const project = await makeProject("surroundings", {
      files: { "attack_test.go": attackFile("surroundings", plant), ...main },
    });

    const { exitCode, stderr } = await runCli({
      project,
      env: lane.env,
      inputs: { ...inputs, "go-image": bare, image, "image-tags": "one", network: "none", "image-base": "scratch" },
    });

    expect(exitCode, stderr).toBe(0);
    const report = await readReport(project);
    expect(report.notes.join()).toContain("has no certificate roots");
    for (const file of ["reports/coverage.html", "dist/app-linux-amd64"])
      expect((await readFile(join(project, file))).toString("latin1")).not.toContain("planted");
    const container = (await lane.docker("create", `${image}:one`)).trim();
    const copied = join(await temporaryFolder(), "root.tar");
    await lane.docker("export", "--output", copied, container);
    await lane.docker("rm", container);
    expect((await readFile(copied)).toString("latin1")).not.toContain("planted");
  });
});

describe("a cover profile that a test forges", () => {
  let lane: Lane;
  beforeAll(async () => {
    lane = await startLane("old");
  });

  async function covered(
    body: string,
    imports: readonly string[] = ["os"],
    more: Readonly<Record<string, string>> = {},
  ) {
    const files = { "attack_test.go": attackFile("surroundings", body, imports), ...half };
    const project = await makeProject("surroundings", { files });
    const end = await runCli({ project, env: lane.env, inputs: { ...inputs, steps: "test", ...more } });
    return { ...end, project, report: await readReport(project) };
  }

  /** Appends to the profile that go is writing, from a test that goes on until go is about to. */
  const append = (text: string) =>
    `	f, err := os.OpenFile("/gda/out/cover/0000.out", os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil { t.Fatal(err) }
	f.WriteString(${text})
	f.Close()`;

  test("beside the planned ones counts for nothing", async () => {
    const forged = Array.from({ length: 400 }, (_, i) => `${module}/half.go:${i + 100}.1,${i + 100}.9 9 1\\n`).join("");
    const plant = `	for _, n := range []string{"0001", "0000-1-0", "zzzz"} {\n\t\tos.WriteFile("/gda/out/cover/"+n+".out", []byte("mode: set\\n${forged}"), 0o444)\n\t}`;
    const { exitCode, report } = await covered(plant, ["os"], { "coverage-threshold": "95" });
    expect(exitCode).toBe(1);
    expect(Number(report.coverage?.percent)).toBeLessThan(95);
  });

  test.each<[string, string, readonly string[]]>([
    [
      "blocks of a million lines each",
      append(
        `strings.Repeat("x", 0) + func() string { s := ""; for i := 0; i < 60; i++ { s += fmt.Sprintf("${module}/f%d.go:1.1,999999.1 1 1\\n", i) }; return s }()`,
      ),
      ["os", "fmt", "strings"],
    ],
    ["lines without end", append('strings.Repeat("x", 1<<20)'), ["os", "strings"]],
    ["200 MiB of nothing", 'os.Truncate("/gda/out/cover/0000.out", 200<<20)', ["os"]],
    [
      "numbers beyond all bounds",
      append(`"${module}/half.go:1.1,2.1 1" + strings.Repeat("9", 4000) + " 1\\n"`),
      ["os", "strings"],
    ],
  ])("with %s does not stop the run", async (_, body, imports) => {
    const { exitCode, stderr, report } = await covered(body, imports);
    expect(exitCode, stderr).toBe(0);
    expect(report.notes.join("\n")).toMatch(/The coverage is not known\. The cover profile cannot be read: /);
    expect(report.coverage).toBeUndefined();
  });
});
