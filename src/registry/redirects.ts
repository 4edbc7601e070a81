import { ImageError } from "../errors.ts";
import { quoted } from "../quoted.ts";

/** One after another. */
const most = 5;

interface Following {
  readonly fetch: typeof globalThis.fetch;
  readonly how: RequestInit & { readonly method: string; readonly headers: Readonly<Record<string, string>> };
  /** For the first address's own host alone. */
  readonly login: Readonly<Record<string, string>>;
  /** Where a `Location` leads; throws where it must not lead. */
  readonly address: (location: string, from: URL) => URL;
}

/**
 * Asks, and goes where the answers lead. `fetch` would go to any host, without TLS as well, twenty times. What a request
 * carries goes nowhere else: only those that read follow to another host.
 */
export async function follow(url: URL, { fetch, how, login, address }: Following): Promise<Response> {
  let at = url;
  let carries = true;
  for (let count = 0; count <= most; count += 1) {
    // Once elsewhere, for good: another host does not choose what is asked for with a login.
    carries &&= at.origin === url.origin;
    const headers = { ...how.headers, ...(carries ? login : {}) };
    const response = await fetch(at, { ...how, headers, redirect: "manual" });
    const next = nextOf(response, at, how.method, address);
    if (next === undefined || (next.origin !== url.origin && !isReading(how.method))) return response;
    await response.body?.cancel();
    at = next;
  }
  throw new ImageError(
    `${quoted(url.host)} led from one address to the next more than ${most} times, at last to ${quoted(at.host)}.`,
    "Check the registry's name, and the proxy before it.",
  );
}

function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** 301, 302 and 303 turn other requests into one that reads, which is not what was asked for. */
function nextOf(
  { status, headers }: Response,
  from: URL,
  method: string,
  address: Following["address"],
): URL | undefined {
  const follows = [307, 308].includes(status) || (isReading(method) && [301, 302, 303].includes(status));
  const location = headers.get("location");
  return follows && location !== null ? address(location, from) : undefined;
}
