import { describe, expect, it } from "vitest";
import { isAbandoned, type Owner, ownerText } from "../../../src/leftovers/owner.ts";
import { surroundings, thisProcess } from "../../../src/leftovers/this-process.ts";

const owner: Owner = { pid: 7, startedAt: "100", machine: "m", until: 1000 };
const here = { machine: "m", now: 500, startedAt: (pid: number) => (pid === 7 ? "100" : undefined) };

describe("what a run leaves", () => {
  it.each<[string, string, boolean]>([
    ["is its own while it is at work", ownerText(owner), false],
    ["is nobody's once its process has gone", ownerText({ ...owner, pid: 8 }), true],
    ["is nobody's once its number is another process's", ownerText({ ...owner, startedAt: "99" }), true],
    ["of another machine is left alone", ownerText({ ...owner, pid: 8, machine: "n" }), false],
    ["of another machine is nobody's once its time is over", ownerText({ ...owner, machine: "n", until: 499 }), true],
    ["is left alone when it does not say whose it is", "", false],
    ["is left alone when it says so in another way", "8/1/m/1/more", false],
    ["is read over the line's end of its file", `${ownerText({ ...owner, pid: 8 })}\n`, true],
  ])("%s", (_, text, expected) => {
    expect(isAbandoned(text, here)).toBe(expected);
  });

  it("is ours while we are at work", () => {
    expect(isAbandoned(ownerText(thisProcess()), surroundings())).toBe(false);
  });
});
