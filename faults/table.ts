import type { Played } from "./fault.ts";

/** What became of one trial. */
export interface Result extends Played {
  readonly fault: string;
  readonly title: string;
  readonly engine: string;
  readonly variant: string;
  readonly seconds: number;
}

/** The results as a table of faults: runs, what was left or leaked, the worst time to end. */
export function table(results: readonly Result[]): string {
  const groups = [...Map.groupBy(results, ({ fault }) => fault).values()];
  const rows = groups.map((group) => [group[0]?.fault ?? "", group[0]?.title ?? "", ...counts(group)]);
  const head = [
    "fault",
    "",
    "runs",
    "orphans",
    "foreign files",
    "leaks",
    "other",
    "worst cancel",
    "worst settling",
    "hostile lines",
    "accepted",
  ];
  return [head, head.map(() => "---"), ...rows, ["", "all", ...counts(results)]]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function counts(results: readonly Result[]): readonly string[] {
  const broken = results.flatMap((result) => result.broken);
  const of = (...kinds: readonly string[]) => broken.filter(({ invariant }) => kinds.includes(invariant)).length;
  const orphans = of("containers", "processes", "folders");
  const sum = (key: "hostile" | "accepted") => results.reduce((total, result) => total + (result[key] ?? 0), 0);
  const lines = sum("hostile");
  return [
    ...[results.length, orphans, of("owners", "git"), of("secrets")].map(String),
    String(broken.length - orphans - of("owners", "git", "secrets")),
    worst(results.flatMap(({ cancelMs = [] }) => cancelMs)),
    worst(results.flatMap(({ settleMs = [] }) => settleMs)),
    lines === 0 ? "" : String(lines),
    lines === 0 ? "" : String(sum("accepted")),
  ];
}

function worst(times: readonly number[]): string {
  return times.length === 0 ? "" : `${(Math.max(...times) / 1000).toFixed(1)} s`;
}
