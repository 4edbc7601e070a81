import type { Request } from "./connection.ts";
import { parseObject } from "./json.ts";
import type { StoredCredentials } from "./stored-credentials.ts";

/** How the token that a registry wants is to be had. */
export interface TokenRequest {
  /** As the registry wrote it. */
  readonly realm: string;
  /** Undefined where that is no address. */
  readonly url: URL | undefined;
  readonly authorization: string;
  readonly how: Request;
}

/** Reads a `Bearer` challenge. */
export function tokenRequest(
  challenge: string,
  repository: string,
  credentials: StoredCredentials | undefined,
): TokenRequest {
  const parameters = new Map(
    // A word is looked for only where one can begin: a long one without an end is not read again from each letter.
    [...challenge.matchAll(/(?:^|[\s,])(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
  );
  const realm = parameters.get("realm") ?? "";
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  url?.searchParams.set("service", parameters.get("service") ?? "");
  url?.searchParams.set("scope", parameters.get("scope") ?? `repository:${repository}:pull`);
  return url === undefined || credentials?.identityToken === undefined
    ? { realm, url, authorization: basicAuthorization(credentials), how: {} }
    : { realm, url, authorization: "", how: tokenForm(url, credentials.identityToken) };
}

/** The other way to a token, for those who have been given one to renew. What the address asks for goes into a form. */
function tokenForm(url: URL, identityToken: string): Request {
  const form = new URLSearchParams(url.searchParams);
  form.set("grant_type", "refresh_token");
  form.set("client_id", "go-docker-action");
  form.set("refresh_token", identityToken);
  url.search = "";
  const type = "application/x-www-form-urlencoded";
  return { method: "POST", type, body: new TextEncoder().encode(form.toString()) };
}

/** The token, as it is sent. One that does not fit a header would stand in the error of who tries to send it. */
export function bearerOf(bytes: Uint8Array, strange: (what: string) => Error): string {
  const { token, access_token } = parseObject<{ readonly token: unknown; readonly access_token: unknown }>(
    bytes,
    strange,
  );
  const given = token ?? access_token ?? "";
  if (typeof given === "string" && /^[\x21-\x7e]{0,65536}$/.test(given)) return `Bearer ${given}`;
  throw strange("something that cannot be sent");
}

export function basicAuthorization(credentials: StoredCredentials | undefined): string {
  if (credentials === undefined) return "";
  return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`;
}
