import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/projects.ts";

const signals = join(import.meta.dirname, "../../src/signals.ts");

/** A program whose run does what `work` says, and tells its end. */
async function started(work: string) {
  const pipe = join(await temporaryFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  const script = `const { endedBy, leave, untilSignal } = await import(process.argv[1]);
const fs = await import("node:fs");
const signal = untilSignal();
const run = (async () => { ${work} })();
console.log("runs");
const end = await endedBy(run, signal);
console.log(end instanceof Error ? end.message : end);
leave(end instanceof Error ? 130 : 7, signal);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, signals, pipe], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const closed = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  await expect.poll(() => said, { timeout: 15_000 }).toContain("runs");
  return { child, ended: async () => ({ end: await closed, said }) };
}

describe("a run", () => {
  it("that comes to its end gives its value", async () => {
    const { ended } = await started('return "done"');
    expect(await ended()).toEqual({ end: [7, null], said: expect.stringContaining("done") });
  });

  it("that ends by itself after a signal is waited for", async () => {
    const { child, ended } = await started(`const alive = setInterval(() => {}, 1000);
await new Promise((end) => signal.addEventListener("abort", () => setTimeout(end, 100)));
clearInterval(alive);
return "cleaned";`);
    child.kill("SIGTERM");
    expect(await ended()).toEqual({ end: [7, null], said: expect.stringContaining("cleaned") });
  });

  it.each([
    ["waits for nothing that comes", "setInterval(() => {}, 1000); await new Promise(() => {})"],
    ["is held by a call of the system's", 'await new Promise((end) => fs.open(process.argv[2], "r", end))'],
  ])("that %s is given up after a signal", async (_, work) => {
    const { child, ended } = await started(work);
    for (let i = 0; i < 2; i++) child.kill("SIGINT");
    const { end, said } = await ended();
    expect(said).toContain("The run was cancelled by SIGINT.");
    // By the exit code, or where node itself cannot exit any more by the signal.
    expect([
      [130, null],
      [null, "SIGINT"],
    ]).toContainEqual(end);
  });
});
