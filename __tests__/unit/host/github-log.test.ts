import { Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GithubLog } from "../../../src/host/github-log.ts";
import { UntrustedLines } from "../../../src/host/untrusted.ts";
import { hostileLines } from "../../support/runner/hostile-lines.ts";
import { type Accepted, judge, judgeWithoutWindows } from "../../support/runner/judge.ts";

/** A log, and what it wrote. */
function newLog() {
  const pieces: string[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _, done) => {
      pieces.push(chunk.toString());
      done();
    },
  });
  return { log: new GithubLog(out), written: () => pieces.join("") };
}

const none: readonly Accepted[] = [];

describe("the judge", () => {
  it.each([
    ["::error file=a::b", "error", "b"],
    ["  ::set-output name=a::b%0Ac", "set-output", "b\nc"],
    ["text ##[save-state name=a]b", "save-state", "b"],
    ["a\r::add-mask::b", "add-mask", "b"],
    ["\u0085::debug::x", "debug", "x"],
    [":\u0301:debug::x", "debug", "x"],
    ["::stop-commands::t\n::error::no\n::t::\n::error::yes", "error", "yes"],
  ])("obeys %j", (line, name, data) => {
    expect(judge(line)).toEqual([{ name, data }]);
  });

  it.each(["a ::error::b", "::no-command::x", "::error", "##[error", "::stop-commands::t\n::error::b\n##[debug]x"])(
    "does not obey %j",
    (line) => {
      expect(judge(line)).toEqual(none);
    },
  );

  it("would obey most of the hostile lines", () => {
    const obeyed = hostileLines.filter((line) => judge(line.replaceAll("stop-commands", "debug")).length > 0);
    expect(obeyed.length).toBeGreaterThan(hostileLines.length * 0.7);
  });
});

describe("no command is taken from a hostile text", () => {
  it.each(hostileLines)("%j", async (line) => {
    const { log, written } = newLog();
    await log.untrusted(line);
    log.info(line);
    expect(judge(written())).toEqual(none);
    expect(judgeWithoutWindows(written())).toEqual(none);
    const [opening = ""] = written().split("\n");
    expect(judge(`${opening}\n${line}\n`)).toEqual(none);
  });

  it("whatever it is made of, and however it is cut", async () => {
    const parts = hostileLines.flatMap((line) => [line, line.slice(0, 2), line.slice(2)]);
    const piece = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...parts, ":", "#", "[", "]", "\n", "\r"));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const { log, written } = newLog();
        const lines = new UntrustedLines(log);
        for (const text of pieces) await lines.write(text);
        await lines.end();
        expect(judge(written())).toEqual(none);
        expect(judgeWithoutWindows(written())).toEqual(none);
      }),
      { numRuns: 20_000 },
    );
  }, 60_000);
});

it("every window has a word of its own, too long to be guessed", async () => {
  const { log, written } = newLog();
  for (let i = 0; i < 3; i++) await log.untrusted("x");
  const words = [...written().matchAll(/^::stop-commands::([0-9a-f]{32})\n {2}\| x\n::\1::$/gm)].map(
    ([, word]) => word,
  );
  expect(new Set(words).size).toBe(3);
});

describe("the log's own commands", () => {
  it.each(hostileLines)("say %j and nothing else", async (line) => {
    const { log, written } = newLog();
    log.command("error", line, { title: line, file: line, line: 3 });
    log.command("notice", `\u0301${line}`);
    log.warning(line);
    await log.group(line, () => Promise.resolve());
    const names = judge(written()).map(({ name }) => name);
    expect(names.filter((name) => !["error", "notice", "warning", "group", "endgroup"].includes(name))).toEqual([]);
    expect(written().trimEnd().split("\n")).toHaveLength(5);
    expect(written()).not.toMatch(/\r|##\[/);
  });

  it("carry place, title and message as the runner reads them", () => {
    const { log, written } = newLog();
    log.command("error", "50 % a,b\n  c: d", { title: "a, b: c", file: "a.go", line: 3, col: 0 });
    expect(written()).toBe("::error title=a%2C b%3A c,file=a.go,line=3::50 %25 a,b%0A  c: d\n");
  });

  it("hide a password in every form that others print", () => {
    const { log, written } = newLog();
    log.hide('p@ss"word', "me");
    const masks = judge(written()).map(({ name, data }) => [name, data]);
    for (const form of ['p@ss"word', "cEBzcyJ3b3Jk", "p%40ss%22word", 'p@ss\\"word', "bWU6cEBzcyJ3b3Jk"])
      expect(masks).toContainEqual(["add-mask", form]);
  });
});
