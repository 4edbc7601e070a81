import { setTimeout } from "node:timers/promises";

export interface Patience {
  /** Milliseconds that one request may take. */
  readonly deadline: number;
  /** How often a request is sent at most. */
  readonly tries: number;
  readonly delay: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

export const patience: Patience = {
  deadline: 30_000,
  tries: 4,
  delay: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};
const longestDelay = 30_000;

/** What time may heal, by the status of an answer. */
export function isPassing({ status }: { readonly status: number }): boolean {
  return status === 429 || status >= 500;
}

/** No time heals a certificate that nobody vouches for, or another host's. */
export function isDistrust(error: unknown): boolean {
  const { code = "" } = (error instanceof Error ? (error.cause ?? {}) : {}) as { readonly code?: string };
  return /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY)_)/.test(code);
}

/** What the registry asks for, else twice as long each time; never longer than half a minute. */
export function retryDelay(count: number, headers: Headers | undefined): number {
  const after = headers?.get("retry-after") ?? "";
  // A date is read against the registry's own clock.
  const asked = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(headers?.get("date") ?? "");
  return Math.min(Number.isNaN(asked) ? 1000 * 2 ** (count - 1) : Math.max(asked, 0), longestDelay);
}
