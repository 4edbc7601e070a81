import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { TerminalHost } from "../../../src/host/terminal.ts";

const host = (inputs: Record<string, string>, env: Record<string, string>, out = new PassThrough()) =>
  new TerminalHost(inputs, "/work", env, out);

describe("the terminal", () => {
  it("takes the password from the environment, unless it is given", () => {
    const env = { GO_DOCKER_ACTION_PASSWORD: "from-env" };
    expect(host({ push: "true" }, env).inputs).toEqual({ push: "true", password: "from-env" });
    expect(host({ password: "given" }, env).inputs).toEqual({ password: "given" });
    expect(host({}, {}).inputs).toEqual({});
  });

  it("shows plain lines where there is no terminal, without what is hidden and without escapes", async () => {
    const out = new PassThrough();
    const terminal = host({}, {}, out);
    terminal.hide("s3cret");
    const { log } = terminal;
    await log.group("test", async () => {
      log.info("a s3cret line");
      await log.untrusted("\u001b[31mred s3cret\u001b[0m\n::error::x");
      log.warning("careful");
    });
    out.end();
    expect(await text(out)).toBe("== test\na *** line\n  | red ***\n  | :\\:error::x\nwarning: careful\n");
  });

  it("folds for a terminal, so that no line of others begins where ours do, and leaves commands as they are", async () => {
    const out = Object.assign(new PassThrough(), { isTTY: true, columns: 40 });
    const { log } = host({}, {}, out);
    await log.untrusted(`${"x".repeat(36)}PASSED  Go 1.27.3\n`);
    await log.own(`test  a_test.go:1  TestX: ${"y".repeat(14)}FAILED  Go\n  docker run ${"z".repeat(40)}\n`);
    out.end();
    const lines = stripVTControlCharacters(await text(out))
      .replaceAll("\r", "")
      .trimEnd()
      .split("\n");
    expect(lines).toEqual([
      `  | ${"x".repeat(36)}`,
      "  | PASSED  Go 1.27.3",
      "test  a_test.go:1  TestX: ",
      `    ${"y".repeat(14)}FAILED  Go`,
      `  docker run ${"z".repeat(40)}`,
    ]);
  });
});
