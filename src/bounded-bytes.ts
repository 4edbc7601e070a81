/** The beginning of a stream, and whether that is all of it. */
export interface BoundedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly whole: boolean;
}

/** Reads at most `limit` bytes of a stream, and ends it where there are more. */
export async function boundedBytes(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<BoundedBytes> {
  const kept: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  for await (const piece of pieces) {
    const part = piece.subarray(0, limit - length);
    kept.push(part);
    length += part.length;
    whole = part.length === piece.length;
    if (!whole) break;
  }
  return { bytes: Uint8Array.from(Buffer.concat(kept, length)), whole };
}
