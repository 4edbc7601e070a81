import { boundedBytes } from "../bounded-bytes.ts";
import { ImageError } from "../errors.ts";
import { type ImageRef, imageRefText } from "../inputs/image-ref.ts";
import { quoted } from "../quoted.ts";
import { humanSize, oneLine } from "../report/human.ts";
import { bodyLimits } from "./body-limits.ts";
import { parseObject } from "./json.ts";
import { manifestTypes } from "./manifest.ts";
import { isDistrust, isPassing, type Patience, retryDelay } from "./patience.ts";
import { type FileBody, putFile } from "./put-file.ts";
import { follow } from "./redirects.ts";
import type { StoredCredentials } from "./stored-credentials.ts";
import { basicAuthorization, bearerOf, tokenRequest } from "./token-request.ts";
import { isReadable, isSafe, originOf, type Transport } from "./transport.ts";

export type Fetch = typeof globalThis.fetch;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Of a refusal only the beginning. */
  readonly bytes: Uint8Array;
}

export interface Request {
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  /** A file is PUT. */
  readonly body?: Uint8Array<ArrayBuffer> | FileBody;
  /** Of the body. */
  readonly type?: string;
  /** Milliseconds, where it is not the usual one. */
  readonly deadline?: number;
  /** Bytes that the body of a good answer may have; one that nobody asked for is not read beyond a refusal's limit. */
  readonly limit?: number;
  /** Takes the body of a good answer as it comes, so that the answer holds none of it. */
  readonly take?: (body: AsyncIterable<Uint8Array>) => Promise<void>;
}

/** How a repository's registry is spoken to. */
export interface Manner {
  readonly credentials: StoredCredentials | undefined;
  readonly fetch: Fetch;
  readonly patience: Patience;
  readonly transport: Transport;
  readonly signal: AbortSignal;
}

/** Requests to one repository of one registry, logged in when the registry asks for it. */
export class RegistryConnection {
  readonly #ref: ImageRef;
  readonly #manner: Manner;
  readonly #origin: URL;
  #authorization = "";

  constructor(ref: ImageRef, manner: Manner) {
    this.#ref = ref;
    this.#manner = manner;
    this.#origin = originOf(ref.registry, manner.transport);
  }

  /** What is asked for, as people write it. */
  get name(): string {
    return imageRefText(this.#ref);
  }

  /** Relative to the repository, or where the registry has led: to another host only where nobody listens on the way. */
  address(path: string, from = this.#repository, mayLead = isSafe): URL {
    const url = URL.canParse(path, from.href) ? new URL(path, from) : undefined;
    if (url !== undefined && mayLead(url, this.#origin)) return url;
    throw new ImageError(
      `The registry ${this.#ref.registry} leads ${mayLead === isSafe ? "an upload" : "a request"} to ${quoted(url?.host ?? path)}, which is not https.`,
      "Configure the address that the registry gives for itself with https.",
    );
  }

  /** Tries again after what time may heal: a lost connection, 429, 5xx. */
  request(url: URL, how: Request = {}): Promise<Answer> {
    return this.retried(() => this.exchange(url, how), url, how);
  }

  /** The same for an attempt of several requests. */
  async retried(attempt: () => Promise<Answer>, url: URL, how: Request = {}): Promise<Answer> {
    const { tries, delay } = this.#manner.patience;
    for (let count = 1; ; count++) {
      const answer = await attempt().catch((error: unknown) => {
        this.#manner.signal.throwIfAborted();
        if (error instanceof ImageError) throw error;
        if (count < tries && !isDistrust(error)) return undefined;
        throw this.#unreachable(url, error, how, count);
      });
      if (answer !== undefined && (!isPassing(answer) || count >= tries)) return answer;
      await delay(retryDelay(count, answer?.headers), this.#manner.signal);
    }
  }

  /** Once, and once more with the login that is asked for. Another host than the registry's never gets it. */
  async exchange(url: URL, how: Request = {}): Promise<Answer> {
    const own = url.origin === this.#origin.origin;
    const answer = await this.#once(url, own ? this.#authorization : "", how);
    if (answer.status !== 401 || !own) return answer;
    this.#authorization = await this.#login(answer.headers.get("www-authenticate") ?? "");
    return this.#once(url, this.#authorization, how);
  }

  /** The registry has answered, and not with what was asked for. */
  refusal({ status, bytes }: Answer, deed: "read" | "write" = "read"): ImageError {
    const said = errorOf(bytes);
    const problem = `The registry answered ${status} for ${this.name}${said === "" ? "." : `: ${said}`}`;
    if (status === 404)
      return new ImageError(problem, "Check the name and the tag, and that the push went to this registry.");
    if (status !== 401 && status !== 403)
      return new ImageError(problem, "Run again later, or ask who keeps the registry.");
    return new ImageError(
      problem,
      this.#manner.credentials
        ? `Check \`username\` and \`password\`, and that they may ${deed} this repository.`
        : `Set \`username\` and \`password\` to an account that may ${deed} this repository.`,
    );
  }

  strange(what: string): ImageError {
    return new ImageError(
      `The registry holds ${what} under ${this.name}.`,
      "Push the image again, or delete the tag first.",
    );
  }

  get #repository(): URL {
    return new URL(`/v2/${this.#ref.repository}/`, this.#origin);
  }

  async #login(challenge: string): Promise<string> {
    const { credentials } = this.#manner;
    if (!/^bearer\s/i.test(challenge)) return basicAuthorization(credentials);
    const { realm, ...token } = tokenRequest(challenge, this.#ref.repository, credentials);
    const { url } = token;
    if (url === undefined || !isSafe(url, this.#origin)) {
      throw new ImageError(
        `The registry ${this.#ref.registry} sends logins to ${quoted(realm)}, which is not https.`,
        "Configure the registry's token realm with https.",
      );
    }
    const how = { ...token.how, limit: bodyLimits.token };
    const answer = await this.retried(() => this.#once(url, token.authorization, how), url);
    if (answer.status !== 200) throw this.refusal(answer);
    return bearerOf(answer.bytes, (what) => this.#badToken(url, what));
  }

  async #once(url: URL, authorization: string, request: Request): Promise<Answer> {
    const { status, headers, body } = await this.#send(url, authorization, request);
    const { limit = bodyLimits.refusal, take } = request;
    if (body === null) return { status, headers, bytes: new Uint8Array() };
    if (status === 200 && take !== undefined) {
      await take(body);
      return { status, headers, bytes: new Uint8Array() };
    }
    const most = status === 200 ? limit : bodyLimits.refusal;
    const { bytes, whole } = await boundedBytes(body, most);
    if (!whole && status === 200 && request.limit !== undefined) throw this.#tooLong(url, most);
    return { status, headers, bytes };
  }

  async #send(url: URL, authorization: string, request: Request): Promise<Response> {
    const { method = "GET", body, type, deadline } = request;
    const { fetch, patience, signal } = this.#manner;
    const headers = { accept: manifestTypes, ...(type && { "content-type": type }) };
    const until = AbortSignal.any([signal, AbortSignal.timeout(deadline ?? patience.deadline)]);
    const login = authorization === "" ? {} : { authorization };
    if (body !== undefined && "file" in body)
      return putFile(url, body, { headers: { ...headers, ...login }, signal: until });
    const how = { method, headers, signal: until, ...(body === undefined ? {} : { body }) };
    return follow(url, { fetch, how, login, address: (path, from) => this.address(path, from, isReadable) });
  }

  #tooLong(url: URL, limit: number): ImageError {
    return new ImageError(
      `${quoted(url.host)} answered for ${this.name} with more than ${humanSize(limit)}, which is the most that is read of such an answer.`,
      "Something other than a registry may answer under this name, or a proxy before it. Check the registry's name.",
    );
  }

  #badToken(url: URL, what: string): ImageError {
    return new ImageError(
      `${quoted(url.host)} gave ${what} for ${this.name} where a token was asked for.`,
      "Check the registry's name, and the token realm in its configuration.",
    );
  }

  #unreachable(url: URL, cause: unknown, how: Request, tries: number): ImageError {
    const { deadline = this.#manner.patience.deadline } = how;
    const why =
      cause instanceof Error && cause.name === "TimeoutError" ? `no answer within ${deadline / 1000} s` : reason(cause);
    const often = tries === 1 ? "" : `, ${tries} times`;
    return new ImageError(
      `${url.host} could not be asked for ${this.name}: ${why}${often}.`,
      isDistrust(cause) ? trust : "Check the registry's name and the network, then run again.",
      { cause },
    );
  }
}

const trust =
  "A registry with a root of its own: name it in `ca-certificates`, and put it into /etc/docker/certs.d/<registry>/ca.crt for the engine.";

/** `fetch failed` says nothing; its cause does. */
function reason(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  // What node itself advises is not the remedy here.
  const said = (cause instanceof Error && cause.message !== "" ? cause.message : message).replace(
    /; if the root CA.*/,
    "",
  );
  // Names of a certificate stand in it, which can be many.
  return oneLine(said);
}

/** What a registry says of its refusal, as the distribution specification has it; a page of a proxy says nothing. */
function errorOf(bytes: Uint8Array): string {
  try {
    const { errors } = parseObject<{ readonly errors: readonly unknown[] }>(bytes, (what) => new Error(what));
    const { code, message } = { ...((errors ?? [])[0] as { readonly code?: unknown; readonly message?: unknown }) };
    const words = [code, message].filter((word) => typeof word === "string" && word !== "");
    return oneLine(words.join(", "), 200);
  } catch {
    return "";
  }
}
