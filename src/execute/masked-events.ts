import { MaskedStream } from "../host/masked-stream.ts";
import type { Secrets } from "../host/secrets.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What go itself says in an event: a secret that is one of its words is not to break it. */
const gos = ["Action", "Time", "Package", "ImportPath", "FailedBuild", "OutputType"];

/** What go puts between the lines of a test: it is no part of one that has no end yet. */
const frame = /^(?:=== |--- )/;

/** With signs among a secret's that nobody sees, it shows in the fields alone. */
const unseen = /\\(?:u00[01]|[bf])|[\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

interface OpenLine {
  readonly text: MaskedStream;
  /** Of its first part. */
  readonly fields: Fields;
}

/**
 * Hides secrets in whole lines of `go test -json`: in what the tests printed and named, not in the events' frame. Go
 * divides a long line among several events: its parts are gathered, so that no secret hides in a cut.
 */
export class MaskedEvents {
  readonly #secrets: Secrets;
  /** By package and test. */
  readonly #open = new Map<string, OpenLine>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  mask(lines: string): string {
    if (this.#secrets.empty) return lines;
    return lines
      .split("\n")
      .flatMap((line) => this.#line(line))
      .join("\n");
  }

  /** What is left of lines that nothing has ended. */
  end(): string {
    return [...this.#open.keys()]
      .flatMap((key) => this.#ended(key))
      .map((line) => `${line}\n`)
      .join("");
  }

  #line(line: string): readonly string[] {
    const fields = this.#open.size > 0 || mayBePart(line) ? fieldsOf(line) : undefined;
    if (fields === undefined) return [this.#whole(line)];
    const key = keyOf(fields);
    const { Action, Output } = fields;
    if (Action !== "output" || typeof Output !== "string") return [...this.#endedBy(fields), this.#whole(line)];
    const before = frame.test(Output) ? this.#ended(key) : [];
    const open = this.#open.get(key);
    if (open === undefined && Output.endsWith("\n")) return [...before, this.#whole(line)];
    return [...before, ...this.#part(key, open ?? { text: new MaskedStream(this.#secrets), fields }, Output)];
  }

  #part(key: string, open: OpenLine, output: string): readonly string[] {
    this.#open.set(key, open);
    const text = open.text.push(output);
    if (output.endsWith("\n")) this.#open.delete(key);
    return text === "" ? [] : [this.#event({ ...open.fields, Output: text })];
  }

  /** The end of a test ends its line, that of a package all of them. */
  #endedBy({ Action, Package, Test }: Fields): readonly string[] {
    if (!["pass", "fail", "skip"].includes(String(Action))) return [];
    const own = [...this.#open].filter(([, { fields }]) => fields["Package"] === Package);
    return own
      .filter(([, { fields }]) => Test === undefined || fields["Test"] === Test)
      .flatMap(([key]) => this.#ended(key));
  }

  #ended(key: string): readonly string[] {
    const open = this.#open.get(key);
    this.#open.delete(key);
    const text = open?.text.end() ?? "";
    return open === undefined || text === "" ? [] : [this.#event({ ...open.fields, Output: text })];
  }

  #whole(line: string): string {
    if (!this.#secrets.isIn(line) && !unseen.test(line)) return line;
    const fields = fieldsOf(line);
    if (fields === undefined) return this.#secrets.mask(line);
    const masked = this.#event(fields);
    return masked === JSON.stringify(fields) ? line : masked;
  }

  #event(fields: Fields): string {
    const masked = Object.entries(fields).map(([name, value]) =>
      typeof value === "string" && !gos.includes(name) ? [name, this.#secrets.mask(value)] : [name, value],
    );
    return JSON.stringify(Object.fromEntries(masked));
  }
}

/** An output without a line's end. */
function mayBePart(line: string): boolean {
  return line.includes('"Output":"') && !line.includes('\\n"');
}

function keyOf({ Package, Test, ImportPath }: Fields): string {
  return [Package, Test, ImportPath].map(String).join("\0");
}

function fieldsOf(line: string): Fields | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Fields;
  } catch {
    return undefined;
  }
}
