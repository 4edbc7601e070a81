import { createHash } from "node:crypto";
import type { Credentials } from "../engine/engine.ts";
import { ImageError } from "../errors.ts";
import { type ImageRef, imageRefText, isDigest } from "../inputs/image-ref.ts";
import { isManifest, type Manifest, manifestTypes, type Platform } from "./manifest.ts";

export type Fetch = typeof globalThis.fetch;

export interface Patience {
  /** Milliseconds that one request may take. */
  readonly deadline: number;
  /** How often a request is sent at most. */
  readonly tries: number;
  readonly delay: (milliseconds: number) => Promise<unknown>;
}

export const patience: Patience = {
  deadline: 30_000,
  tries: 4,
  delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
const longestDelay = 30_000;
/** Milliseconds that a layer may take: it is as large as a binary. */
const layerDeadline = 5 * 60_000;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

interface Request {
  readonly method?: "GET" | "POST" | "DELETE";
  /** Milliseconds, where it is not the usual one. */
  readonly deadline?: number;
}

interface Content {
  readonly digest: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One repository of one registry, logged in when the registry asks for it. */
export class RegistryClient {
  readonly #ref: ImageRef;
  readonly #credentials: Credentials | undefined;
  readonly #fetch: Fetch;
  readonly #patience: Patience;
  #authorization = "";

  constructor(ref: ImageRef, credentials: Credentials | undefined, fetch: Fetch, waiting: Patience) {
    this.#ref = ref;
    this.#credentials = credentials;
    this.#fetch = fetch;
    this.#patience = waiting;
  }

  async manifest(reference: string): Promise<Content & { readonly manifest: Manifest }> {
    const content = await this.#content(`manifests/${reference}`, reference);
    const manifest = this.#parse<Manifest>(content.bytes);
    if (!isManifest(manifest)) throw this.strange("something that is no manifest");
    return { ...content, manifest };
  }

  async config(digest: string): Promise<Platform> {
    const { bytes } = await this.#content(`blobs/${digest}`, digest);
    const { os = "", architecture = "", variant = "" } = this.#parse<Platform>(bytes);
    return { os, architecture, variant };
  }

  /** A layer, whole. */
  async blob(digest: string): Promise<Uint8Array> {
    const { bytes } = await this.#content(`blobs/${digest}`, digest, layerDeadline);
    return bytes;
  }

  /** Whether it would take a layer of ours: the status of its answer to an upload that is given up at once. */
  async askToPush(): Promise<number> {
    const url = new URL(`/v2/${this.#ref.repository}/blobs/uploads/`, origin(this.#ref.registry));
    const { status, headers } = await this.#authorized(url, { method: "POST" });
    const upload = headers.get("location");
    // The registry gives it up by itself, too.
    if (status === 202 && upload !== null && new URL(upload, url).origin === url.origin)
      await this.#once(new URL(upload, url), this.#authorization, { method: "DELETE" }).catch(() => undefined);
    return status;
  }

  strange(what: string): ImageError {
    return new ImageError(
      `The registry holds ${what} under ${this.#name}.`,
      "Push the image again, or delete the tag first.",
    );
  }

  get #name(): string {
    return imageRefText(this.#ref);
  }

  async #content(path: string, reference: string, deadline = this.#patience.deadline): Promise<Content> {
    const { headers, bytes } = await this.#get(path, deadline);
    const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    const promised = isDigest(reference) ? reference : (headers.get("docker-content-digest") ?? digest);
    if (promised !== digest) {
      throw new ImageError(
        `The registry answered for ${this.#name} with ${digest} where it promised ${promised}.`,
        "Something changes its answers: look for a proxy or a broken mirror before it, then push again.",
      );
    }
    return { digest, type: (headers.get("content-type") ?? "").replace(/;.*/, ""), bytes };
  }

  #parse<T extends object>(bytes: Uint8Array): Partial<T> {
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
      // Nothing is known of an object's fields but that they may be missing.
      if (typeof value === "object" && value !== null) return value as Partial<T>;
    } catch {
      // Told below, as for any other answer that cannot be read.
    }
    throw this.strange("something that is no JSON object");
  }

  async #get(path: string, deadline: number): Promise<Answer> {
    const url = new URL(`/v2/${this.#ref.repository}/${path}`, origin(this.#ref.registry));
    const answer = await this.#authorized(url, { deadline });
    if (answer.status === 200) return answer;
    throw this.#refusal(answer.status);
  }

  async #authorized(url: URL, how: Request): Promise<Answer> {
    const answer = await this.#send(url, this.#authorization, how);
    if (answer.status !== 401) return answer;
    this.#authorization = await this.#login(answer.headers.get("www-authenticate") ?? "");
    return this.#send(url, this.#authorization, how);
  }

  async #login(challenge: string): Promise<string> {
    const basic = this.#credentials ? basicAuthorization(this.#credentials) : "";
    if (!/^bearer\s/i.test(challenge)) return basic;
    const url = this.#tokenUrl(challenge);
    const { status, bytes } = await this.#send(url, basic);
    if (status !== 200) throw this.#refusal(status);
    const { token, access_token } = this.#parse<{ readonly token: string; readonly access_token: string }>(bytes);
    return `Bearer ${token ?? access_token ?? ""}`;
  }

  #tokenUrl(challenge: string): URL {
    const parameters = new Map(
      [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    );
    const realm = parameters.get("realm") ?? "";
    if (!URL.canParse(realm) || !isSafe(new URL(realm))) {
      throw new ImageError(
        `The registry ${this.#ref.registry} sends logins to ${JSON.stringify(realm)}, which is not https.`,
        "Configure the registry's token realm with https.",
      );
    }
    const url = new URL(realm);
    url.searchParams.set("service", parameters.get("service") ?? "");
    url.searchParams.set("scope", parameters.get("scope") ?? `repository:${this.#ref.repository}:pull`);
    return url;
  }

  #refusal(status: number): ImageError {
    const problem = `The registry answered ${status} for ${this.#name}.`;
    if (status === 404)
      return new ImageError(problem, "Check the name and the tag, and that the push went to this registry.");
    if (status !== 401 && status !== 403)
      return new ImageError(problem, "Run again later, or ask who keeps the registry.");
    return new ImageError(
      problem,
      this.#credentials
        ? "Check `username` and `password`, and that they may read this repository."
        : "Set `username` and `password` to an account that may read this repository.",
    );
  }

  /** Tries again after what time may heal: a lost connection, 429, 5xx. */
  async #send(url: URL, authorization: string, how: Request = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(url, authorization, how).catch((error: unknown) => {
        if (attempt < this.#patience.tries) return undefined;
        throw this.#unreachable(url, error, how);
      });
      const passing = answer === undefined || answer.status === 429 || answer.status >= 500;
      if (answer !== undefined && (!passing || attempt >= this.#patience.tries)) return answer;
      await this.#patience.delay(retryDelay(attempt, answer?.headers));
    }
  }

  async #once(url: URL, authorization: string, { method = "GET", deadline }: Request): Promise<Answer> {
    const response = await this.#fetch(url, {
      method,
      headers: { accept: manifestTypes, ...(authorization && { authorization }) },
      signal: AbortSignal.timeout(deadline ?? this.#patience.deadline),
    });
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  #unreachable(url: URL, cause: unknown, { deadline = this.#patience.deadline }: Request): ImageError {
    const why =
      cause instanceof Error && cause.name === "TimeoutError" ? `no answer within ${deadline / 1000} s` : reason(cause);
    return new ImageError(
      `${url.host} could not be asked for ${this.#name}: ${why}, ${this.#patience.tries} times.`,
      "Check the registry's name and the network, then run again.",
      { cause },
    );
  }
}

/** `fetch failed` says nothing; its cause does. */
function reason(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error && cause.message !== "" ? cause.message : message;
}

function origin(registry: string): URL {
  const host = registry === "docker.io" ? "registry-1.docker.io" : registry;
  const plain = new URL(`http://${host}`);
  return isSafe(plain) ? plain : new URL(`https://${host}`);
}

/** Only a connection that does not leave the machine may do without TLS. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

function basicAuthorization({ username, password }: Credentials): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** What the registry asks for, else twice as long each time; never longer than half a minute. */
function retryDelay(attempt: number, headers: Headers | undefined): number {
  const after = headers?.get("retry-after") ?? "";
  // A date is read against the registry's own clock.
  const asked = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(headers?.get("date") ?? "");
  return Math.min(Number.isNaN(asked) ? 1000 * 2 ** (attempt - 1) : Math.max(asked, 0), longestDelay);
}
