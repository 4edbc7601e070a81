import { nearest } from "./nearest.ts";

/** Turns an input's text into its value; throws an Error whose message is the reason and the remedy. */
export type Parse<T> = (text: string) => T;

/** Several items of one input are wrong. */
export class ItemProblems extends Error {
  readonly items: readonly { readonly item: string; readonly message: string }[];

  constructor(items: readonly { readonly item: string; readonly message: string }[]) {
    super(items.map(({ message }) => message).join(" "));
    this.items = items;
  }
}

export const text: Parse<string> = (value) => value;

/** The YAML 1.2 core schema's booleans, as the runner reads them. */
export const boolean: Parse<boolean> = (value) => {
  if (["true", "True", "TRUE"].includes(value)) return true;
  if (["false", "False", "FALSE"].includes(value)) return false;
  throw new Error('expected a boolean. Write "true" or "false".');
};

/** One of a few words. */
export function choice<const T extends string>(...allowed: readonly T[]): Parse<T> {
  return (value) => {
    const found = allowed.find((word) => word === value);
    if (found !== undefined) return found;
    const near = nearest(value, allowed);
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    throw new Error(`${JSON.stringify(value)} is not a choice.${hint} Use one of ${allowed.join(", ")}.`);
  };
}

const limit = 64;

/** Items divided by commas or new lines; `#` starts a comment. An item given twice counts once. */
export function list<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (value) =>
    parseItems(
      withoutComments(value).flatMap((line) => line.split(",")),
      parse,
    );
}

/** Items of one line each, for values that may hold commas. */
export function lines<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (value) => parseItems(withoutComments(value), parse);
}

function withoutComments(value: string): string[] {
  return value.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, ""));
}

function parseItems<T>(items: readonly string[], parse: Parse<T>): readonly T[] {
  const wanted = [...new Set(items.map((item) => item.trim()).filter((item) => item !== ""))];
  if (wanted.length > limit)
    throw new Error(`${wanted.length} items are more than the limit of ${limit}. Split the run.`);
  const problems: { item: string; message: string }[] = [];
  const values = wanted.flatMap((item) => {
    try {
      return [parse(item)];
    } catch (error) {
      problems.push({ item, message: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
  if (problems.length > 0) throw new ItemProblems(problems);
  return values;
}

/** A length of time with its unit, in milliseconds: `90s`, `30m`, `1h30m`. From one second to a day. */
export const duration: Parse<number> = (value) => {
  const match = /^(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,5})s)?$/.exec(value);
  if (match === null || value === "")
    throw new Error('expected a time with its unit. Write for instance "30m" or "1h30m".');
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const total = (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
  if (total < 1000 || total > 24 * 3600 * 1000)
    throw new Error('expected between "1s" and "24h". Write for instance "30m".');
  return total;
};

/** A percentage from 0 to 100, without its sign. */
export const percent: Parse<number> = (value) => {
  const number = /^\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= 0 && number <= 100))
    throw new Error('expected a number from 0 to 100 without a sign. Write for instance "80".');
  return number;
};

/** A whole number within bounds. */
export function whole(from: number, to: number): Parse<number> {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= from && number <= to)) throw new Error(`expected a whole number from ${from} to ${to}.`);
    return number;
  };
}

const units: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
const leastMemory = 64 * 2 ** 20;

/** An amount of memory with its unit, in bytes: `512m`, `4g`. Go itself needs 64 MiB at least. */
export const memorySize: Parse<number> = (value) => {
  const [, digits = "", unit = ""] = /^(\d{1,9}(?:\.\d{1,3})?)([kmg])$/i.exec(value) ?? [];
  const bytes = Math.floor(Number(digits) * (units[unit.toLowerCase()] ?? Number.NaN));
  if (Number.isNaN(bytes)) throw new Error('expected an amount of memory with its unit. Write for instance "4g".');
  if (bytes < leastMemory) throw new Error('that is less than the 64m that Go needs. Write for instance "4g".');
  return bytes;
};

/** A number of processors, whole or not. */
export const cpuCount: Parse<number> = (value) => {
  const number = /^\d{1,4}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= 0.1))
    throw new Error('expected a number of processors, 0.1 at least. Write for instance "2" or "0.5".');
  return number;
};

/** A path below the workspace, normalised, with `/` and no `./`; `.` for the workspace itself. */
export const relativePath: Parse<string> = (value) => {
  const wrong = pathMistakes.find(({ pattern }) => pattern.test(value));
  if (wrong !== undefined) throw new Error(wrong.message);
  const parts: string[] = [];
  for (const part of value.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) throw new Error("the path is outside the workspace. Write a path below it.");
  }
  if (parts[0] === ".git") throw new Error("`.git` is not touched. Choose another folder.");
  return parts.length === 0 ? "." : parts.join("/");
};

const pathMistakes = [
  { pattern: /^~/, message: "`~` is not expanded. Write a path relative to the workspace." },
  { pattern: /^\/|^[A-Za-z]:/, message: "the path is absolute. Write it relative to the workspace." },
  { pattern: /^-/, message: 'a path may not begin with "-". Write "./" before it.' },
];

/** A Go package pattern: `./...`, `./cmd/app`, `example.org/module/...`. */
export const packagePattern: Parse<string> = (value) => {
  if (value.startsWith("-"))
    throw new Error('a package pattern may not begin with "-". Flags go to `test-args` or `build-flags`.');
  if (/\s/.test(value)) throw new Error("a package pattern has no spaces. Divide patterns by commas or new lines.");
  if (/^(\.\/)?\.\.(\/|$)/.test(value) || value.startsWith("/")) {
    throw new Error('the pattern leads outside the module. Write it from the module\'s root, for instance "./...".');
  }
  return value;
};

/** An import path, as in `github.com/acme/project`. */
export const importPath: Parse<string> = (value) => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._~-]*(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/.test(value)) {
    throw new Error('not an import path. Write for instance "github.com/acme/project".');
  }
  return value;
};

export interface EnvVariable {
  readonly name: string;
  /** Undefined: the value of the same name in the caller's environment. */
  readonly value: string | undefined;
}

const reservedEnv = /^(GITHUB_|ACTIONS_|RUNNER_|LD_|NODE_OPTIONS$|GOOS$|GOARCH$|GOPATH$|GOCACHE$|GOTOOLCHAIN$|HOME$)/;

/** `NAME=value`, or `NAME` for the caller's own value. */
export const envVariable: Parse<EnvVariable> = (line) => {
  const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)(?:=(.*))?$/s.exec(line) ?? [];
  if (name === undefined) throw new Error("expected NAME=value, or NAME to pass on the caller's value.");
  if (reservedEnv.test(name))
    throw new Error(
      `${name} is reserved: the action sets it, or it must not reach the code under test. Use another name.`,
    );
  return { name, value };
};

/** `key=value`. */
export const label: Parse<readonly [string, string]> = (line) => {
  const at = line.indexOf("=");
  if (at < 1) throw new Error("expected key=value.");
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
};

export interface ImageFile {
  /** Relative to the workspace. */
  readonly from: string;
  /** Absolute in the image. */
  readonly to: string;
}

/** `path -> /path`. */
export const imageFile: Parse<ImageFile> = (line) => {
  const [, from, to] = /^(.+?)\s*->\s*(\S+)$/.exec(line) ?? [];
  if (from === undefined || to === undefined) throw new Error("expected `path -> /path`.");
  return { from: relativePath(from), to: imagePath(to) };
};

function imagePath(path: string): string {
  if (/^\/[\w.@+/-]+$/.test(path) && !path.split("/").includes("..")) return path;
  const message = "the place in the image is an absolute path of letters, digits and . _ @ + -.";
  throw new Error(`${message} Write for instance \`web -> /web\`.`);
}

/** A numeric `uid` or `uid:gid`. */
export const numericUser: Parse<string> = (value) => {
  if (!/^\d{1,9}(:\d{1,9})?$/.test(value))
    throw new Error('expected a numeric uid or uid:gid. Write for instance "65532:65532".');
  return value;
};
