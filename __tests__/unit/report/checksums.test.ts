import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checksumsText } from "../../../src/report/checksums.ts";

const binary = (path: string) => ({ path, sha256: createHash("sha256").update(path).digest("hex") });

describe("checksumsText", () => {
  test.each([
    ["beside it", "dist", "dist/b", "b"],
    ["below it", "dist", "dist/linux/b", "linux/b"],
    ["elsewhere", "dist/sums", "dist/b", "../b"],
    ["in the workspace's root", "", "b", "b"],
    ["a directory that only starts alike", "dist", "dist2/b", "../dist2/b"],
  ])("%s", (_, directory, path, name) => {
    expect(checksumsText([binary(path)], directory)).toBe(`${binary(path).sha256}  ${name}\n`);
  });

  test("is sorted, and sha256sum agrees, even with odd names", () => {
    const root = mkdtempSync(join(tmpdir(), "checksums-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const binaries = ["dist/b", "dist/a b", "dist/x/back\\slash", "dist/new\nline"].map(binary);
    for (const { path } of binaries) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), path);
    }
    const text = checksumsText(binaries, "dist");
    expect(
      text
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/^\\?\S+ {2}/, "")),
    ).toEqual(["a b", "b", "new\\nline", "x/back\\\\slash"]);
    writeFileSync(join(root, "dist/checksums.txt"), text);
    const said = execFileSync("env", ["sha256sum", "--check", "checksums.txt"], {
      cwd: join(root, "dist"),
      encoding: "utf8",
    });
    expect(said.match(/: OK$/gm)).toHaveLength(4);
  });
});
