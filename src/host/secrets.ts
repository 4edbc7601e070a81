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
  const address = encodeURIComponent(text);
  return [
    text,
    ...standard,
    ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
    address,
    // As Go and forms write it.
    address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%20", "+"),
    text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign),
  ];
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

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
  #pattern: RegExp | undefined;
  #longest = 0;

  /** Gives the forms in which it is known now. */
  add(secret: string, user?: string): readonly string[] {
    const forms = secretForms(secret, user);
    // A form of several lines is known by its lines.
    for (const form of forms.filter((one) => !one.includes("\n")))
      for (const part of parts(form)) this.#forms.add(part);
    const sorted = [...this.#forms].sort((a, b) => b.length - a.length);
    this.#longest = sorted[0]?.length ?? 0;
    this.#pattern = sorted.length === 0 ? undefined : new RegExp(sorted.map(literally).join("|"), "g");
    return forms;
  }

  isIn(text: string): boolean {
    return this.#pattern !== undefined && text.search(this.#pattern) >= 0;
  }

  mask(text: string): string {
    return this.#pattern === undefined ? text : text.replace(this.#pattern, "***");
  }

  /** How much of a text without a line's end may be shown: a secret may only have begun in the rest. */
  settled(text: string): number {
    let end = Math.max(text.length - this.#longest, 0);
    if (this.#pattern === undefined) return text.length;
    for (const { index, 0: form } of text.matchAll(this.#pattern))
      if (index < end && index + form.length > end) end = index;
    return end;
  }
}
