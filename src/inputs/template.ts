import mustache from "mustache";
import { nearest } from "./nearest.ts";

/** Fills `{{key}}` in a text that `checkTemplate` accepted. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return mustache.render(template, values, undefined, { escape: (value: string) => value });
}

/** Throws the reason and the remedy when a template is not closed, or names a key that is not known. */
export function checkTemplate(template: string, keys: readonly string[]): void {
  for (const [kind, name] of parts(template)) {
    if (kind === "text") continue;
    if (kind !== "name" && kind !== "&")
      throw new Error(`"{{${kind}${name}}}" is not a plain key. Use ${keyList(keys)}.`);
    if (keys.includes(name)) continue;
    const near = nearest(name, keys);
    throw new Error(`unknown key "{{${name}}}"${near ? `; did you mean "{{${near}}}"?` : "."} Use ${keyList(keys)}.`);
  }
}

function parts(template: string): readonly (readonly [string, string])[] {
  try {
    return mustache.parse(template).map(([kind, name]) => [kind, name]);
  } catch (error) {
    const reason = error instanceof Error ? error.message.toLowerCase() : String(error);
    throw new Error(`${reason} of the template. Close every "{{" with "}}".`);
  }
}

function keyList(keys: readonly string[]): string {
  return keys.map((key) => `{{${key}}}`).join(", ");
}
