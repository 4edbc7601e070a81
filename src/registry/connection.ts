import { ImageError } from "../errors.ts";
import { type ImageRef, imageRefText } from "../inputs/image-ref.ts";
import { oneLine } from "../report/human.ts";
import { manifestTypes } from "./manifest.ts";
import { isDistrust, isPassing, type Patience, retryDelay } from "./patience.ts";
import { type FileBody, putFile } from "./put-file.ts";
import type { StoredCredentials } from "./stored-credentials.ts";
import { basicAuthorization, bearerOf, tokenRequest } from "./token-request.ts";
import { isSafe, originOf, type Transport } from "./transport.ts";

export type Fetch = typeof globalThis.fetch;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
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
  address(path: string, from = this.#repository): URL {
    const url = new URL(path, from);
    if (this.#isTrusted(url)) return url;
    throw new ImageError(
      `The registry ${this.#ref.registry} leads an upload to ${JSON.stringify(url.host)}, which is not https.`,
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

  /** Where the engine does without TLS for the registry itself, it goes without saying. */
  #isTrusted(url: URL): boolean {
    return url.origin === this.#origin.origin || isSafe(url);
  }

  async #login(challenge: string): Promise<string> {
    const { credentials } = this.#manner;
    if (!/^bearer\s/i.test(challenge)) return basicAuthorization(credentials);
    const { realm, ...token } = tokenRequest(challenge, this.#ref.repository, credentials);
    const { url } = token;
    if (url === undefined || !this.#isTrusted(url)) {
      throw new ImageError(
        `The registry ${this.#ref.registry} sends logins to ${JSON.stringify(realm)}, which is not https.`,
        "Configure the registry's token realm with https.",
      );
    }
    const answer = await this.retried(() => this.#once(url, token.authorization, token.how), url);
    if (answer.status !== 200) throw this.refusal(answer);
    return bearerOf(answer.bytes, () => this.strange("something that is no JSON object"));
  }

  async #once(url: URL, authorization: string, { method = "GET", body, type, deadline }: Request): Promise<Answer> {
    const { fetch, patience, signal } = this.#manner;
    const how = {
      headers: {
        accept: manifestTypes,
        ...(type && { "content-type": type }),
        ...(authorization && { authorization }),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadline ?? patience.deadline)]),
    };
    const response =
      body !== undefined && "file" in body
        ? await putFile(url, body, how)
        : await fetch(url, { method, ...how, ...(body === undefined ? {} : { body }) });
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
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
  return (cause instanceof Error && cause.message !== "" ? cause.message : message).replace(/; if the root CA.*/, "");
}

/** What a registry says of its refusal, as the distribution specification has it; a page of a proxy says nothing. */
function errorOf(bytes: Uint8Array): string {
  try {
    const { errors } = JSON.parse(new TextDecoder().decode(bytes)) as {
      readonly errors?: readonly { readonly code?: string; readonly message?: string }[];
    };
    const [{ code = "", message = "" } = {}] = errors ?? [];
    return oneLine([code, message].filter((word) => word !== "").join(", "), 200);
  } catch {
    return "";
  }
}
