import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { CancelledError } from "../../../src/errors.ts";
import { askService } from "../../../src/host/services/ask.ts";
import type { ServiceRequest } from "../../../src/host/services/request.ts";
import { isRunning } from "../../support/is-running.ts";

const request: ServiceRequest = { kind: "save", key: "k", temp: "/t", path: "p", aside: "/a" };
const said: string[] = [];
const log = {
  untrusted: (text: string) => {
    said.push(text);
  },
  hide: (secret: string) => {
    said.push(`hide ${secret};`);
  },
};

/** A stand-in for the program that asks a service. */
function asking(script: string, more: object = {}) {
  const signal = new AbortController().signal;
  const patience = { total: 60_000, still: 60_000, look: 50 };
  return { program: [process.execPath, "-e", script], env: process.env, signal, log, patience, ...more };
}

const answer = (text: string) => `require("fs").writeSync(3, ${JSON.stringify(text)});`;
const forEver = "setInterval(() => {}, 1000);";

it("gives the answer, and hands what the libraries print to the log", async () => {
  const echo = `process.stdin.on("data", (d) => { console.log("plain"); console.log("::add-mask::s3cret"); console.log("  ::debug::https://x?sig=s3cret"); require("fs").writeSync(3, JSON.stringify({ found: JSON.parse(d).key + process.argv.at(-1) })); });`;
  expect(await askService(request, asking(echo))).toEqual({ found: "kservice" });
  expect(said.join("").replace("hide s3cret;", "")).toBe("plain\n");
});

it("hides a secret of the libraries' before anything that is printed with it, and tells no debugger's lines", async () => {
  said.length = 0;
  const script = `process.stdout.write("a key: s%25\\n::debug::Body: s%25\\n::add-mask::s%2525"); ${answer("{}")}`;
  await askService(request, asking(script));
  expect(said).toEqual(["a key: s%25\n", "hide s%25;"]);
  said.length = 0;
  await askService(request, asking(script.replace("a key", "::add-mask::s%2525\\na key")));
  expect(said[0]).toBe("hide s%25;");
});

it("shows no more of endless lines than anybody reads, no faster than they are taken, and hears the answer", async () => {
  const script = `const lines = "x".repeat(1023) + "\\n"; for (let i = 0; i < 32768; i++) require("fs").writeSync(1, lines); ${answer('{"found":"k"}')}`;
  let [taking, most, shown] = [0, 0, 0];
  const untrusted = async (text: string) => {
    taking += 1;
    most = Math.max(most, taking);
    shown += text.length;
    await new Promise(setImmediate);
    taking -= 1;
  };
  expect(await askService(request, asking(script, { log: { ...log, untrusted } }))).toEqual({ found: "k" });
  expect(shown).toBeGreaterThan(2 ** 19);
  expect(shown).toBeLessThanOrEqual(2 ** 20 + 1);
  expect(most).toBe(1);
});

it("a process that nobody waits for any more ends by itself, and so does what it has started", async () => {
  const module = new URL("../../../src/host/services/end-with-parent.ts", import.meta.url).href;
  const started = `const { pid } = require("child_process").spawn("sleep", ["60"]); console.log(process.pid, pid); ${forEver}`;
  const waiting = `import(${JSON.stringify(module)}).then(({ endWithParent }) => { endWithParent(); ${started} });`;
  const parent = spawn(
    process.execPath,
    [
      "-e",
      `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(waiting)}], { detached: true, stdio: "inherit" }); ${forEver}`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [pids] = (await once(parent.stdout, "data")) as [Buffer];
  parent.kill("SIGKILL");
  for (const pid of pids.toString().trim().split(" ").map(Number)) {
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  }
});

it.each<[string, string, object, RegExp]>([
  ["ends without an answer", "process.exit(7)", {}, /^its process ended by exit code 7$/],
  ["is killed", 'process.kill(process.pid, "SIGKILL")', {}, /^its process ended by SIGKILL$/],
  [
    "throws where nobody catches it",
    "setTimeout(() => { throw new Error() })",
    {},
    /^its process ended by exit code 1$/,
  ],
  ["gives half an answer", answer('{"found":'), {}, /^its process ended by exit code 0$/],
  ["takes too long", forEver, { patience: { total: 300, still: 60_000, look: 50 } }, /^it took more than 0.3 s$/],
  ["does not move", forEver, { patience: { total: 60_000, still: 600, look: 50 } }, /^nothing moved for 0.6 s$/],
  [
    "answers, and does not end",
    answer('{"found":"k"}') + forEver,
    { patience: { total: 900, still: 60_000, look: 50 } },
    /^it took more/,
  ],
  ["cannot be started", "", { program: ["/nowhere/node"] }, /ENOENT/],
])("a service that %s is a fault", async (_, script, more, reason) => {
  expect(await askService(request, asking(script, more))).toEqual({ fault: expect.stringMatching(reason) });
});

it("what moves is not given up", async () => {
  const moving = `const fs = require("fs"); const t = setInterval(() => fs.readFileSync("/dev/zero".replace("zero", "null")) && fs.readFileSync(process.execPath, { flag: "r" }), 100); setTimeout(() => { clearInterval(t); ${answer('{"found":"k"}')} }, 1500);`;
  const patience = { total: 60_000, still: 700, look: 50 };
  expect(await askService(request, asking(moving, { patience }))).toEqual({ found: "k" });
});

it("a service that is asked when the run is cancelled ends with it, and so does what it has started", async () => {
  const controller = new AbortController();
  const child = `const { pid } = require("child_process").spawn("sleep", ["30"]); console.log("pid " + pid); ${forEver}`;
  const pids: number[] = [];
  const watching = {
    hide: () => undefined,
    untrusted: (text: string) => {
      pids.push(Number(/pid (\d+)/.exec(text)?.[1]));
      controller.abort(new CancelledError("SIGINT"));
    },
  };
  await expect(askService(request, asking(child, { signal: controller.signal, log: watching }))).rejects.toThrow(
    CancelledError,
  );
  await expect.poll(() => isRunning(pids[0] ?? 0)).toBe(false);
});

it("an answer without an end is a fault, and little of it is read", async () => {
  const endless = `const fs = require("fs"); const piece = "x".repeat(65536); try { for (;;) fs.writeSync(3, piece); } catch {} ${forEver}`;
  expect(await askService(request, asking(endless))).toEqual({ fault: "its answer is too long" });
});

it.each(["[".repeat(60_000), "null", "7"])("an answer that is no object is a fault", async (text) => {
  expect(await askService(request, asking(answer(text)))).toEqual({ fault: "its process ended by exit code 0" });
});
