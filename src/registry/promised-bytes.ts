import { createHash } from "node:crypto";
import { ImageError } from "../errors.ts";
import type { Descriptor } from "./manifest.ts";

/**
 * Lets `use` read what a registry sends: no more bytes than it promised, and in the end only those of the digest. An
 * error of the connection is thrown as it is; any other is an ImageError.
 */
export async function promisedBytes<T>(
  { digest, size }: Pick<Descriptor, "digest" | "size">,
  body: AsyncIterable<Uint8Array>,
  name: string,
  use: (content: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const hash = createHash("sha256");
  let length = 0;
  let broken: { readonly by: unknown } | undefined;
  let ended = false;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of body) {
        length += piece.length;
        if (length > size) throw other(`more than the ${size} bytes that it promised`);
        hash.update(piece);
        yield piece;
      }
      ended = true;
    } catch (error) {
      broken = { by: error };
      throw error;
    }
  };
  const other = (what: string) =>
    new ImageError(
      `The registry answered for ${digest} of ${name} with ${what}.`,
      "Something changes its answers: look for a proxy or a broken mirror before it, then push again.",
    );
  try {
    const value = await use(counted());
    const came = `sha256:${hash.digest("hex")}`;
    if (!ended || came !== digest) throw other(ended ? came : "more than a layer");
    return value;
  } catch (error) {
    if (broken !== undefined) throw broken.by;
    if (error instanceof ImageError) throw error;
    throw other(`something that is no layer (${error instanceof Error ? error.message : String(error)})`);
  }
}
