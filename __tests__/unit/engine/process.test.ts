import { describe, expect, it } from "vitest";
import { runProcess } from "../../../src/engine/process.ts";
import { isRunning } from "../../support/is-running.ts";

const node = (script: string) => [process.execPath, "-e", script];

describe("a process of the host", () => {
  it("gives its exit code, both streams and its input", async () => {
    const script =
      'process.stdin.on("data", (d) => { console.log(`<${d}>`); console.error("e"); process.exitCode = 7; })';
    expect(await runProcess(node(script), { input: "x" })).toMatchObject({
      exitCode: 7,
      stdout: "<x>\n",
      stderr: "e\n",
    });
  });

  it("has no exit code when a signal ended it", async () => {
    expect(await runProcess(node('process.kill(process.pid, "SIGKILL")'))).toMatchObject({
      exitCode: undefined,
      reason: "SIGKILL",
    });
  });

  it("has no exit code when it cannot be started", async () => {
    const end = await runProcess(["/nowhere/at-all"]);
    expect(end.exitCode).toBeUndefined();
    expect(end.reason).toContain("ENOENT");
  });

  it("is ended at its deadline, keeping what it said", async () => {
    const end = await runProcess(node('console.log("begun"); setInterval(() => {}, 1000)'), { deadlineMs: 700 });
    expect(end).toMatchObject({ exitCode: undefined, timedOut: true });
  });

  it("is asked to end when it is not wanted any more, and made to when it does not", async () => {
    const deaf = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("begun")';
    const controller = new AbortController();
    const end = await runProcess(node(deaf), {
      signal: controller.signal,
      onOutput: () => controller.abort(),
    });
    expect(end).toMatchObject({ exitCode: undefined, reason: "SIGKILL", timedOut: false });
  });

  it("takes what it started with it", async () => {
    const script = `const { pid } = require("child_process").spawn("sleep", ["1000"], { stdio: "ignore" }); console.log(pid); setInterval(() => {}, 1000)`;
    const { stdout } = await runProcess(node(script), { deadlineMs: 700 });
    await expect.poll(() => isRunning(Number(stdout))).toBe(false);
  });

  it("ends although a child of its own holds its output open", async () => {
    const script = `require("child_process").spawn("sleep", ["12"], { stdio: ["ignore", "inherit", "inherit"], detached: true }).unref(); console.log("done")`;
    const end = await runProcess(node(`process.stdout.write(process.pid + " ");${script}`));
    expect(end).toMatchObject({ exitCode: 0, timedOut: false });
    expect(end.stdout).toMatch(/ done\n$/);
  });

  it("is left to go on when our patience ends", async () => {
    const end = await runProcess(["sleep", "15"], { patienceMs: 300 });
    expect(end).toMatchObject({ exitCode: undefined, reason: "", timedOut: true });
  });

  it("loses nothing where its output is taken slowly", async () => {
    const end = await runProcess(node('process.stdout.write("x".repeat(200_000) + "end")'), {
      onOutput: () => new Promise((resolve) => setTimeout(resolve, 2_000)),
    });
    expect(end.stdout).toHaveLength(200_003);
  });

  it("joins characters that are cut between pieces", async () => {
    const script =
      "process.stdout.write(Buffer.from([0xc3])); setTimeout(() => process.stdout.write(Buffer.from([0xa9])), 50)";
    expect((await runProcess(node(script))).stdout).toBe("é");
  });

  it("keeps the last line without its newline, and no more than the tail of much", async () => {
    const end = await runProcess(node('process.stdout.write("x".repeat(2_000_000) + "end")'));
    expect(end.stdout.endsWith("end")).toBe(true);
    expect(end.stdout.length).toBeLessThanOrEqual(256 * 1024);
  });

  it("reads no faster than its output is taken", async () => {
    let open = 0;
    let most = 0;
    await runProcess(node('for (let i = 0; i < 200; i++) process.stdout.write("x".repeat(5000))'), {
      onOutput: async () => {
        most = Math.max(most, ++open);
        await new Promise(setImmediate);
        open--;
      },
    });
    expect(most).toBe(1);
  });
});
