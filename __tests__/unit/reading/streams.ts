import { existsSync, readFileSync } from "node:fs";
import type { Finding, Reader, Reading, SourceMap } from "../../../src/reading/reading.ts";

/** What real toolchains printed about `__tests__/fixtures/failures`, as `script/record-streams` recorded it. */
export const versions = ["1.8.1", "1.12.17", "1.16.15", "1.20.14", "1.22.12", "1.24.9", "1.27.3"] as const;
export type Version = (typeof versions)[number];

const packages = ["good", "red", "panics", "races", "exits", "broken", "brokentest", "vetted", "unformatted"];

export const failures: SourceMap = {
  containerDir: "/src",
  repositoryDir: "",
  packageDirs: Object.fromEntries(packages.map((name) => [`example.org/failures/${name}`, name])),
};

export interface Recorded {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const folder = (version: Version) => new URL(`../../fixtures/streams/${version}/`, import.meta.url);

function text(version: Version, name: string): string {
  const file = new URL(name, folder(version));
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

export function recorded(version: Version, command: "test" | "setup" | "vet" | "build" | "gofmt"): Recorded {
  const [, code] = new RegExp(`^${command} (\\d+)$`, "m").exec(text(version, "exit-codes.txt")) ?? [];
  if (code === undefined) throw new Error(`${version}: no exit code of ${command} was recorded`);
  const exitCode = Number(code);
  if (command === "vet" || command === "build")
    return { stdout: "", stderr: text(version, `${command}.txt`), exitCode };
  const stdout = command === "gofmt" ? "gofmt.diff" : `${command}.${version.startsWith("1.8.") ? "txt" : "jsonl"}`;
  return { stdout: text(version, stdout), stderr: text(version, `${command}.stderr`), exitCode };
}

/** Feeds a reader in pieces of `size`, and returns what it showed and meant. */
export function readAll(
  reader: Reader,
  { stdout, stderr, exitCode }: Recorded,
  size = 65_536,
): Reading & { shown: string } {
  let shown = "";
  for (const [stream, whole] of [
    ["stderr", stderr],
    ["stdout", stdout],
  ] as const) {
    for (let at = 0; at < whole.length; at += size) shown += reader.read(stream, whole.slice(at, at + size));
  }
  return { ...reader.end(exitCode), shown };
}

/** A finding in one line, for tables. */
export const brief = ({ kind, file, line, title }: Finding) => `${kind} ${file}:${line} ${title}`;
