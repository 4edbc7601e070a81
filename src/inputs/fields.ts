import { quoted } from "../quoted.ts";
import { firstIllegal } from "./first-illegal.ts";
import { nearest } from "./nearest.ts";
import type { Parse } from "./parse.ts";
import { relativePath } from "./relative-path.ts";

/** Any text of one line. */
export const text: Parse<string> = (value) => {
  const control = firstIllegal(value, /\P{Cc}|\t/u);
  if (control !== undefined) throw new Error(`${control} is a control character. Remove it.`);
  return value;
};

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
    throw new Error(`${quoted(value)} is not a choice.${hint} Use one of ${allowed.join(", ")}.`);
  };
}

const hour = 3600;

/** A length of time with its unit, in milliseconds: `90s`, `30m`, `1h30m`. From one second to a day. */
export const duration: Parse<number> = (value, note) => {
  if (value.startsWith("-")) throw new Error('a time is positive. Write for instance "30m".');
  const match = /^(?:(\d+(?:e\d+)?)h)?(?:(\d+(?:e\d+)?)m)?(?:(\d+(?:e\d+)?)s)?$/.exec(value);
  if (match === null || value === "")
    throw new Error('expected a time with its unit. Write for instance "30m" or "1h30m".');
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const total = (hours * 60 + minutes) * 60 + seconds;
  if (total < 1 || total > 24 * hour) throw new Error('expected between "1s" and "24h". Write for instance "30m".');
  if (total > 6 * hour) note?.(`${value} is more than the 6 h that a job has on GitHub's own runners`);
  return total * 1000;
};

/** A percentage from 0 to 100, without its sign. */
export const percent: Parse<number> = (value) => {
  const number = /^\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= 0 && number <= 100))
    throw new Error('expected a number from 0 to 100 without a sign. Write for instance "80".');
  return number;
};

/** A whole number within bounds. */
function whole(from: number, to: number): Parse<number> {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= from && number <= to))
      throw new Error(`expected a whole number from ${from} to ${to}. Write for instance "${from}".`);
    return number;
  };
}

/** A pattern of files below the workspace. */
export const filePattern: Parse<string> = (value) => {
  if (value.startsWith("!"))
    throw new Error("a pattern that takes files in again is not known. Write the patterns of what is to be left out.");
  if (value.split("/").includes(".."))
    throw new Error(`the pattern leads outside the workspace. Write it from the workspace's root.`);
  return value;
};

/** What git takes for a commit: `origin/main`, `v1.2.3`, `HEAD~3`, a hash. */
export const gitRevision: Parse<string> = (value) => {
  if (/^[A-Za-z0-9_@][\w./@{}~^+-]*$/.test(value) && !value.includes("..")) return value;
  throw new Error("not the name of one commit. Write for instance `origin/main`.");
};

/** More tries than these would pass almost anything. */
export const rerunCount: Parse<number> = whole(0, 10);

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

/** A Go package pattern: `./...`, `./cmd/app`, `example.org/module/...`. */
export const packagePattern: Parse<string> = (value) => {
  if (value.startsWith("-"))
    throw new Error('a package pattern may not begin with "-". Flags go to `test-args` or `build-flags`.');
  if (/\s/.test(value)) throw new Error("a package pattern has no spaces. Divide patterns by commas or new lines.");
  if (value.startsWith("/")) throw new Error(`the pattern is absolute. ${fromTheRoot}`);
  if (outside(value)) throw new Error(`the pattern leads outside the module. ${fromTheRoot}`);
  const illegal = firstIllegal(value, /[\p{L}\p{N}\p{M}._~/+=@^,-]/u);
  if (illegal !== undefined)
    throw new Error(`${illegal} does not belong in a package pattern. "..." stands for any text, as in "./cmd/...".`);
  return value;
};

const fromTheRoot = 'Write it from the module\'s root, for instance "./...".';

/** Whether more steps lead up than down. A `...` may be followed by `..` in no pattern that go takes. */
function outside(pattern: string): boolean {
  let depth = 0;
  for (const part of pattern.split("/")) {
    if (part === "..") depth -= 1;
    else if (part !== "" && part !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** An import path, as in `github.com/acme/project`. */
export const importPath: Parse<string> = (value) => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._~-]*(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/.test(value)) {
    throw new Error('not an import path. Write for instance "github.com/acme/project".');
  }
  return value;
};

/** `key=value`. */
export const label: Parse<readonly [string, string]> = (line) => {
  const at = line.indexOf("=");
  if (at < 1) throw new Error("expected key=value. Write for instance `org.opencontainers.image.vendor=Acme`.");
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
  const [from = "", to = "", ...more] = line.split("->").map((side) => side.trim());
  if (from === "" || to === "" || more.length > 0)
    throw new Error("expected `path -> /path`. Write for instance `web -> /web`.");
  return { from: relativePath(from), to: imagePath(to) };
};

function imagePath(path: string): string {
  if (/^\/[\w.@+/-]+$/.test(path) && !path.split("/").includes("..")) return path;
  const message = "the place in the image is an absolute path of letters, digits and . _ @ + -.";
  throw new Error(`${message} Write for instance \`web -> /web\`.`);
}

/** A build tag as a `//go:build` line takes it. */
export const buildTag: Parse<string> = (value) => {
  const illegal = firstIllegal(value, /[\p{L}\p{N}_.]/u);
  if (illegal === undefined) return value;
  throw new Error(`${illegal} does not belong in a build tag. Divide tags by commas or new lines.`);
};

/** A pattern of module paths: `github.com/acme/*`, `*.corp.example.org`. */
export const privatePattern: Parse<string> = (value) => {
  const illegal = firstIllegal(value, /[A-Za-z0-9._~/*?[\]!^-]/);
  if (illegal !== undefined || value.startsWith("/") || value.includes("//"))
    throw new Error("it is no pattern of module paths. Write for instance `github.com/acme/*`, without `https://`.");
  return value;
};

/** The beginning of the artifacts' names. */
export const artifactName: Parse<string> = (value) => {
  const illegal = firstIllegal(value, /[^"<>|*?:\\/\p{Cc}]/u);
  if (illegal !== undefined)
    throw new Error(`${illegal} does not belong in an artifact name: none of " : < > | * ? \\ / does. Choose another.`);
  if (value.length > 200) throw new Error(`the name has ${value.length} characters. Shorten it to 200.`);
  return value;
};

/** In private repositories GitHub keeps artifacts for 400 days at most. */
export const retentionDays: Parse<number> = (value, note) => {
  const days = whole(1, 400)(value);
  if (days > 90) note?.(`${days} days are more than the 90 for which GitHub keeps artifacts of public repositories`);
  return days;
};

/** A numeric `uid` or `uid:gid`. */
export const numericUser: Parse<string> = (value) => {
  if (!/^\d{1,9}(:\d{1,9})?$/.test(value))
    throw new Error('expected a numeric uid or uid:gid. Write for instance "65532:65532".');
  return value;
};
