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
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
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

/** The token, as it is sent. */
export function bearerOf(bytes: Uint8Array, strange: () => Error): string {
  const { token, access_token } = parseObject<{ readonly token: string; readonly access_token: string }>(
    bytes,
    strange,
  );
  return `Bearer ${token ?? access_token ?? ""}`;
}

export function basicAuthorization(credentials: StoredCredentials | undefined): string {
  if (credentials === undefined) return "";
  const bytes = new TextEncoder().encode(`${credentials.username}:${credentials.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
