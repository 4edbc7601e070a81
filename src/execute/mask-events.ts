import type { Secrets } from "../host/secrets.ts";

/** What go itself says in an event: a secret that is one of its words is not to break it. */
const gos = ["Action", "Time", "Package", "ImportPath", "FailedBuild", "OutputType"];

/** Hides secrets in whole lines of `go test -json`: in what the tests printed and named, not in the events' frame. */
export function maskEvents(lines: string, secrets: Secrets): string {
  if (!secrets.isIn(lines)) return lines;
  return lines
    .split("\n")
    .map((line) => (secrets.isIn(line) ? (maskedEvent(line, secrets) ?? secrets.mask(line)) : line))
    .join("\n");
}

function maskedEvent(line: string, secrets: Secrets): string | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const fields = Object.entries(JSON.parse(line) as Readonly<Record<string, unknown>>);
    const masked = fields.map(([name, value]) =>
      typeof value === "string" && !gos.includes(name) ? [name, secrets.mask(value)] : [name, value],
    );
    return JSON.stringify(Object.fromEntries(masked));
  } catch {
    return undefined;
  }
}
