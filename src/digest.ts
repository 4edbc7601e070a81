import { createHash } from "node:crypto";

/** `sha256:` and 64 hex digits, as OCI identifies bytes. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Hands bytes on; `end` gets their digest once they are through. */
export async function* digesting(pieces: AsyncIterable<Buffer>, end: (digest: string) => void): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  end(`sha256:${hash.digest("hex")}`);
}
