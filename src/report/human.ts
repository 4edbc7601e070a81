import { shownBidirectional } from "../bidirectional.ts";

const units = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** Bytes for people: `1.4 MiB`. */
export function humanSize(bytes: number): string {
  // 1,023.96 KiB would be rounded to `1024.0 KiB`.
  const power = units.findIndex((_, i) => i === units.length - 1 || Math.round((bytes / 1024 ** i) * 10) < 10240);
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}

export function humanSeconds(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

export const plural = (count: number, noun: string, several = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : several}`;

/**
 * Foreign text as one line of at most `most` characters, without what moves a cursor; what turns the reading direction is
 * shown as an escape.
 */
export function oneLine(text: string, most = 300): string {
  const line = shownBidirectional(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .trim();
  return (line.length > most ? `${line.slice(0, most - 1)}…` : line).toWellFormed();
}

/** `12 passed, 1 failed, 2 skipped`; what there is none of is left out, but not `passed`. */
export function totalsText(tests: Readonly<Record<"passed" | "failed" | "skipped" | "flaky", number>>): string {
  const others = (["failed", "skipped", "flaky"] as const).filter((result) => tests[result] > 0);
  return (["passed", ...others] as const).map((result) => `${tests[result]} ${result}`).join(", ");
}
