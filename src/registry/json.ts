/** An object out of foreign bytes: nothing is known of its fields but that they may be missing. */
export function parseObject<T extends object>(bytes: Uint8Array, strange: () => Error): Partial<T> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === "object" && value !== null) return value as Partial<T>;
  } catch {
    // Told below, as for any other answer that cannot be read.
  }
  throw strange();
}
