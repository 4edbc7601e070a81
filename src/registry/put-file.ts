import { once } from "node:events";
import { createReadStream } from "node:fs";
import { type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import { pipeline } from "node:stream/promises";
import { boundedBytes } from "../bounded-bytes.ts";
import { bodyLimits } from "./body-limits.ts";

/** A body that is not held in memory. */
export interface FileBody {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
}

/** Like `fetch`, which would keep the whole of a file in memory while it sends it. */
export async function putFile(
  url: URL,
  { file, size }: FileBody,
  { headers, signal }: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<Response> {
  const request = (url.protocol === "https:" ? secure : plain)(url, {
    method: "PUT",
    headers: { ...headers, "content-length": size },
    signal,
  });
  try {
    const answered = once(request, "response") as Promise<[IncomingMessage]>;
    // A registry that refuses may answer before it has all: its answer counts, not the connection that it closes then.
    pipeline(createReadStream(file), request).catch(() => undefined);
    const [answer] = await answered;
    const { bytes } = await boundedBytes(answer, bodyLimits.refusal);
    const body = [204, 205, 304].includes(answer.statusCode ?? 0) ? null : bytes;
    return new Response(body, { status: answer.statusCode ?? 0, headers: headersOf(answer) });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    request.destroy();
  }
}

function headersOf({ headers }: IncomingMessage): Headers {
  return new Headers(Object.entries(headers).map(([name, value = ""]) => [name, String(value)]));
}
