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
const blockLine = /^(.+):((\d{1,7})\.\d{1,7},(\d{1,7})\.\d{1,7}) (\d{1,9}) (\d{1,20})$/;

/** No Go source has more lines. */
const lastLineOfAll = 1_000_000;

/** Of all profiles together: a forged one must not fill the memory. */
const mostBlocks = 1_000_000;
const mostLines = 8_000_000;
const mostCharacters = 96 * 2 ** 20;

/** Puts the lines of profiles together. */
export interface ProfileMerger {
  /** Blocks of files that are not wanted. */
  readonly strangers: number;
  /** Throws OutputError for a line that no profile has. */
  add(line: string): void;
  /** The lines that follow are another file's. */
  endFile(): void;
  /** Undefined where there was no line. */
  profile(): CoverProfile | undefined;
}

/** Merges profiles, each block once: they repeat with `-coverpkg`, once for each test binary. */
export function profileMerger(wanted: (file: string) => boolean = () => true): ProfileMerger {
  const merged = new MergedBlocks();
  let mode: CoverProfile["mode"] | undefined;
  let opened = false;
  let strangers = 0;
  const open = (named: CoverProfile["mode"]) => {
    if (mode !== undefined && mode !== named) throw brokenProfile(`it has the modes ${mode} and ${named}`);
    mode = named;
    opened = true;
  };
  const addBlock = (line: string) => {
    if (mode === undefined || !opened)
      throw brokenProfile(`no \`mode:\` line stands before ${JSON.stringify(line.slice(0, 120))}`);
    const block = parseBlock(line);
    if (wanted(block.file)) merged.add(block, mode);
    else strangers += 1;
  };
  return {
    get strangers() {
      return strangers;
    },
    add(text) {
      const line = text.replace(/\r$/, "");
      const [, named] = modeLine.exec(line) ?? [];
      if (named !== undefined) open(named as CoverProfile["mode"]);
      else if (line !== "") addBlock(line);
    },
    endFile() {
      opened = false;
    },
    profile: () => mode && { mode, blocks: merged.all() },
  };
}

/** Parses one or several profiles as one. */
export function parseProfile(texts: readonly string[]): CoverProfile | undefined {
  const merger = profileMerger();
  for (const text of texts) for (const line of text.split("\n")) merger.add(line);
  return merger.profile();
}

class MergedBlocks {
  readonly #files = new Map<string, Map<string, CoverBlock>>();
  #blocks = 0;
  #lines = 0;
  #characters = 0;

  add(block: CoverBlock, mode: CoverProfile["mode"]): void {
    const { file, range, statements } = block;
    const own = this.#files.get(file) ?? new Map<string, CoverBlock>();
    const known = own.get(range);
    if (known === undefined) {
      this.#addNew(own, block);
      return;
    }
    if (known.statements !== statements) throw brokenProfile(`${file}:${range} has two numbers of statements`);
    const count = mode === "set" ? Math.max(known.count, block.count) : known.count + block.count;
    own.set(known.range, { ...known, count });
  }

  #addNew(own: Map<string, CoverBlock>, block: CoverBlock): void {
    this.#blocks += 1;
    this.#lines += block.lastLine - block.firstLine + 1;
    this.#characters += block.file.length + block.range.length;
    if (this.#blocks > mostBlocks) throw brokenProfile(`it has more than ${mostBlocks} blocks`);
    if (this.#lines > mostLines) throw brokenProfile(`its blocks have more than ${mostLines} lines`);
    if (this.#characters > mostCharacters)
      throw brokenProfile(`its blocks have more than ${mostCharacters} characters`);
    const file = own.values().next().value?.file ?? copied(block.file);
    const range = copied(block.range);
    own.set(range, { ...block, file, range });
    this.#files.set(file, own);
  }

  all(): readonly CoverBlock[] {
    return [...this.#files.values()].flatMap((own) => [...own.values()]);
  }
}

/** A part of a text keeps all of it in memory. */
function copied(part: string): string {
  return ` ${part}`.slice(1);
}

function parseBlock(line: string): CoverBlock {
  const [, file, range, first, last, statements, count] = blockLine.exec(line) ?? [];
  if (file === undefined || range === undefined)
    throw brokenProfile(`no block is ${JSON.stringify(line.slice(0, 120))}`);
  const [firstLine, lastLine] = [Number(first), Number(last)];
  if (lastLine < firstLine || lastLine > lastLineOfAll) throw brokenProfile(`${range} is no range of lines`);
  return { file, range, firstLine, lastLine, statements: Number(statements), count: Number(count) };
}

/** What cannot be a profile of Go's. */
export function brokenProfile(reason: string): OutputError {
  return new OutputError(
    `The cover profile cannot be read: ${reason}.`,
    "Let `go test` alone write it: a test or a flag in `test-args` writes to the same file or changes the mode.",
  );
}
