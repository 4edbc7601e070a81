/** A foreign value as messages show it: JSON-escaped, at most 120 characters. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > 120 ? `${value.slice(0, 117)}...` : value);
}
