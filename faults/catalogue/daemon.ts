import { setTimeout as pause } from "node:timers/promises";
import type { Lane } from "../../__tests__/support/engines.ts";
import type { Fault, Played, Trial } from "../fault.ts";
import { FaultyRun } from "../faulty-run.ts";
import { onGround, type Project } from "../ground.ts";
import { brokenInvariants, type Expected } from "../invariants.ts";
import { type Manner, PrivateDaemon } from "../private-daemon.ts";
import { type Shot, shots } from "../shots.ts";
import { sweepBy } from "../sweep-by.ts";

/** What happens to the daemon, and how often it is tried. */
const blows: readonly {
  readonly title: string;
  readonly count: number;
  readonly strike: (daemon: PrivateDaemon) => Promise<void>;
}[] = [
  { title: "SIGTERM", count: 10, strike: (daemon) => daemon.end("SIGTERM") },
  { title: "SIGKILL", count: 10, strike: (daemon) => daemon.end("SIGKILL") },
  { title: "SIGTERM, and started again", count: 10, strike: (daemon) => restart(daemon, "SIGTERM") },
  { title: "SIGKILL, and started again", count: 10, strike: (daemon) => restart(daemon, "SIGKILL") },
  { title: "SIGSTOP for 30 s", count: 4, strike: (daemon) => freeze(daemon) },
];

async function restart(daemon: PrivateDaemon, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  await daemon.end(signal);
  await daemon.start();
}

async function freeze(daemon: PrivateDaemon): Promise<void> {
  daemon.signal("SIGSTOP");
  await pause(30_000);
  daemon.signal("SIGCONT");
}

const stopped: Fault = {
  id: "F9",
  title: "the engine's daemon is stopped, killed, frozen or started again",
  needsDaemon: true,
  trials: (random, scale) =>
    blows.flatMap(({ title, count, strike }) =>
      shots(Math.max(2, Math.round(count * scale)), random).map(
        (shot): Trial => ({
          variant: `${title}: ${shot.stage.title}, ${shot.at} ms`,
          play: (lane) => struck(lane, shot, strike),
        }),
      ),
    ),
};

function struck(kind: Lane, { stage, at }: Shot, strike: (daemon: PrivateDaemon) => Promise<void>): Promise<Played> {
  return onDaemon(kind, "plain", (daemon) =>
    onGround(stage.project, async (ground) => {
      const inputs = { "go-version": "1.27.3", steps: stage.steps, network: "none" };
      const run = new FaultyRun(daemon.lane, ground, { inputs });
      await Promise.race([pause(at), run.ended]);
      const blow = strike(daemon);
      // Who waits for ever was not hit.
      const unhurt = setTimeout(() => run.process.kill("SIGINT"), 45_000);
      const ended = await run.ended;
      clearTimeout(unhurt);
      await blow;
      if (!daemon.runs) await daemon.start();
      await daemon.answer();
      await sweepBy(daemon.lane, run);
      return brokenInvariants(daemon.lane, run, ended, { exit: [0, 3, 130], settle: 20_000 });
    }),
  );
}

const red = 'package greet\n\nimport "testing"\n\nfunc TestRed(t *testing.T) { t.Fatal("red") }\n';

/** Runs on an engine that sees nothing of ours, or shifts its containers' users, and what ends them, at which words. */
const strange: readonly {
  readonly title: string;
  readonly manner: Manner;
  readonly project: Project;
  readonly at?: string;
  readonly signal?: "SIGINT" | "SIGKILL";
  readonly expected: Expected;
}[] = [
  {
    title: "elsewhere: all steps",
    manner: "blind",
    project: { fixture: "hello" },
    expected: { exit: [0], says: ["The workspace is copied"] },
  },
  {
    title: "elsewhere: red checks",
    manner: "blind",
    project: { fixture: "hello", files: { "greet/red_test.go": red } },
    expected: { exit: [1], says: ["The workspace is copied"] },
  },
  {
    title: "elsewhere: cancelled",
    manner: "blind",
    project: { fixture: "waiting" },
    at: "== test",
    signal: "SIGINT",
    expected: { exit: [130], settle: 3_000 },
  },
  {
    title: "elsewhere: killed",
    manner: "blind",
    project: { fixture: "waiting" },
    at: "== test",
    signal: "SIGKILL",
    expected: { exit: [null], settle: 20_000 },
  },
  { title: "users shifted: all steps", manner: "remapped", project: { fixture: "hello" }, expected: { exit: [0] } },
  {
    title: "users shifted: killed",
    manner: "remapped",
    project: { fixture: "waiting" },
    at: "== test",
    signal: "SIGKILL",
    expected: { exit: [null], settle: 20_000 },
  },
];

const elsewhere: Fault = {
  id: "F34",
  title: "an engine on another machine, or with users of its own",
  needsDaemon: true,
  trials: () =>
    strange.map(
      ({ title, manner, project, at, signal, expected }): Trial => ({
        variant: title,
        play: (kind) =>
          onDaemon(kind, manner, (daemon) =>
            onGround(project, async (ground) => {
              const inputs = { "go-version": "1.27.3", network: "none", steps: "fmt, vet, test, build" };
              const run = new FaultyRun(daemon.lane, ground, { inputs });
              if (at !== undefined) await run.until(at);
              if (signal !== undefined) run.process.kill(signal);
              return brokenInvariants(daemon.lane, run, await run.ended, expected);
            }),
          ),
      }),
    ),
};

export const daemonFaults = [stopped, elsewhere];

async function onDaemon(kind: Lane, manner: Manner, body: (daemon: PrivateDaemon) => Promise<Played>): Promise<Played> {
  const daemon = new PrivateDaemon(kind, manner);
  await daemon.start();
  try {
    await daemon.load("golang:1.27.3");
    return await body(daemon);
  } finally {
    await daemon.dismiss();
  }
}
