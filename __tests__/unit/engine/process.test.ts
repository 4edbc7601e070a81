import { describe, expect, it } from "vitest";
import { runProcess } from "../../../src/engine/process.ts";

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
