import { OutputError } from "../errors.ts";

/** A parsed cover profile: each block once. */
export interface CoverProfile {
  readonly mode: "set" | "count" | "atomic";
  readonly blocks: readonly CoverBlock[];
}

export interface CoverBlock {
  /** `example.org/me/project/x.go` */
  readonly file: string;
  /** `5.17,7.3`: from line and column to line and column. */
  readonly range: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly statements: number;
  readonly count: number;
}

const modeLine = /^mode: (set|count|atomic)$/;
const blockLine = /^(.+):((\d+)\.\d+,(\d+)\.\d+) (\d+) (\d+)$/;
// No Go source is longer, and a forged range must not fill the memory.
const longestBlock = 1_000_000;

/** Parses one or several profiles as one. Blocks repeat with `-coverpkg`, once for each test binary. */
export function parseProfile(texts: readonly string[]): CoverProfile | undefined {
  let mode: CoverProfile["mode"] | undefined;
  const blocks = new Map<string, CoverBlock>();
  for (const line of texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => line !== "")) {
    const [, named] = modeLine.exec(line) ?? [];
    if (named !== undefined) {
      if (mode !== undefined && mode !== named) throw broken(`it has the modes ${mode} and ${named}`);
      mode = named as CoverProfile["mode"];
      continue;
    }
    if (mode === undefined) throw broken(`no \`mode:\` line stands before ${JSON.stringify(line.slice(0, 120))}`);
    add(blocks, parseBlock(line), mode);
  }
  return mode && { mode, blocks: [...blocks.values()] };
}

function add(blocks: Map<string, CoverBlock>, block: CoverBlock, mode: CoverProfile["mode"]): void {
  const key = `${block.file}:${block.range}`;
  const known = blocks.get(key);
  if (known && known.statements !== block.statements) throw broken(`${key} has two numbers of statements`);
  const count = known?.count ?? 0;
  blocks.set(key, { ...block, count: mode === "set" ? Math.max(count, block.count) : count + block.count });
}

function parseBlock(line: string): CoverBlock {
  const [, file, range, first, last, statements, count] = blockLine.exec(line) ?? [];
  if (file === undefined || range === undefined) throw broken(`no block is ${JSON.stringify(line.slice(0, 120))}`);
  const [firstLine, lastLine] = [Number(first), Number(last)];
  if (lastLine < firstLine || lastLine - firstLine > longestBlock) throw broken(`${range} is no range of lines`);
  return { file, range, firstLine, lastLine, statements: Number(statements), count: Number(count) };
}

function broken(reason: string): OutputError {
  return new OutputError(
    `The cover profile cannot be read: ${reason}.`,
    "Let `go test` alone write it: a test or a flag in `test-args` writes to the same file or changes the mode.",
  );
}
