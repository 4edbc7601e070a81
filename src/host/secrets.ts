import { stripVTControlCharacters } from "node:util";
import { maskedAtCuts } from "./masked-at-cuts.ts";

/** A secret under this length would take half of the log with it. */
const shortest = 4;

/** Tools print the base64 of a key in lines of 64 or 76 characters; of a longer secret, those would be too many. */
const longestWrapped = 8 * 1024;

/** A key of many lines is known by them as they are; in every form, they would slow all reading down. */
const manyLines = 8;

/** What has more of them is hardly a secret. */
const mostLines = 500;

/** Under this length a part of the base64 of something else may be anything. */
const shortestPart = 8;

/**
 * All the ways in which a secret turns up in what others print: as it is, by its lines, in base64 (also within that of a
 * longer text), in an address, in JSON, in XML; and with its user as the registries' clients send it. Longest first, so
 * that none is hidden by a part of it.
 */
export function secretForms(secret: string, user?: string): readonly string[] {
  const written = secret.split(/\r?\n/).slice(0, mostLines);
  const lines = written.filter((line) => line.length >= shortest);
  const alone =
    secret.length < shortest
      ? []
      : [...encoded(secret), ...(lines.length > manyLines ? lines : lines.flatMap(encoded))];
  const withUser = user === undefined ? [] : [base64(`${user}:${secret}`), `${user}:${secret}`];
  const forms = [...alone, ...withUser].flatMap((form) => {
    const quoted = [inJson(form), inGoJson(form)];
    return [form, ...quoted, ...quoted.map(inGoJson)];
  });
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

function encoded(text: string): readonly string[] {
  const whole = base64(text);
  const parts = [0, 1, 2].map((offset) => base64Part(text, offset));
  const wrapped = text.length > longestWrapped ? [] : [64, 76].flatMap((width) => cut(whole, width));
  const standard = [
    whole,
    whole.replace(/=+$/, ""),
    ...[...parts, ...wrapped].filter((part) => part.length >= shortestPart),
  ];
  return [
    text,
    ...standard,
    ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
    ...inAddress(text),
    text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign),
    text.replace(/[&<>"']/g, (sign) => goEntities[sign] ?? sign),
    // As go names a subtest.
    text.replace(/\s/g, "_"),
  ];
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const goEntities: Readonly<Record<string, string>> = { ...entities, '"': "&#34;", "'": "&#39;" };

/** What each way to write a part of an address leaves as it is, of what others escape: Go's, and Python's. */
const unescaped = { query: "", segment: "$&+=:@", login: "$&+,;=", path: "/" } as const;

function inAddress(text: string): readonly string[] {
  const common = encodeURIComponent(text.toWellFormed());
  const strict = common.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const others = Object.values(unescaped).map((signs) =>
    [...signs].reduce((form, sign) => form.replaceAll(encodeURIComponent(sign), sign), strict),
  );
  return [common, strict.replaceAll("%20", "+"), ...others];
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** What stays the same of it in the base64 of any text in which it begins at that offset of three. */
function base64Part(text: string, offset: number): string {
  const bytes = Buffer.from(text).subarray((3 - offset) % 3);
  return bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Go's own encoder, `go test -json` among its users, also escapes what HTML would read. */
function inGoJson(text: string): string {
  return inJson(text).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A form that is longer is known by its parts, so that no text is held back for long. */
const longestForm = 16 * 1024;

function parts(form: string): readonly string[] {
  return cut(form, longestForm).filter((part) => part.length >= shortest);
}

function cut(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, i) => text.slice(i * length, (i + 1) * length));
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** What no text may show that others are to read. */
export class Secrets {
  readonly #forms = new Set<string>();
  /** Made of all forms when it is first wanted: there may be thousands. */
  #pattern: RegExp | undefined;
  #longest = 0;

  /** Gives the forms in which it is known now. */
  add(secret: string, user?: string): readonly string[] {
    const forms = secretForms(secret, user);
    // A form of several lines is known by its lines.
    for (const part of forms.filter((one) => !one.includes("\n")).flatMap(parts)) {
      this.#forms.add(part);
      this.#longest = Math.max(this.#longest, part.length);
    }
    this.#pattern = undefined;
    return forms;
  }

  /** Whether there is none. */
  get empty(): boolean {
    return this.#forms.size === 0;
  }

  isIn(text: string): boolean {
    return !this.empty && text.search(this.#all()) >= 0;
  }

  mask(text: string): string {
    if (this.empty) return text;
    const masked = text.replace(this.#all(), "***");
    if (!unseen.test(masked)) return masked;
    // Whoever shows the text leaves out what nobody sees: a secret must not be put together by that.
    const seen = stripVTControlCharacters(masked).replace(allUnseen, "");
    return this.isIn(seen) ? seen.replace(this.#all(), "***") : masked;
  }

  /** What lies of a secret where a reader has shortened a text. */
  maskCuts(text: string): string {
    return this.empty ? text : maskedAtCuts(text, [...this.#forms]);
  }

  /** How much of a text without a line's end may be shown: a secret may only have begun in the rest. */
  settled(text: string): number {
    let end = Math.max(text.length - this.#longest, 0);
    if (this.empty) return text.length;
    for (const { index, 0: form } of text.matchAll(this.#all()))
      if (index < end && index + form.length > end) end = index;
    return end;
  }

  #all(): RegExp {
    const longestFirst = () => [...this.#forms].sort((a, b) => b.length - a.length);
    this.#pattern ??= new RegExp(longestFirst().map(literally).join("|"), "g");
    return this.#pattern;
  }
}

/** What no log and no report shows, but tabs and line ends. */
const signs =
  "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]";
const unseen = new RegExp(signs);
const allUnseen = new RegExp(signs, "g");
