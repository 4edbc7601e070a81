import { commands } from "./judge.ts";

/** Before a command of the newer form: what the runner trims, what it passes over, and where it ends a line. */
const before = [
  ...["", " ", "\t", "\v", "\f", "\r", "\r\n", "\u0085", "\u00a0", "\u2028", "\u2029", "\u3000", "\u001c"],
  ...["\u200b", "\ufeff", "\u00ad", "\u034f", "\u0301", "\u0000", "\u001b[31m", "\u001b]0;x\u0007", "text\r"],
];

/** Between the signs of a command: characters that a comparison by culture passes over. */
const within = ["", "\u200b", "\u00ad", "\u034f", "\u0301", "\ufe0f", "\u2060", "\u0000", "\u001b[0m", "\u{e0101}"];

/** Lines by which a program could try to steer the runner: every command in every disguise that is known to us. */
export const hostileLines: readonly string[] = [
  ...commands.flatMap((name) => [`::${name}::x`, `::${name} name=a,file=b::x`, `##[${name}]x`, `##[${name} a=b;c=d]x`]),
  ...commands.map((name) => `::${name.toUpperCase()}::x`),
  ...before.flatMap((start) => ["::set-output name=a::b", "::error file=x::y"].map((line) => start + line)),
  ...before.flatMap((start) => [`${start}##[set-output name=a]b`, `x ${start}##[save-state name=a]b`]),
  ...within.flatMap((mark) => [`:${mark}:error::x`, `::${mark}error::x`, `::error:${mark}:x`, `#${mark}#[error]x`]),
  ...within.flatMap((mark) => [`##${mark}[error]x`, `#${mark}#${mark}[add-mask]x`, `${mark}:${mark}:error:${mark}:x`]),
  ...["::stop-commands::pause-logging", "::stop-commands::", "::::", "::x::", "::end::", "##[endgroup]", "###[error]"],
  ...["::error::a%0A::error::b", "a\n::error::b", "a\r\n::error::b", "##[##[error]x]", ":::error::x", "::error::##[x]"],
];
