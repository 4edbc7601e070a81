import { parseBoundedJson } from "../bounded-json.ts";

/** An object out of foreign bytes: nothing is known of its fields but that they may be missing. */
export function parseObject<T extends object>(bytes: Uint8Array, strange: (what: string) => Error): Partial<T> {
  try {
    const value = parseBoundedJson(new TextDecoder().decode(bytes));
    if (typeof value === "object" && value !== null) return value as Partial<T>;
  } catch (error) {
    // JSON.parse shows the text that it does not like, which is foreign.
    if (!(error instanceof SyntaxError)) throw strange(`something that is not read: ${(error as Error).message}`);
  }
  throw strange("something that is no JSON object");
}
